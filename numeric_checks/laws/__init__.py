"""What a trajectory must satisfy, measured in balls."""
