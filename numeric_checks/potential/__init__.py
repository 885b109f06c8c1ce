"""The mirror map, the potential and their relatives at a point, enclosed."""
