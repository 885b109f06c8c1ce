"""An exact zero test: sum_k c_k prod_j a_{kj}^{e_{kj}} = 0, where exponents may hold q, L and other letters.

SymPy's `simplify` may use a rule outside its domain and gives up on symbolic exponents. Here only these rules are
used, each valid for positive real letters, so that "zero" is a proof and anything else means "not shown":

  products and natural powers are multiplied out;            a^e a^f = a^{e+f};
  (b prod a_j^{f_j})^e = b^e prod a_j^{f_j e}   where every a_j is positive, or e is an integer;
  log(b prod a_j^{f_j}) = log b + sum f_j log a_j   where every a_j is positive;      exp(s + t) = exp(s) exp(t);
  S^{e+k} = S^e S^k                       for a sum S and a natural number k, with S^k multiplied out.

What is left are monomials in independent-looking atoms (letters, primes, sums, logarithms, other functions); if every
coefficient is 0 so is the expression. Sums are compared as atoms only after the content and the common monomial have
been taken out and polynomials have been factored over the rationals.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import gcd

import sympy as sp

from .errors import Undecided
from .exact_number import LONGEST, ExactNumber

Monomial = frozenset[tuple[sp.Expr, sp.Expr]]
Terms = dict[Monomial, sp.Rational]
Factors = list[tuple[sp.Expr, sp.Expr]]

LARGEST_NATURAL_POWER = 64
LARGEST_PRIME_SOUGHT = 10_000
ONE: Monomial = frozenset()


def is_zero(expression: sp.Expr) -> bool:
    """Whether `expression` is shown to vanish for all positive values of its letters (where it is defined).

    What holds 1/0 or log(0), however well hidden, is defined nowhere and never "zero".
    """
    try:
        return not normal_form(expression)
    except Undecided:
        return False


def equal(left: sp.Expr, right: sp.Expr) -> bool:
    """Whether left = right is shown for all positive values of the letters (where both are defined)."""
    return is_zero(left - right)


def normal_form(expression: sp.Expr) -> Terms:
    """The monomials of `expression` with their non-zero coefficients; {} is zero. Errors: Undecided (defined
    nowhere)."""
    terms = _terms(sp.sympify(expression))
    seen: set[sp.Expr] = set()
    while sums := [a for a in _sums(terms) if a not in seen]:
        outermost = max(sums, key=_nesting)
        seen.add(outermost)
        terms = _unfold(terms, outermost)
    return _refined(terms)


def _refined(terms: Terms) -> Terms:
    """Long numbers that were not factored, taken apart by greatest common divisors: coprime ones are independent."""
    long = {atom for m in terms for atom, _ in m if atom.is_Integer and atom > LARGEST_PRIME_SOUGHT}
    if len(long) < 2 or (base := coprime_base(sorted(map(int, long)))) == sorted(map(int, long)):
        return terms
    result: Terms = {}
    for monomial, coefficient in terms.items():
        piece: Terms = {frozenset((a, e) for a, e in monomial if a not in long): coefficient}
        for atom, e in monomial:
            if atom in long:
                for b, k in _over(int(atom), base):
                    number, raised = _split_numbers(frozenset({(sp.Integer(b), _exponent(k * e))}))
                    piece = _times(piece, {raised: number})
        for m, c in piece.items():
            _accumulate(result, {m: c}, sp.Integer(1))
    return result


def coprime_base(numbers: list[int]) -> list[int]:
    """Coprime integers above 1, none a power of a smaller one, of which every number is a product of powers."""
    base: list[int] = []
    waiting = list(numbers)
    while waiting:
        if (n := _root(waiting.pop())[0]) == 1:
            continue
        for b in base:
            if (g := gcd(n, b)) > 1:
                base.remove(b)
                waiting += [g, b // g, n // g]
                break
        else:
            base.append(n)
    return sorted(base)


def _over(number: int, base: list[int]) -> list[tuple[int, int]]:
    """number = prod b^k."""
    found = []
    for b in base:
        k = 0
        while number % b == 0:
            number, k = number // b, k + 1
        if k:
            found.append((b, k))
    return found


def _root(number: int) -> tuple[int, int]:
    """(r, k) with number = r^k and k largest."""
    total = 1
    for k in sp.primerange(2, number.bit_length() + 1):
        while number > 1 and (found := sp.integer_nthroot(number, k))[1]:
            number, total = int(found[0]), total * k
    return number, total


@lru_cache(maxsize=20_000)
def _exponent(e: sp.Expr) -> sp.Expr:
    """One form for equal exponents: rational functions of the letters in lowest terms."""
    if e.is_Rational:
        return e
    try:
        return sp.cancel(sp.together(e))
    except (sp.PolynomialError, NotImplementedError):
        return e


@lru_cache(maxsize=20_000)
def _terms(e: sp.Expr) -> Terms:
    if e.is_Rational:
        return {ONE: e} if e != 0 else {}
    if isinstance(e, ExactNumber):
        return {ONE: e.value}
    if e.is_Add:
        total: Terms = {}
        for part in e.args:
            _accumulate(total, _terms(part), sp.Integer(1))
        return total
    if e.is_Mul:
        product: Terms = {ONE: sp.Integer(1)}
        for part in e.args:
            product = _times(product, _terms(part))
        return product
    if e.is_Pow:
        return _power(_terms(e.base), e.exp, e)
    if isinstance(e, sp.exp):
        return _exponential(e)
    if isinstance(e, sp.log):
        return _logarithm(e)
    return {frozenset({(e, sp.Integer(1))}): sp.Integer(1)}


def _accumulate(total: Terms, more: Terms, factor: sp.Rational) -> None:
    for monomial, coefficient in more.items():
        value = total.get(monomial, sp.Integer(0)) + factor * coefficient
        if value == 0:
            total.pop(monomial, None)
        else:
            total[monomial] = value


def _join(a: Monomial, b: Monomial) -> Monomial:
    if not a or not b:
        return a or b
    powers = dict(a)
    for atom, e in b:
        powers[atom] = _exponent(powers[atom] + e) if atom in powers else e
    return frozenset((atom, e) for atom, e in powers.items() if e != 0)


def _split_numbers(monomial: Monomial) -> tuple[sp.Rational, Monomial]:
    """Integer powers of primes belong to the coefficient: 2^{e+1} = 2 * 2^e cannot be told apart otherwise."""
    number, rest = sp.Integer(1), []
    for atom, e in monomial:
        if atom.is_Rational:
            whole, left = _whole_part(e)
            if atom.p.bit_length() * abs(whole) > LONGEST:
                raise Undecided("a power of a number has too many digits")
            number *= atom**whole
            if left != 0:
                rest.append((atom, left))
        else:
            rest.append((atom, e))
    return number, frozenset(rest)


def _whole_part(e: sp.Expr) -> tuple[int, sp.Expr]:
    """e = k + r with a canonical r: the constant term of the expanded exponent is in [0, 1)."""
    constant = sp.expand(e).as_coeff_Add()[0]
    whole = int(sp.floor(constant)) if constant.is_Rational else 0
    return whole, _exponent(e - whole)


def _times(a: Terms, b: Terms) -> Terms:
    product: Terms = {}
    for ma, ca in a.items():
        for mb, cb in b.items():
            number, monomial = _split_numbers(_join(ma, mb))
            _accumulate(product, {monomial: ca * cb * number}, sp.Integer(1))
    return product


def _power(base: Terms, exponent: sp.Expr, whole: sp.Expr) -> Terms:
    e = _exponent(exponent)
    if not base and e.is_negative:
        raise Undecided(f"{whole} is 1/0")
    if not base:
        return {} if e.is_positive else {frozenset({(whole, sp.Integer(1))}): sp.Integer(1)}
    if e.is_Integer and 0 <= e <= LARGEST_NATURAL_POWER:
        product: Terms = {ONE: sp.Integer(1)}
        for _ in range(int(e)):
            product = _times(product, base)
        return product
    content, factors = _factored(base)
    if e.is_Integer:
        apart, rest = factors, None
    else:
        content, apart, rest = _positive_part(content, factors)
    result = _number_power(content, e)
    for atom, f in apart:
        number, raised = _split_numbers(frozenset({(atom, _exponent(f * e))}))
        result = _times(result, {raised: number})
    return result if rest is None else _times(result, {frozenset({(rest, e)}): sp.Integer(1)})


def _number_power(number: sp.Rational, e: sp.Expr) -> Terms:
    if e.is_Integer:
        return {ONE: number**e}
    result: Terms = {ONE: sp.Integer(1)}
    for prime, k in _primes(number):
        value, monomial = _split_numbers(frozenset({(prime, _exponent(k * e))}))
        result = _times(result, {monomial: value})
    return result


@lru_cache(maxsize=2_000)
def _primes(number: sp.Rational) -> tuple[tuple[sp.Integer, int], ...]:
    """number = prod r^k for a positive rational; what has no small prime factor stays whole (see `_refined`)."""
    above, below = _small_factors(int(number.p)), _small_factors(int(number.q))
    return tuple((sp.Integer(r), s * k) for s, n in ((1, above), (-1, below)) for r, k in n)


def _small_factors(number: int) -> list[tuple[int, int]]:
    """The factors below a limit, by division, then the root of what is left."""
    found = []
    for p in _small_primes():
        if p * p > number:
            break
        k = 0
        while number % p == 0:
            number, k = number // p, k + 1
        if k:
            found.append((p, k))
    return [*found, _root(number)] if number > 1 else found


@cache
def _small_primes() -> tuple[int, ...]:
    return tuple(sp.primerange(LARGEST_PRIME_SOUGHT))


def _factored(base: Terms) -> tuple[sp.Rational, Factors]:
    """Content and factors a^e: the atoms of a monomial; of a sum the common monomial and, of a polynomial, its
    factors."""
    if len(base) == 1:
        ((monomial, coefficient),) = base.items()
        return coefficient, list(monomial)
    common: Factors = []
    for atom in sorted({atom for m in base for atom, _ in m}, key=sp.default_sort_key):
        exponents = [dict(m).get(atom, sp.Integer(0)) for m in base]
        gaps = [_exponent(f - exponents[0]) for f in exponents]
        if all(gap.is_Rational for gap in gaps) and (least := exponents[gaps.index(min(gaps))]) != 0:
            common.append((atom, least))
    shift: Monomial = frozenset((atom, -e) for atom, e in common)
    rest = _expression({_join(m, shift): c for m, c in base.items()})
    if all(atom.is_Symbol and e.is_Integer and e > 0 for m in base for atom, e in _join(m, shift)):
        content, factors = sp.factor_list(rest)
        return content, [*common, *((f, sp.Integer(n)) for f, n in factors)]
    content, primitive = rest.primitive()
    return content, [*common, (primitive, sp.Integer(1))]


def _positive_part(content: sp.Rational, factors: Factors) -> tuple[sp.Rational, Factors, sp.Expr | None]:
    """|content|, the factors with a positive base, and the product of all else with its sign, None if that is 1."""
    sign = sp.Integer(1 if content > 0 else -1)
    apart = [(a, f) for a, f in factors if a.is_positive]
    others = [a**f for a, f in factors if not a.is_positive]
    rest = _expression(_terms(sp.Mul(sign, *others)))
    return abs(content), apart, None if rest == 1 else rest


def _exponential(e: sp.Expr) -> Terms:
    result: Terms = {ONE: sp.Integer(1)}
    for monomial, coefficient in normal_form(e.args[0]).items():
        logs = [a for a, f in monomial if isinstance(a, sp.log) and f == 1 and a.args[0].is_positive]
        if logs:  # exp(c log a) = a^c
            rest = _expression({_join(monomial, frozenset({(logs[0], sp.Integer(-1))})): coefficient})
            power = _power(_terms(logs[0].args[0]), rest, e)
        else:
            atom = sp.exp(_expression({monomial: sp.Integer(1)}))
            power = {frozenset({(atom, coefficient)}): sp.Integer(1)}
        result = _times(result, power)
    return result


def _logarithm(e: sp.Expr) -> Terms:
    inner = normal_form(e.args[0])
    if not inner:
        raise Undecided(f"{e} is log(0)")
    content, apart, rest = _positive_part(*_factored(inner))
    total: Terms = {}
    if rest is not None:
        _accumulate(total, {frozenset({(sp.log(rest, evaluate=False), sp.Integer(1))}): sp.Integer(1)}, sp.Integer(1))
    for prime, k in _primes(content):
        _accumulate(total, {frozenset({(sp.log(prime), sp.Integer(1))}): sp.Integer(1)}, sp.Integer(k))
    for atom, f in apart:
        logarithm: Terms = {frozenset({(sp.log(atom), sp.Integer(1))}): sp.Integer(1)}
        if isinstance(atom, sp.exp):
            logarithm = _terms(atom.args[0])
        _accumulate(total, _times(_terms(f), logarithm), sp.Integer(1))
    return total


def _expression(terms: Terms) -> sp.Expr:
    return sp.Add(*(c * sp.Mul(*(_raised(atom, e) for atom, e in m)) for m, c in terms.items()))


def _raised(atom: sp.Expr, e: sp.Expr) -> sp.Expr:
    """atom^e, a long number not multiplied out."""
    return (ExactNumber(atom) if atom.is_Integer and atom > LARGEST_PRIME_SOUGHT else atom) ** e


def _sums(terms: Terms) -> set[sp.Expr]:
    return {atom for monomial in terms for atom, _ in monomial if atom.is_Add}


def _nesting(e: sp.Expr) -> int:
    return 1 + max((_nesting(a) for a in e.args), default=0)


def _unfold(terms: Terms, total: sp.Expr) -> Terms:
    """S^e = S^{e_0} S^{e - e_0} with e_0 the least exponent of its class modulo the integers."""
    exponents = {m: dict(m).get(total, sp.Integer(0)) for m in terms}
    least: dict[Monomial, sp.Expr] = {}
    classes: list[sp.Expr] = []
    for e in exponents.values():
        for i, c in enumerate(classes):
            difference = _exponent(e - c)
            if difference.is_Integer:
                classes[i] = e if difference < 0 else c
                break
        else:
            classes.append(e)
    result: Terms = {}
    for monomial, coefficient in terms.items():
        e = exponents[monomial]
        least[monomial] = next(c for c in classes if _exponent(e - c).is_Integer)
        steps = int(_exponent(e - least[monomial]))
        rest: Monomial = frozenset((a, f) for a, f in monomial if a != total)
        if least[monomial] != 0:
            rest = _join(rest, frozenset({(total, least[monomial])}))
        piece: Terms = {rest: coefficient}
        inner = _terms(total)
        if steps > LARGEST_NATURAL_POWER:
            _accumulate(result, {monomial: coefficient}, sp.Integer(1))
            continue
        for _ in range(steps):
            piece = _times(piece, inner)
        _accumulate(result, piece, sp.Integer(1))
    return result
