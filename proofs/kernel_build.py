"""Check every kernel proof and write the certificate: compile, pinned statements, axioms, the separate checker coqchk.

  python -m proofs.kernel          check everything, print a table, write the certificate
  python -m proofs.kernel --jobs 4 that many compilations at once (default 2)

A theorem counts if the file compiles, if it has exactly the type pinned in Statements.v, if its axioms are among
kernel.AXIOMS, if its witnesses exist, and if its mutant is the pinned statement with the change of theorems.toml and is
proved false. Exit code 0 if all count; 1 if one does not; 2 if the proof assistant is missing (nothing is installed).
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
from collections.abc import Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

from . import kernel

PREFIX = "SteepestMirror"
TRIED = "8.16"
INSTALL = "apt-get install --no-install-recommends coq libcoq-coquelicot"
MARK = "@@"

# Vernacular that would let something in without proof, or weaken the kernel's own checks.
FORBIDDEN = re.compile(
    r"\b(Admitted|admit|give_up|Axioms?|Parameters?|Conjectures?|Abort|bypass_check|Unset\s+\w+\s+Checking|Load|"
    r"Declare\s+ML|Redirect|Add\s+(Rec\s+)?LoadPath|Primitive|type_in_type|Extract\w*)\b"
)
LOCAL = re.compile(r"\b(Variables?|Hypothes[ie]s|Context)\b")


class Refused(Exception):
    """A proof, a statement or the set-up is not acceptable; the message says which and why."""


def faults(name: str, text: str) -> list[str]:
    """What is not acceptable in Coq source: unproved statements, weakened checks, assumptions outside a section."""
    found, depth = [f"{name}: a string could hide a comment"] if '"' in text else [], 0
    for sentence in re.split(r"\.(?=\s|$)", kernel.without_comments(text)):
        words = sentence.split()
        if match := FORBIDDEN.search(sentence):
            found.append(f"{name}: {match.group(0)!r} is not allowed")
        if words[:1] == ["Section"]:
            depth += 1
        elif words[:1] == ["End"]:
            depth -= 1
        elif LOCAL.search(sentence) and depth <= 0:
            found.append(f"{name}: {words[0]!r} outside a section is an axiom")
    return found


def requirements(text: str) -> list[str]:
    """The project's own files that a Coq source requires, without their suffix."""
    lists = re.findall(rf"From {PREFIX} Require Import\s(.*?)\.(?=\s|$)", kernel.without_comments(text), re.DOTALL)
    return [name for names in lists for name in names.split()]


def audited(output: str, names: Sequence[str], axioms: Iterable[str] = kernel.AXIOMS) -> dict[str, list[str]]:
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
    if set(parts.pop("Axioms", "?").split()) - kernel.AXIOMS:
        raise Refused("coqchk found an axiom outside the classical reals")
    if parts.pop("Theory", "").split() != ["Set", "is", "predicative"]:
        raise Refused("coqchk reports another theory")
    weakened = [name for name, value in parts.items() if value.strip() != "<none>"]
    if weakened or len(parts) != 3:
        raise Refused(f"coqchk's summary is not clean: {', '.join(weakened) or 'sections are missing'}")


def run(command: Sequence[str], where: Path) -> str:
    """The output of a command. Errors: Refused with its last lines."""
    done = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)
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
        run(["coqc", "-q", "-w", "none", "-Q", ".", PREFIX, f"{name}.v"], where)
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


def audit(sources: Sequence[str]) -> str:
    """Coq source that fails unless every theorem has its pinned type, and prints the axioms of each."""
    lines = [f"From {PREFIX} Require {' '.join(name.removesuffix('.v') for name in sources)}."]
    for theorem in kernel.theorems().values():
        module, name = theorem.file.removesuffix(".v"), theorem.name
        lines += [
            f"Definition pinned_{name} : {PREFIX}.Statements.{theorem.statement} := {PREFIX}.{module}.{name}.",
            f"Definition false_{name} : not {PREFIX}.Mutants.{name}_mutant := {PREFIX}.Mutants.{name}_mutant_false.",
            f'Goal True. idtac "{MARK} {name}". exact I. Qed.',
            f"Print Assumptions {PREFIX}.{module}.{name}.",
        ]
    return "\n".join(lines) + "\n"


def mutants_match(statements: str, mutants: str) -> None:
    """Refuses unless each mutant is its pinned statement with `old` replaced by `new`, once."""
    for theorem in kernel.theorems().values():
        pinned = kernel.definition(statements, theorem.statement)
        changed = pinned.replace(theorem.old, theorem.new)
        if pinned.count(theorem.old) != 1 or changed != kernel.definition(mutants, f"{theorem.name}_mutant"):
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
    sources = {name: (kernel.SOURCES / name).read_text(encoding="utf-8") for name in kernel.files()}
    hashes = {name: kernel.sha256(text) for name, text in sources.items()}
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
        mutants_match(sources["Statements.v"], sources["Mutants.v"])
        seconds = compiled(where, jobs)
        compile_time = time.perf_counter() - started
        (where / "Audit.v").write_text(audit(list(sources)), encoding="utf-8")
        axioms = audited(
            run(["coqc", "-q", "-w", "none", "-Q", ".", PREFIX, "Audit.v"], where), list(kernel.theorems())
        )
        print("axioms checked; the separate checker takes about a minute", file=sys.stderr)
        checked(run(["coqchk", "-silent", "-o", "-Q", ".", PREFIX, *(f"{PREFIX}.{n}" for n in seconds)], where))
    entries = {}
    for theorem in kernel.theorems().values():
        for witness in theorem.witness:
            if not any(re.search(rf"^Theorem {witness}\b", text, re.MULTILINE) for text in sources.values()):
                raise Refused(f"{theorem.name}: its witness {witness} does not exist")
        entries[theorem.name] = {
            "file": theorem.file,
            "statement": kernel.sha256(kernel.definition(sources["Statements.v"], theorem.statement)),
            "proof": hashes[theorem.file],
            "axioms": axioms[theorem.name],
            "lines": proof_lines(sources[theorem.file], theorem.name),
            "seconds": round(seconds[theorem.file.removesuffix(".v")], 2),
        }
    wall = time.perf_counter() - started
    held = {
        "format": kernel.FORMAT,
        "versions": found,
        "sources": hashes,
        "theorems": entries,
        "compile_seconds": round(compile_time, 1),
        "seconds": round(wall, 1),
    }
    report.parent.mkdir(parents=True, exist_ok=True)
    beside = report.with_name(f"{report.name}.{os.getpid()}")
    beside.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    beside.replace(report)
    return wall


def table(report: Path) -> str:
    """The certificate as a table: theorem, lines of its proof, seconds of its file, axioms, statement in a line."""
    held = json.loads(report.read_text(encoding="utf-8"))
    rows = []
    for name, entry in held["theorems"].items():
        axioms = ", ".join(a.rsplit(".", 1)[1] for a in entry["axioms"]) or "none"
        theorem = kernel.theorems()[name]
        rows.append(f"{name}: {theorem.says}\n  if {theorem.assumes}\n  {entry['file']}, {entry['lines']} lines of proof,"
                    f" file compiled in {entry['seconds']} s; axioms: {axioms}")  # fmt: skip
    found = held["versions"]
    rows.append(
        f"{len(rows)} theorems checked with Coq {found['coq']}, Coquelicot {found['coquelicot']}:"
        f" compiled in {held['compile_seconds']} s, everything in {held['seconds']} s"
    )
    return "\n".join(rows)


def main(arguments: Sequence[str]) -> int:
    """The command `python -m proofs.kernel`; its exit code."""
    parser = argparse.ArgumentParser(prog="python -m proofs.kernel", description="Check the kernel proofs.")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="compilations at once (default 2)")
    jobs = max(1, parser.parse_args(arguments).jobs)
    report = kernel.place()
    try:
        check(jobs, report)
    except Missing as fault:
        print(f"kernel: {fault}", file=sys.stderr)
        return 2
    except (Refused, KeyError, OSError) as fault:
        report.unlink(missing_ok=True)
        print(f"kernel: {fault}", file=sys.stderr)
        return 1
    print(table(report))
    print(f"certificate: {report}", file=sys.stderr)
    return 0
