"""Check every kernel proof and write the certificate: compile, pinned statements, axioms, the separate checker coqchk.

  python -m steepest_mirror.proofs.kernel          check everything, print a table, write the certificate
  python -m steepest_mirror.proofs.kernel --jobs 4 that many compilations at once (default 2)
  python -m steepest_mirror.proofs.kernel --statements   write the formal claims that have a theorem, and the statements
                                                         without a hypothesis or with a constant changed, in Coq's words

A theorem counts if the file compiles, if it has exactly the type pinned in Statements.v, if its axioms are among
certificate.AXIOMS, if its witnesses are proved, and if its mutant is the pinned statement with the change of
theorems.toml and is proved false. A hypothesis counts as needed if the pinned statement without it is proved false,
and as spared if that is proved (hypotheses.py); likewise a constant, with the statement in which it is changed. A claim
counts if a theorem proves the translation of its formal claim (claims.py), and is refused for the translation with one
relation changed. All texts are read once more with nothing in scope but the statements, so that no other file can give
their words another meaning, and the statements' own files hold nothing that could (vocabulary.py). Exit code 0 if all
count; 1 if one does not; 2 if the proof assistant is missing (nothing is installed).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

from . import certificate, claims, hypotheses, rule_lemmas, tables, vocabulary

PREFIX = "SteepestMirror"
TRIED = "8.16"
INSTALL = "apt-get install --no-install-recommends coq libcoq-coquelicot"
COMPILE = ("coqc", "-q", "-w", "none", "-Q", ".", PREFIX)
MARK = "@@"
RULE = "rule "
CLAIM = "claim "

# Vernacular that would let something in without proof, weaken the kernel's own checks, or take back what was read.
FORBIDDEN = re.compile(
    r"\b(Admitted|[Aa]dmit|give_up|Axioms?|Parameters?|Conjectures?|Abort|bypass_check|Unset\s+\w+\s+Checking|Load|"
    r"Declare|Redirect|Add\s+(Rec\s+)?LoadPath|Primitive|type_in_type|Extract\w*|Definitional\s+UIP|"
    r"Reset|Back|BackTo|Undo|Drop|Quit)\b"
)
LOCAL = re.compile(r"\b(Variables?|Hypothes[ie]s|Context)\b")
NAME = re.compile(r"[A-Z][A-Za-z0-9]*\.v")
OWN = ("Audit.v", "Axioms.v", "Present.v")


class Refused(Exception):
    """A proof, a statement or the set-up is not acceptable; the message says which and why."""


def faults(name: str, text: str) -> list[str]:
    """What is not acceptable in Coq source: unproved statements, weakened checks, assumptions outside a section."""
    found, depth = [], 0
    if not NAME.fullmatch(name) or name in OWN:
        found.append(f"{name}: not a name for a source")
    if '"' in text or not text.isascii():
        found.append(f"{name}: a string or a letter outside ASCII could hide a comment")
    for sentence in re.split(r"\.(?=\s|$)", certificate.without_comments(text)):
        words = sentence.split()
        if match := FORBIDDEN.search(sentence):
            found.append(f"{name}: {match.group(0)!r} is not allowed")
        if words[:1] == ["Section"]:
            depth += 1
        elif "End" in words:
            depth -= 1
        elif LOCAL.search(sentence) and depth <= 0:
            found.append(f"{name}: {words[0]!r} outside a section is an axiom")
    return found


def requirements(text: str) -> list[str]:
    """The project's own files that a Coq source requires, without their suffix."""
    lists = re.findall(rf"From {PREFIX} Require Import\s(.*?)\.(?=\s|$)", certificate.without_comments(text), re.DOTALL)
    return [name for names in lists for name in names.split()]


def audited(output: str, names: Sequence[str], axioms: Iterable[str] = certificate.AXIOMS) -> dict[str, list[str]]:
    """The axioms of each theorem, from the output of `Print Assumptions` between marks. Errors: Refused.

    Each axiom is the first word of a line that is not indented; whatever is not on the list is refused, a name without
    its module too.
    """
    allowed = {full.split(".", 2)[2]: full for full in axioms}
    found: dict[str, list[str]] = {}
    for block in output.split(MARK)[1:]:
        lines = [line for line in block.splitlines() if not line.startswith("Fetching opaque proofs from disk for ")]
        name, rest = lines[0].strip(), [line for line in lines[1:] if line.strip()]
        if rest == ["Closed under the global context"]:
            found[name] = []
            continue
        if rest[:1] != ["Axioms:"] or len(rest) < 2:
            raise Refused(f"{name}: the kernel's answer about its axioms is not understood: {rest[:1]}")
        words = [line.split()[0] for line in rest[1:] if not line[0].isspace()]
        if strange := [word for word in words if word.rstrip(":") not in allowed]:
            raise Refused(f"{name} rests on {', '.join(strange)}, which is not an axiom of the classical reals")
        found[name] = sorted(allowed[word.rstrip(":")] for word in words)
    if list(found) != list(names):
        raise Refused("the kernel's answer about axioms does not cover every theorem")
    return found


def checked(output: str) -> None:
    """Refuses unless the summary of `coqchk -o` names only the axioms of the classical reals and no weakened check."""
    parts = dict(re.findall(r"^\* ([^:\n]+):(.*?)(?=^\* |\Z)", output, re.DOTALL | re.MULTILINE))
    if set(parts.pop("Axioms", "?").split()) - certificate.AXIOMS:
        raise Refused("coqchk found an axiom outside the classical reals")
    if parts.pop("Theory", "").split() != ["Set", "is", "predicative"]:
        raise Refused("coqchk reports another theory")
    weakened = [name for name, value in parts.items() if value.strip() != "<none>"]
    if weakened or len(parts) != 3:
        raise Refused(f"coqchk's summary is not clean: {', '.join(weakened) or 'sections are missing'}")


def run(command: Sequence[str], where: Path) -> str:
    """The output of a command that finds no library but the installed ones. Errors: Refused with its last lines."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("COQ", "OCAML", "CAML"))}
    environment |= {"XDG_DATA_HOME": str(where / "none"), "XDG_DATA_DIRS": str(where / "none")}
    done = subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stdout + done.stderr).strip().splitlines()[-12:]
        raise Refused(f"{' '.join(command)} failed:\n" + "\n".join(last))
    return done.stdout + done.stderr


def versions(where: Path) -> dict[str, str]:
    """The versions of Coq and Coquelicot. Errors: Refused, naming the packages, if one is missing."""
    missing = f"Debian's packages coq and libcoq-coquelicot are needed and nothing is installed for you: {INSTALL}"
    if not all(shutil.which(tool) for tool in ("coqc", "coqchk")):
        raise Missing(f"the proof assistant is missing. {missing}")
    coq = re.search(r"\d+\.\d+(\.\d+)?", run(["coqc", "--version"], where))
    (where / "Present.v").write_text("From Coquelicot Require Import Coquelicot.\n", encoding="utf-8")
    try:
        run(["coqc", "-w", "none", "Present.v"], where)
    except Refused:
        raise Missing(f"the library Coquelicot is missing. {missing}") from None
    library = "unknown"
    if shutil.which("dpkg-query"):
        asked = ["dpkg-query", "-W", "-f", "${Version}", "libcoq-coquelicot"]
        library = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() or library
    return {"coq": coq.group(0) if coq else "unknown", "coquelicot": library}


class Missing(Refused):
    """The proof assistant or its library is not there."""


def compiled(where: Path, jobs: int, say: bool = True) -> dict[str, float]:
    """Compiles every source in `where`, each after those it requires; the seconds each took. Errors: Refused."""
    waiting = {p.stem: set(requirements(p.read_text(encoding="utf-8"))) for p in sorted(where.glob("*.v"))}
    seconds: dict[str, float] = {}
    running: dict[Future[float], str] = {}

    def one(name: str) -> float:
        started = time.perf_counter()
        run([*COMPILE, f"{name}.v"], where)
        return time.perf_counter() - started

    with ThreadPoolExecutor(jobs) as pool:
        while waiting or running:
            ready = [n for n, needs in waiting.items() if needs <= seconds.keys()][: jobs - len(running)]
            for name in ready:
                running[pool.submit(one, name)] = name
                del waiting[name]
            if not running:
                raise Refused(f"these files require each other: {', '.join(waiting)}")
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                name = running.pop(done)
                seconds[name] = done.result()
                if say:
                    print(f"{name}.v compiled ({seconds[name]:.1f} s)", file=sys.stderr)
    return seconds


def audit(sources: Mapping[str, str]) -> str:
    """Coq source that fails unless every theorem proves its pinned text, its mutant's text is refuted and its witnesses
    exist.

    The texts are read with only Statements.v imported. Errors: Refused, KeyError.
    """
    lines = [
        "From Coq Require Import Reals.",
        "From Coquelicot Require Import Coquelicot.",
        f"From {PREFIX} Require Import Statements.",
        f"From {PREFIX} Require {' '.join(name.removesuffix('.v') for name in sources)}.",
        "Local Open Scope R_scope.",
    ]
    for theorem in certificate.theorems().values():
        module, name = theorem.file.removesuffix(".v"), theorem.name
        text = certificate.definition(sources["Statements.v"], theorem.statement)
        lines += [
            f"Definition pinned_{name} : ({text}) := {PREFIX}.{module}.{name}.",
            f"Definition stated_{name} : {PREFIX}.Statements.{theorem.statement} := pinned_{name}.",
            f"Definition false_{name} : ~ ({text.replace(theorem.old, theorem.new)})",
            f"  := {PREFIX}.Mutants.{name}_mutant_false.",
            *(f"Definition {name}_has_{w} := @{PREFIX}.{witness_file(w, sources)}.{w}." for w in theorem.witness),
        ]
    lines += hypotheses.audit()
    lines.append(f"From {PREFIX} Require Import {rule_lemmas.STATEMENTS.removesuffix('.v')}.")
    for rule, file in rule_lemmas.lemmas().items():
        text = certificate.definition(sources[rule_lemmas.STATEMENTS], f"rule_{rule}")
        lines += [
            f"Definition ruled_{rule} : ({text}) := {PREFIX}.{file.removesuffix('.v')}.{rule}.",
            f"Definition stated_rule_{rule} : {PREFIX}.RuleStatements.rule_{rule} := ruled_{rule}.",
        ]
    lines.append(f"From {PREFIX} Require Import Vocabulary.")
    lines += claims.audit()
    return "\n".join(lines) + "\n"


def asked() -> dict[str, str]:
    """What is asked about axioms: a name, and the constant of the audit that it stands for."""
    rules = {f"{RULE}{name}": f"ruled_{name}" for name in rule_lemmas.lemmas()}
    whole = {f"{CLAIM}{name}": f"claimed_{claims.coq(name)}" for name in claims.proved()}
    return {name: f"pinned_{name}" for name in certificate.theorems()} | rules | whole


def questions() -> str:
    """Coq source that prints the axioms of each theorem and each rule's lemma after its mark."""
    lines = [f"From {PREFIX} Require Audit."]
    for name, constant in asked().items():
        lines += [
            f'Goal True. idtac "{MARK} {name}". exact I. Qed.',
            f"Print Assumptions {PREFIX}.Audit.{constant}.",
        ]
    return "\n".join(lines) + "\n"


def witness_file(name: str, sources: Mapping[str, str]) -> str:
    """The file, without its suffix, in which `Theorem name` stands. Errors: Refused."""
    for file, text in sources.items():
        if re.search(rf"^\s*Theorem {re.escape(name)}\b", certificate.without_comments(text), re.MULTILINE):
            return file.removesuffix(".v")
    raise Refused(f"the witness {name} does not exist")


def mutants_match(statements: str, mutants: str) -> None:
    """Refuses unless each mutant is its pinned statement with `old` replaced by `new`, once."""
    for theorem in certificate.theorems().values():
        pinned = certificate.definition(statements, theorem.statement)
        changed = pinned.replace(theorem.old, theorem.new)
        if pinned.count(theorem.old) != 1 or changed != certificate.definition(mutants, f"{theorem.name}_mutant"):
            raise Refused(f"{theorem.name}: its mutant is not the pinned statement with the stated change")


def proof_lines(text: str, name: str) -> int:
    """Lines from `Theorem name` to its Qed."""
    found = re.search(rf"^Theorem {re.escape(name)}\b.*?\bQed\.", text, re.DOTALL | re.MULTILINE)
    if found is None:
        raise Refused(f"no theorem {name}")
    return found.group(0).count("\n") + 1


def check(jobs: int, report: Path) -> float:
    """Checks everything and writes the certificate to `report`; the wall time in seconds. Errors: Refused, Missing."""
    started = time.perf_counter()
    sources = {name: (certificate.SOURCES / name).read_text(encoding="utf-8") for name in certificate.files()}
    hashes = certificate.hashes() | {name: certificate.sha256(text) for name, text in sources.items()}
    with tempfile.TemporaryDirectory(prefix="steepest-mirror-kernel-") as made:
        where = Path(made)
        found = versions(where)
        if not found["coq"].startswith(TRIED):
            print(f"only Coq {TRIED} was tried; this is {found['coq']}", file=sys.stderr)
        (where / "Present.v").unlink()
        for name, text in sources.items():
            if bad := faults(name, text):
                raise Refused("\n".join(bad))
            (where / name).write_text(text, encoding="utf-8")
        if bad := vocabulary.faults(sources):
            raise Refused("\n".join(bad))
        mutants_match(sources["Statements.v"], sources["Mutants.v"])
        if other := claims.differing(sources[claims.STATEMENTS]):
            raise Refused(f"{claims.STATEMENTS} is not the translation of the formal claims: {', '.join(other)}")
        if sources[claims.STATEMENTS] != claims.statements():
            raise Refused(f"{claims.STATEMENTS} holds more than the translation of the formal claims")
        seconds = compiled(where, jobs)
        compile_time = time.perf_counter() - started
        (where / "Audit.v").write_text(audit(sources), encoding="utf-8")
        (where / "Axioms.v").write_text(questions(), encoding="utf-8")
        run([*COMPILE, "Audit.v"], where)
        print("statements and mutants checked; axioms and coqchk take a minute", file=sys.stderr)
        with ThreadPoolExecutor(jobs) as pool:
            everything = [f"{PREFIX}.{name}" for name in (*seconds, "Audit")]
            second = pool.submit(run, ["coqchk", "-silent", "-o", "-Q", ".", PREFIX, *everything], where)
            axioms = audited(pool.submit(run, [*COMPILE, "Axioms.v"], where).result(), list(asked()))
            checked(second.result())
    entries = {}
    for theorem in certificate.theorems().values():
        entries[theorem.name] = {
            "file": theorem.file,
            "statement": certificate.sha256(certificate.definition(sources["Statements.v"], theorem.statement)),
            "proof": hashes[theorem.file],
            "axioms": axioms[theorem.name],
            "lines": proof_lines(sources[theorem.file], theorem.name),
            "seconds": round(seconds[theorem.file.removesuffix(".v")], 2),
        }
    stated = sources[rule_lemmas.STATEMENTS]
    rules = {
        name: {
            "file": file,
            "statement": certificate.sha256(certificate.definition(stated, f"rule_{name}")),
            "axioms": axioms[f"{RULE}{name}"],
        }
        for name, file in rule_lemmas.lemmas().items()
    }
    whole = {
        name: {
            **claims.entry(name, file, sources[claims.STATEMENTS]),
            "axioms": axioms[f"{CLAIM}{name}"],
            "lines": proof_lines(sources[file], f"{claims.coq(name)}_claim"),
            "seconds": round(seconds[file.removesuffix(".v")], 2),
        }
        for name, file in claims.proved().items()
    }
    wall = time.perf_counter() - started
    held = {
        "format": certificate.FORMAT,
        "versions": found,
        "sources": hashes,
        "theorems": entries,
        "rules": rules,
        "claims": whole,
        "compile_seconds": round(compile_time, 1),
        "seconds": round(wall, 1),
    }
    report.parent.mkdir(parents=True, exist_ok=True)
    written(report, json.dumps(held, indent=1) + "\n")
    return wall


def written(path: Path, text: str) -> None:
    """Writes the file at once: who reads it meanwhile reads the old text or the new one."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def main(arguments: Sequence[str]) -> int:
    """The command `python -m steepest_mirror.proofs.kernel`; its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m steepest_mirror.proofs.kernel", description="Check the kernel proofs."
    )
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="compilations at once (default 2)")
    parser.add_argument("--statements", action="store_true", help="only write the Coq statements that code writes")
    options = parser.parse_args(arguments)
    if options.statements:
        written(certificate.SOURCES / claims.STATEMENTS, claims.statements())
        for kind, name in hypotheses.STATED.items():
            written(certificate.SOURCES / name, hypotheses.statements(kind))
        return 0
    jobs = max(1, options.jobs)
    report = certificate.place()
    try:
        check(jobs, report)
    except Missing as fault:
        print(f"kernel: {fault}", file=sys.stderr)
        return 2
    except (Refused, KeyError, OSError) as fault:
        report.unlink(missing_ok=True)
        print(f"kernel: {fault}", file=sys.stderr)
        return 1
    print(tables.everything(json.loads(report.read_text(encoding="utf-8"))), flush=True)  # before what stderr says
    print(f"certificate: {report}", file=sys.stderr)
    return 0
