"""Claims of known truth, generated, judged and counted: how often `check` is wrong.

  label = construction + a witness at 100 digits        (truth.py, properties.py, invariants.py; never the engine)

`python -m benchmarks.soundness` prints the confusion table by kind. False accepted and true refuted must be 0.
"""
