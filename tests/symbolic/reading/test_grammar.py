"""The grammar: what it reads (against values computed by hand or by Python), what it refuses and how, and a fuzz
test."""

from __future__ import annotations

import random
import time
from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.symbolic.errors import InputError, Undecided
from steepest_mirror.symbolic.reading import grammar
from steepest_mirror.symbolic.reading.expression import (
    Boolean,
    Call,
    Comparison,
    Expression,
    Logical,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Statement,
    Sum,
    names,
    walk,
)
from steepest_mirror.symbolic.reading.grammar import balance, condition, expression, invariant, invariants, rate
from steepest_mirror.symbolic.reading.to_sympy import to_sympy

x, q = Name("x"), Name("q")


def n(value: object) -> Number:
    return Number(Fraction(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2*3", 7),
        ("(1 + 2)*3", 9),
        ("-2**2", -4),
        ("(-2)**2", 4),
        ("2**-1", Fraction(1, 2)),
        ("2**3**2", 512),
        ("--3", 3),
        ("1 - 2 - 3", -4),
        ("12/2/3", 2),
        ("2*-3", -6),
        ("1.5e-3", Fraction(3, 2000)),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("1/3", Fraction(1, 3)),
        ("0**0", 1),
        ("2/3*3/2", 1),
        ("2**1000", 2**1000),
    ],
)
def test_numbers_are_exact(text, value):
    assert expression(text) == n(value)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("x**q", Power(x, q)),
        ("-x**2", Negative(Power(x, n(2)))),
        ("x**-q", Power(x, Negative(q))),
        ("x - q", Sum((x, Negative(q)))),
        ("x - q + 1", Sum((x, Negative(q), n(1)))),
        ("x/q*2", Product((x, Power(q, n(-1)), n(2)))),
        ("x**q**2", Power(x, Power(q, n(2)))),
        ("x**(1/2)", Power(x, n("1/2"))),
        ("sqrt(x + 1)", Call("sqrt", (Sum((x, n(1))),))),
        ("min(x, q, 1)", Call("min", (x, q, n(1)))),
        ("hyp2f1(1/2, 1/q, 1+1/q, -x)", None),
        ("4*x**q+lam**2", Sum((Product((n(4), Power(x, q))), Power(Name("lam"), n(2))))),
    ],
)
def test_trees(text, node):
    read = expression(text, ["lam"])
    assert node is None or read == node


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("q < 2", Comparison((q, n(2)), ("<",))),
        ("1 < q <= 2", Comparison((n(1), q, n(2)), ("<", "<="))),
        ("not q < 2", Logical("not", (Comparison((q, n(2)), ("<",)),))),
        ("true or false and true", Logical("or", (Boolean(True), Logical("and", (Boolean(False), Boolean(True)))))),
        ("(true or false) and true", Logical("and", (Logical("or", (Boolean(True), Boolean(False))), Boolean(True)))),
        ("true and true and false", Logical("and", (Boolean(True), Boolean(True), Boolean(False)))),
        ("not true and false", Logical("and", (Logical("not", (Boolean(True),)), Boolean(False)))),
        ("(q) != ((2))", Comparison((q, n(2)), ("!=",))),
    ],
)
def test_statements(text, node):
    assert condition(text) == node


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("x^2", 2, "write **"),
        ("2x", 2, "write 2*x"),
        ("2 x", 3, "cannot stand here"),
        ("x.real", 2, "nothing has attributes"),
        ("x[0]", 2, "no indexing"),
        ("'x'", 1, "no strings"),
        ('"x"', 1, "no strings"),
        ("__import__('os').system('ls')", 1, "starts with a letter"),
        ("x.__class__", 2, "attributes"),
        ("os", 1, "not a name here"),
        ("eval(x)", 1, "not a function here"),
        ("lambda: x", 7, "no meaning"),
        ("lambda + x", 1, "did you mean lam?"),
        ("λ + 1", 1, "ASCII"),
        ("х + 1", 1, "ASCII"),  # a Cyrillic letter
        ("x + ½", 5, "ASCII"),
        ("x − 1", 3, "ASCII"),
        ("x // 2", 3, "write /"),
        ("x % 2", 3, "remainder"),
        ("x; x", 2, "no meaning"),
        ("x\\y", 2, "no meaning"),
        ("x\0", 2, "no meaning"),
        ("$(ls)", 1, "no meaning"),
        (".5", 1, "digits on both sides"),
        ("5.", 2, "digits on both sides"),
        ("1_000", 2, "starts with a letter"),
        ("1/0", 2, "division by 0"),
        ("x/0", 2, "division by 0"),
        ("x*(1 - 1)**-1", 10, "division by 0"),
        ("sin x", 1, "write sin(...)"),
        ("x(2)", 1, "write x*(...)"),
        ("hyp2f1(1, 2, 3)", 1, "takes 4 arguments, not 3"),
        ("elliptic_e(1, 2, 3)", 1, "takes 1 to 2 arguments"),
        ("min(x)", 1, "takes 2 or more"),
        ("ln(x)", 1, "did you mean log?"),
        ("hyper2f1(1,1,1,x)", 1, "did you mean hyp2f1?"),
        ("", 1, "cannot stand here"),
        ("  ", 3, "cannot stand here"),
        ("1 +", 4, "cannot stand here"),
        ("(x", 3, "( of column 1 is open"),
        ("x)", 2, "cannot stand here"),
        ("sqrt()", 6, "cannot stand here"),
        ("sqrt(x,)", 8, "cannot stand here"),
        ("*x", 1, "cannot stand here"),
        ("+x", 1, "cannot stand here"),
        ("x < 1", 3, "a condition cannot stand"),
        ("not x", 5, "a condition is wanted"),
        ("x and x", 1, "a condition is wanted"),
        ("10**10**10", 3, "at most 1000"),
        ("(1/3)**(10**6)", 6, "at most 1000"),
        ("10**900**2", 3, "at most 1000"),
        ("(10**900)**900", 10, "too large"),
        ("1e9999", 1, "too large"),
        ("1e99999999", 1, "exponent must be at most"),
        ("((x**900)**900)", 10, "too large together"),
        ("exp(exp(9))", 1, "nests fast-growing"),
        ("2**2**sqrt(2)", 2, "nests fast-growing"),
    ],
)
def test_refusals_name_the_column_and_the_remedy(text, column, hint):
    with pytest.raises(InputError) as caught:
        expression(text, ["lam"])
    message = str(caught.value)
    assert f"column {column}: " in message and hint in message and "\n" not in message
    assert caught.value.argument == "expression"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("q", "a condition is wanted"),
        ("q = 2", "write == to compare"),
        ("q < 2 && L > 2", "write `and`"),
        ("q < 2 || L > 2", "write `or`"),
        ("!(q < 2)", "write `not`"),
        ("q =< 2", "write == to compare"),
        ("(q < 2) < 3", "cannot stand where a value"),
        ("q < 2 < ", "the end cannot stand"),
        ("q < 2 and", "the end cannot stand"),
        ("x < 2", "not a name here"),
        ("abs(q) < 2", "not a function here"),
        ("q < not true", "cannot stand"),
        ("true + 1 < 2", "cannot stand where a value"),
        ("True", "did you mean"),
        ("q <> 2", "cannot stand here"),
        ("q < 2, L > 3", "cannot stand here"),
    ],
)
def test_conditions_refused(text, hint):
    with pytest.raises(InputError, match="column") as caught:
        condition(text)
    assert hint in str(caught.value)


def test_size_and_nesting_are_bounded():
    assert expression("(" * 60 + "x" + ")" * 60) == x
    for text in (
        "(" * 2000 + "x" + ")" * 1999,
        "-" * 3000 + "x",
        "x**" * 1300 + "x",
        "not " * 900 + "true",
        "1+" * 2001,
    ):
        for read in (expression, condition):
            with pytest.raises(InputError):
                read(text)
    assert len(expression("+".join(["x"] * 1900)).terms) == 1900


def test_rates_and_invariants_have_their_own_names():
    assert names(rate("-q*alpha*(abs(w1)**q - abs(w2)**q)", 2)) == {"q", "alpha", "w1", "w2"}
    assert names(invariant("abs(w1)**q - abs(w3)**q", 3)) == {"q", "w1", "w3"}
    for text in ("w3", "w0", "w01", "lam", "log(w1)", "y"):
        with pytest.raises(InputError, match="column 1"):
            rate(text, 2)
    with pytest.raises(InputError, match="column 1"):
        invariant("alpha", 2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0,1/2,2", (0, Fraction(1, 2), 2)),
        (" 0 , 1.5 ", (0, Fraction(3, 2))),
        ("0,lam", (0, "lam")),
        ("lam,0,mu,1e-3", ("lam", 0, "mu", Fraction(1, 1000))),
        ("-1,2", (-1, 2)),
    ],
)
def test_invariants(text, value):
    assert invariants(text) == value
    assert invariants(text.split(",")) == value


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "0",
            ",",
            "0,",
            "0,x",
            "0,w1",
            "0,w12",
            "0,alpha",
            "0,L",
            "0,and",
            "0,true",
            "0,True",
            "0,inf",
            "0,nan",
            "1,lam",
        ),
        *("lam,mu", "0,-1,lam", "0,-lam", "0,la m", "0,1/0", "0,λ", "0,a.b", "0,__x__", "0,1e99999", "0,$(ls)"),
        *("0,f(x)", "0," * 2000),
    ],
)
def test_invariants_refused(text):
    with pytest.raises(InputError):
        invariants(text)


def test_balance():
    assert balance("1") == 1 and balance("-1/2") == Fraction(-1, 2)
    assert balance("lam") == "lam" and balance(" -lam ") == "-lam"
    for text in ("", "--lam", "mu", "1+1", "-", "2*lam", "nan"):
        with pytest.raises(InputError):
            balance(text)


def written(node: Expression | Statement) -> str:
    """The node as text with every parenthesis."""
    match node:
        case Number(value):
            return f"({value})" if value >= 0 else f"(-({-value}))"
        case Name(name):
            return name
        case Negative(term):
            return f"(-{written(term)})"
        case Sum(terms):
            return "(" + " + ".join(map(written, terms)) + ")"
        case Product(factors):
            return "(" + "*".join(map(written, factors)) + ")"
        case Power(base, exponent):
            return f"({written(base)}**{written(exponent)})"
        case Call(function, arguments):
            return f"{function}({', '.join(map(written, arguments))})"
        case Boolean(value):
            return str(value).lower()
        case Comparison(terms, relations):
            return written(terms[0]) + "".join(f" {r} {written(t)}" for r, t in zip(relations, terms[1:], strict=True))
        case Logical("not", (part,)):
            return f"(not ({written(part)}))"
        case Logical(kind, parts):
            return "(" + f" {kind} ".join(f"({written(part)})" for part in parts) + ")"


WORDS = [
    *"xuqpL",
    *"0123456789",
    *"+-*/()<>,.=!^ \t",
    "**",
    "<=",
    "==",
    "and",
    "or",
    "not",
    "true",
    " ",
    "lam",
    "w1",
    "10**",
]
WORDS += [
    "sqrt(",
    "abs(",
    "min(",
    "hyp2f1(",
    "gamma(",
    "exp(",
    "log(",
    "1e9",
    "é",
    "λ",
    "'",
    "[",
    "_",
    "__",
    "\n",
    "\0",
]
GOOD = [
    "x",
    "q",
    "lam",
    "2",
    "1/3",
    "(x+1)",
    "sqrt(x)",
    "exp(u)",
    "x**q",
    "-x",
    "log(2)",
    "gamma(5)",
    "0",
    "1000",
    "abs(x-2)",
]


def attempt(text: str) -> list[Expression | Statement]:
    """What every entry point makes of the text; only InputError may come, and soon."""
    found = []
    readers = (
        lambda t: expression(t, ["lam"]),
        condition,
        lambda t: rate(t, 3),
        lambda t: invariant(t, 3),
        invariants,
        balance,
    )
    for read in readers:
        start = time.process_time()
        try:
            node = read(text)
        except InputError as error:
            assert "\n" not in str(error) and len(str(error)) < 600
        else:
            if isinstance(node, Expression | Statement):
                found.append(node)
        assert time.process_time() - start < 1
    return found


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_fuzz_words(text):
    for node in attempt(text):
        assert list(walk(node))


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=80))
def test_fuzz_text(text):
    attempt(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(GOOD), st.sampled_from(["+", "-", "*", "/", "**"])), min_size=1, max_size=12))
def test_what_is_read_is_read_again_from_its_own_text_and_sympy_takes_it(parts):
    text = "".join(value + operator for value, operator in parts)[: -len(parts[-1][1])]
    for node in attempt(text)[:1]:
        again = expression(written(node), ["lam"])
        assert to_text(again) == to_text(node)
        start = time.process_time()
        with suppress(Undecided):
            to_sympy(node)
        assert time.process_time() - start < 1


def to_text(node: Expression | Statement) -> str:
    """Written twice through the reader, after which the text no longer changes."""
    return written(expression(written(node), ["lam"]))


def test_random_arithmetic_agrees_with_python():
    seed = 7
    print("seed", seed)
    rng = random.Random(seed)
    for _ in range(500):
        text = "Fraction(1)*" + "".join(
            f"{'-' * rng.randint(0, 1)}{rng.randint(1, 9)}{rng.choice(['+', '-', '*', '/'])}" for _ in range(8)
        )
        text += f"({rng.randint(1, 9)}-{rng.randint(10, 19)}){rng.choice(['', '**2', '**3'])}"
        expected = eval(text.replace("/", "/Fraction(1)/"))  # digits and operators of our own making
        assert expression(text.removeprefix("Fraction(1)*")) == n(expected)


def test_reserved_names_are_those_with_a_meaning():
    letters = {*grammar.EXPRESSION_LETTERS, *grammar.CONDITION_LETTERS, *grammar.RATE_LETTERS}
    assert letters <= grammar.RESERVED
