"""The sign of an exact constant: 0 by the exact zero test, else by its value to enough digits."""

from __future__ import annotations

import sympy as sp

from ..algebra import is_zero
from ..errors import InputError, Undecided
from ..exact_number import plain


def sign(value: sp.Expr) -> int:
    """The sign of an exact constant. Errors: InputError where it is not real; Undecided."""
    if (known := plain(value)) is not None:
        return int(sp.sign(known))
    if value.has(sp.zoo, sp.nan, sp.oo) or value.is_real is False:
        raise InputError("start", value, "h is not a real number there")
    if is_zero(value):
        return 0
    for digits in (60, 240):  # evalf works with as many digits more as cancellation costs, up to maxn
        near = value.evalf(15, maxn=digits)
        if not near.is_real:
            raise InputError("start", value, "h is not a real number there")
        if near.is_Float and near._prec >= 40 and near != 0:
            return 1 if near > 0 else -1
    raise Undecided(f"the sign of {value}")
