# make verify   judge every statement of the catalogue (the main job)
# make test     lint, types and tests
# make bench    timings, and the tests that take minutes
# make kernel   the proofs that Rocq checks
# make experiments   a small version of every experiment, under five minutes
# make docs     the documentation as static pages, in site/, and the notebooks run again
# make wheel    the distribution, in dist/
# The environment is .venv, with the versions of constraints.txt; PYTHON chooses the interpreter (3.11 or later).

PYTHON ?= python3
BIN := .venv/bin
COMPILED := numeric_checks/flow/smooth/recurrences.c
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: verify test bench kernel experiments docs wheel clean

verify: .venv/run
	$(BIN)/steepest-mirror verify

# compiled modules are kept: the tests start the program many times
test: export PYTHONDONTWRITEBYTECODE =
test: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2

bench: .venv/dev
	$(BIN)/python -m benchmarks
	$(BIN)/python -m pytest -m heavy

kernel: .venv/run
	$(BIN)/python -m steepest_mirror.proofs.kernel

# Its verdicts are findings (1: something disagrees, 4: not resolved); it fails where a run failed or nothing ran.
experiments: .venv/experiments
	rm -rf build/experiments
	$(BIN)/steepest-mirror experiment all --small --jobs 2 --out build/experiments || case $$? in 1|4) ;; *) exit 1;; esac
	! grep -l '"status": "failed"' build/experiments/*/rows.jsonl

docs: .venv/dev
	$(BIN)/python docs/site/notebooks.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet

wheel: .venv/dev
	$(BIN)/python -m build --wheel --no-isolation

.venv/run: pyproject.toml constraints.txt setup.py $(COMPILED)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(INSTALL) -e '.[pictures,double]'
	touch $@

.venv/dev: .venv/run
	$(INSTALL) -e '.[dev,pictures,double]'
	touch $@

.venv/experiments: .venv/run
	$(INSTALL) -e '.[pictures,experiments]'
	touch $@

clean:
	rm -rf .venv build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis
