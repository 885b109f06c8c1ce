"""Fuzz of everything that reads a user's text: expressions, conditions, rates, invariants, numbers, and files of
claims.

Random characters, random words of the grammar, well-formed texts with random edits, deep and wide ones. Each input is
either read or refused with the reader's own error; anything else is a fault. Counted besides: the slowest input and the
memory.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator

from steepest_mirror.proofs.check import Malformed, read
from steepest_mirror.symbolic.errors import InputError
from steepest_mirror.symbolic.reading import exact, grammar

INPUTS = 120_000
SEED = 20260301
SLOW = 1.0
MEMORY = 500.0
LONGEST = 6000

WORDS = (
    *("+", "-", "*", "/", "**", "<", "<=", ">", ">=", "==", "!=", "(", ")", ",", "and", "or", "not", "true", "false"),
    *(
        "x",
        "u",
        "q",
        "p",
        "L",
        "m",
        "lam",
        "a1",
        "w1",
        "w2",
        "w12",
        "g",
        "alpha",
        "0",
        "1",
        "2",
        "3/2",
        "1e-60",
        "0.5",
        "1e9",
        "1e10000",
        "99999999999999999999",
    ),
    *(
        "sqrt",
        "abs",
        "sign",
        "log",
        "exp",
        "asinh",
        "gamma",
        "beta",
        "hyp2f1",
        "hyp3f2",
        "appellf1",
        "elliptic_e",
        "min",
        "max",
    ),
    *(
        "^",
        "=",
        "&&",
        "||",
        "!",
        "//",
        "%",
        "[",
        "]",
        "{",
        "}",
        ".",
        "..",
        "'",
        '"',
        "`",
        "_",
        "__class__",
        "lambda",
        "import",
        "\\",
        "\x00",
        "\n",
        "\t",
        "é",
        "２",
        "∞",
        "−",
        "\ud800",
        "𝑥",
    ),
)
SOUND = (
    "1/sqrt(4*x**q + lam**2)",
    "x/lam*hyp2f1(1/2, 1/q, 1 + 1/q, -4*x**q/lam**2)",
    "(x*log(x) - x)/L",
    "max(x, 1e-40) + elliptic_e(atan(sqrt(u/lam)), 1 - lam)",
    "q*(L - 1)/L <= 1 and not (p < L or m == 1)",
    "1 < q <= 3/2 or L > 3 and true",
    "-q*alpha*(abs(w1)**q - abs(w2)**q)",
    "-sign(w1)*sign(g*x/w1 + alpha*w1)*abs(g*x/w1 + alpha*w1)**(q - 1)",
    "3/2",
    "-0.25e-17",
)
FILE = """[[claim]]
id = "metric-l2"
quantity = "metric"
q = ["3/2", 1, 1.25]
invariants = ["0", "lam"]
expression = "1/sqrt(4*x**q + lam**2)"
up_to = "nothing"

[[claim]]
id = "onto"
property = "onto"
condition = "q*(L-1)/L <= 1"
family = "balanced"

[[claim]]
id = "conserved"
depth = 3
invariant = "abs(w1)**q - abs(w2)**q"
decay = "decoupled"
rate = "-q*alpha*(abs(w1)**q - abs(w2)**q)"
"""
TOML = (
    *(
        "[[claim]]",
        "[claim]",
        "[[claim.claim]]",
        "id",
        "=",
        '"x"',
        "'''",
        '"""',
        "[",
        "]",
        "{",
        "}",
        ",",
        "\n",
        "#",
        "q = ",
        "depth = ",
        "1e400",
        "-0",
        "nan",
        "inf",
        "1979-05-27",
        "true",
    ),
    *(
        "0x_1",
        "\\u0000",
        '"\\uD800"',
        "quantity",
        "property",
        "invariant",
        "expression",
        "rate",
        "up_to",
        "family",
        "decay",
        '"symbolic"',
        '"balanced"',
        "9" * 400,
        "[" * 300,
        "a." * 200,
        "\x7f",
        "\ufeff",
    ),
)

READERS: dict[str, Callable[[str], object]] = {
    "expression": lambda text: grammar.expression(text, ("lam", "a1")),
    "condition": grammar.condition,
    "rate": lambda text: grammar.rate(text, 3),
    "invariant": lambda text: grammar.invariant(text, 3),
    "number": lambda text: exact.number(text, "--x"),
    "invariants": grammar.invariants,
    "file": read,
}
REFUSALS = (InputError, Malformed)


def inputs(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """(reader, text), the readers in turn."""
    generator = random.Random(seed)
    names = list(READERS)
    for i in range(count):
        name = names[i % len(names)]
        yield name, (_file(generator) if name == "file" else _text(generator, name))


LETTERS = {
    "expression": ("x", "u", "q", "p", "L", "lam", "a1"),
    "condition": ("q", "p", "L", "m"),
    "rate": ("w1", "w2", "w3", "x", "g", "q", "alpha"),
    "invariant": ("w1", "w2", "w3", "x", "q"),
}
NUMBERS = ("2", "1/3", "0", "1e-9", "7", "0.25", "3/2")
FUNCTIONS = {
    "expression": ("sqrt", "abs", "log", "exp", "asinh", "sign", "gamma"),
    "rate": ("abs", "sign"),
    "invariant": ("sqrt", "abs", "log"),
}


def _text(generator: random.Random, name: str) -> str:
    kind = generator.randrange(8)
    if kind == 0:
        return "".join(
            chr(generator.choice((generator.randrange(128), generator.randrange(0x300), generator.randrange(0x11000))))
            for _ in range(generator.randrange(60))
        )
    if kind == 1:
        return generator.choice(("", " ")).join(generator.choices(WORDS, k=generator.randrange(1, 30)))
    if kind == 2:
        return _edited(generator.choice(SOUND), generator, WORDS)
    if kind == 3:
        return _edited(_sound(generator, name), generator, WORDS)
    if kind == 4:
        return _deep(generator)[:LONGEST]
    return _sound(generator, name)


def _sound(generator: random.Random, name: str) -> str:
    """A text that is well formed, except for what a tree of numbers can do (1/0, too large)."""
    if name == "number":
        return generator.choice(("-", "")) + generator.choice(("{}", "{}/{}", "{}.{}", "{}e-{}", "{}.{}e{}")).format(
            *(generator.randrange(10 ** generator.randrange(1, 9)) for _ in range(3))
        )
    if name == "invariants":
        return ",".join(["0", *generator.choices((*NUMBERS, "lam", "a", "b2"), k=generator.randrange(1, 9))])
    return _tree(generator, name, generator.randrange(1, 8))


def _deep(generator: random.Random) -> str:
    n = int(10 ** generator.uniform(0, 3.6))
    opening, closing = generator.choice(
        (
            ("(", ")"),
            ("-", ""),
            ("not ", ""),
            ("sqrt(", ")"),
            ("2**", ""),
            ("x**", "q"),
            ("1+", ""),
            ("x/", ""),
            ("9", ""),
            ("exp(", ")"),
            ("gamma(2*", ")"),
            ("(x+1)*", ""),
        )
    )
    core = generator.choice(("x", "1", "q", "", "1 < q", "9**9**9", "1e10000"))
    return opening * n + core + closing * generator.choice((n, n, n - 1, n + 1))


def _tree(generator: random.Random, name: str, depth: int) -> str:
    if name == "condition":
        if depth > 3 and generator.random() < 0.6:
            return f" {generator.choice(('and', 'or'))} ".join(
                f"({_tree(generator, name, depth - 1)})" for _ in range(2)
            )
        values = [_value(generator, name, min(depth, 3)) for _ in range(2)]
        return generator.choice(("", "not ")) + f" {generator.choice(('<', '<=', '==', '!=', '>'))} ".join(values)
    return _value(generator, name, depth)


def _value(generator: random.Random, name: str, depth: int) -> str:
    if depth == 0 or generator.random() < 0.1:
        return generator.choice((*LETTERS[name], *LETTERS[name], *NUMBERS))
    below = [_value(generator, name, depth - 1) for _ in range(2)]
    kind = generator.randrange(8)
    if kind >= 5 and name in FUNCTIONS:
        if kind == 7 and name == "expression":
            return f"hyp2f1({below[0]}, {below[1]}, 2, -x)"
        return f"{generator.choice(FUNCTIONS[name])}({below[0]})"
    operator = generator.choice(("+", "-", "*", "/", "**"))
    return f"({below[0]}){operator}{'(1/2)' if operator == '**' and generator.random() < 0.7 else f'({below[1]})'}"


def _edited(text: str, generator: random.Random, words: tuple[str, ...]) -> str:
    for _ in range(generator.randrange(1, 5)):
        at = generator.randrange(len(text) + 1)
        end = at + generator.choice((0, 0, 1, 2, 9))
        text = (
            text[:at]
            + generator.choice((generator.choice(words), "", text[at:end] * generator.choice((2, 40))))
            + text[end:]
        )
    return text


def _file(generator: random.Random) -> str:
    kind = generator.randrange(5)
    if kind == 0:
        return _edited(FILE, generator, TOML)
    if kind == 1:
        return generator.choice(("", " ", "\n")).join(generator.choices(TOML, k=generator.randrange(1, 40)))
    if kind == 2:
        lines = FILE.split("\n")
        generator.shuffle(lines)
        return "\n".join(lines[: generator.randrange(len(lines))])
    key = generator.choice(("expression", "condition", "rate", "invariant", "id", "q", "depth", "invariants"))
    value = (
        _text(generator, key if key in READERS else "expression")[:1500]
        .replace("\\", "\\\\")
        .replace('"', '\\"')
        .replace("\n", "\\n")
        .replace("\r", "\\r")
    )
    return "\n".join(f'{key} = "{value}"' if line.startswith(f"{key} =") else line for line in FILE.split("\n"))


def run(
    count: int, seed: int, say: Callable[[str], None] = lambda line: None
) -> tuple[Counter[str], float, str, list[str]]:
    """Counts of read and refused inputs, the slowest in seconds and which it was, and the faults."""
    counts: Counter[str] = Counter()
    slowest, which, faults = 0.0, "", []
    for i, (name, text) in enumerate(inputs(count, seed)):
        started = time.process_time()  # of this process alone: a busy machine is no slow reader
        try:
            READERS[name](text)
            counts[f"{name}, read"] += 1
        except REFUSALS as error:
            counts[f"{name}, refused"] += 1
            if not str(error) or len(max(str(error).splitlines(), key=len)) > 1000:
                faults.append(f"{name} {text[:300]!r}: a refusal without a helpful line: {str(error)[:200]!r}")
        except BaseException as error:
            faults.append(f"{name} {text[:300]!r}: {traceback.format_exception_only(error)[-1].strip()}")
            if isinstance(error, KeyboardInterrupt):
                raise
        if (taken := time.process_time() - started) > slowest:
            slowest, which = taken, f"{name}, {len(text)} characters: {text[:60]!r}"
        if (i + 1) % 20_000 == 0:
            say(f"{i + 1} inputs")
    return counts, slowest, which, faults


def measured(count: int = INPUTS, seed: int = SEED) -> Iterator[str]:
    """The counts, the slowest input, the memory, the faults."""
    counts, slowest, which, faults = run(count, seed, lambda line: print(line, file=sys.stderr, flush=True))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"{sum(counts.values())} inputs, seed {seed}: " + ", ".join(
        f"{name} {n}" for name, n in sorted(counts.items())
    )
    yield f"slowest {slowest:.3f} s ({which}); memory at most {memory:.0f} MB"
    for fault in faults[:50]:
        yield f"FAULT {fault}"
    sound = not faults and slowest < SLOW and memory < MEMORY
    yield f"{len(faults)} faults; " + ("sound" if sound else "NOT SOUND")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz")
    parser.add_argument("--inputs", type=int, default=INPUTS)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    last = ""
    for last in measured(options.inputs, options.seed):
        print(last, flush=True)
    sys.exit(0 if last.endswith("; sound") else 1)
