"""The empirical half as tests of the theory: a measured quantity, a predicted one, a tolerance, seeds, a verdict.

studies/ say what is measured and predicted (data; predictions are computed from `symbolic`), measuring/ measures it
with JAX, running/ runs rows on processes or on Dask and keeps them, diagnosing/ looks at a model of your own.
Nothing here is imported by the rest of the toolkit except by the commands `experiment` and `diagnose`; JAX, optax,
scikit-learn and Dask are optional and loaded when a row is measured.
"""
