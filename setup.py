"""The one part that is compiled: recurrences.c, where there is a C compiler; the same in Python stands beside it.

STEEPEST_MIRROR_PURE=1 leaves it out, for a wheel that runs everywhere.
"""

import os

from setuptools import Extension, setup

KERNEL = Extension(
    "steepest_mirror.numeric_checks.flow.smooth._recurrences",
    ["steepest_mirror/numeric_checks/flow/smooth/recurrences.c"],
    extra_compile_args=["-O3"],
    py_limited_api=True,
    optional=True,  # what fails to build is left out
)
PURE = os.environ.get("STEEPEST_MIRROR_PURE")

setup(ext_modules=[] if PURE else [KERNEL], options={"bdist_wheel": {"py_limited_api": "cp311"}})
