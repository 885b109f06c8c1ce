"""Reading a trajectory problem: exact numbers, and errors that name file, line and column."""

from __future__ import annotations

from fractions import Fraction

import pytest

from steepest_mirror.numeric_checks.flow.problem import Decay, LeastSquares, Linear, Logistic, Quadratic
from steepest_mirror.proofs.commands import common, problem
from steepest_mirror.symbolic.errors import InputError


def read(*argv: str):
    parser = common.Parser(prog="test")
    problem.add_problem(parser)
    return problem.problem(parser.parse(["--q", "3/2", "--until", "5", *argv]))


def test_weights_and_objectives_are_exact():
    task = read("--weights", "-0.1,1/3;1e-3,2", "--gradient", "-1,0.5")
    assert task.weights == ((Fraction(-1, 10), Fraction(1, 3)), (Fraction(1, 1000), Fraction(2)))
    assert task.objective == Linear((Fraction(-1), Fraction(1, 2)))
    assert read("--weights", "1,2", "--target", "-3").objective == Quadratic((Fraction(-3),))


def test_matrices_come_from_files(tmp_path):
    (tmp_path / "A.csv").write_text("\ufeff1/3,0.1\r\n\r\n-2, 1e-2\r\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("1\n-1")
    A, b = str(tmp_path / "A.csv"), str(tmp_path / "b.csv")
    rows = ((Fraction(1, 3), Fraction(1, 10)), (Fraction(-2), Fraction(1, 100)))
    labels = (Fraction(1), Fraction(-1))
    assert read("--weights", "1,2;1,2", "--least-squares", A, b).objective == LeastSquares(rows, labels)
    assert read("--weights", "1,2;1,2", "--logistic", A, b).objective == Logistic(rows, labels)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1,2\n3,x\n", "A.csv, line 2, column 2: 'x'"),
        ("1,2\n\n3\n", "A.csv, line 3: '1 column'"),
        ("a,b\n1,2\n", "A.csv, line 1: 'a,b' is not usable: this is a header row"),
        ("1 2\n3 4\n", "A.csv, line 1: '1 2' is not usable: put commas between the numbers"),
        ("1,2\n3;4\n", "A.csv, line 2: '3;4' is not usable: put commas between the numbers"),
        ("1,,2\n", "line 1, column 2: ''"),
        ("", "holds no numbers"),
        ("1,2\n", "1 row and 2 right-hand sides"),
    ],
)
def test_a_faulty_file_is_named_with_the_place(tmp_path, text, message):
    (tmp_path / "A.csv").write_text(text)
    (tmp_path / "b.csv").write_text("1\n2\n")
    with pytest.raises(InputError) as error:
        read("--weights", "1,2;1,2", "--least-squares", str(tmp_path / "A.csv"), str(tmp_path / "b.csv"))
    assert message in str(error.value) and "least-squares" in str(error.value).replace("_", "-")


def test_a_file_that_is_not_text(tmp_path):
    (tmp_path / "A.csv").write_bytes(b"1,\xff")
    for path in (tmp_path / "A.csv", tmp_path, tmp_path / "missing", "a\0b"):
        with pytest.raises(InputError, match="--logistic"):
            read("--weights", "1,2", "--logistic", str(path), str(path))


def test_decay_is_a_number_or_pieces():
    half, zero = (Fraction(1, 2),), (Fraction(0),)
    base = ("--weights", "1,2", "--target", "1")
    assert read(*base).decay.absent
    assert read(*base, "--decay", "0.5", "--decay-kind", "coupled").decay == Decay(((Fraction(0), half),), "coupled")
    pieces = ((Fraction(0), half), (Fraction(3), zero))
    assert read(*base, "--decay", "0:1/2;3:0").decay == Decay(pieces)
    line = ((Fraction(0), (Fraction(1), Fraction(-1, 5))),)  # 1 - t/5, which is 0 at the end time 5
    assert read(*base, "--decay", "0:1,-1/5").decay == Decay(line)
    with pytest.raises(InputError, match="negative somewhere"):
        read(*base, "--decay", "0:1,-0.2000001")
