"""Coverage-guided fuzzing of every reader: ``make fuzz ARGS="scenario 600"``.

The arguments are the name of a reader, or ``all``, and the seconds for each. The time spent is
added up in ``fuzz-results.json``, in seconds of the processor, because several may run side by
side. Inputs that reach new code are kept in ``build/fuzz/READER`` for the next run; ``make fuzz
ARGS="keep"`` puts the smallest set that reaches as much into ``tests/corpus``, which the tests
replay; ``make fuzz ARGS="table"`` writes the results into ``docs/reliability.md``. An input that
fails is put into ``tests/corpus`` at once.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.soak.reader import CORPUS, Reader, words
from benchmarks.soak.readers import READERS

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "fuzz"
RESULTS = Path(__file__).with_name("fuzz-results.json")
PAGE = ROOT / "docs" / "reliability.md"
HUNG_SECONDS = 600
"""Seconds after which an input is abandoned; its own process reports it earlier if it is slow."""
MOST_MEGABYTES = 2_048
LARGEST_KEPT = 6_000
"""The most bytes of an input worth keeping; larger ones seldom reach more."""
MOST_KEPT = 60_000
"""The most bytes of a reader's whole corpus, which the tests replay."""
MOST_INPUTS = 100
_BLOCK = re.compile(r"(<!-- fuzz: .*? -->\n).*?(<!-- /fuzz -->)", re.DOTALL)
_RUNS = re.compile(r"^stat::number_of_executed_units:\s+(\d+)", re.MULTILINE)
_DONE = re.compile(r"^#(\d+)\s", re.MULTILINE)


def main(arguments: list[str]) -> None:
    """Fuzz a reader or all, or keep what was found."""
    match arguments:
        case ["keep", *names] if set(names) <= set(READERS):
            for name in names or READERS:
                print(f"{name}: {_keep(READERS[name])} inputs kept")
        case ["table"]:
            write_table()
        case ["all", seconds] if seconds.isdigit():
            failed = [name for name in READERS if not _fuzz(READERS[name], int(seconds))]
            sys.exit(bool(failed))
        case [name, seconds] if name in READERS and seconds.isdigit():
            sys.exit(not _fuzz(READERS[name], int(seconds)))
        case _:
            print(__doc__)
            print("Readers:", ", ".join(READERS))
            sys.exit(2)


def fuzzed(name: str, seconds: int) -> bool:
    """Fuzz one reader for so long; whether it held."""
    return _fuzz(READERS[name], seconds)


def write_table() -> None:
    """Write the results so far into the page."""
    page = PAGE.read_text("utf-8")
    PAGE.write_text(_BLOCK.sub(lambda found: f"{found[1]}{table()}{found[2]}", page), "utf-8")


def table() -> str:
    """The results so far, in Markdown."""
    lines = ["| reader | inputs | minutes | faults |", "|---|--:|--:|--:|"]
    for name, total in json.loads(RESULTS.read_text("utf-8")).items():
        minutes = total["seconds"] / 60
        lines.append(f"| {name} | {total['inputs']:,} | {minutes:.0f} | {total['faults']} |")
    return "\n".join(lines) + "\n"


def _fuzz(reader: Reader, seconds: int) -> bool:
    """Fuzz one reader for so long; whether it held."""
    corpus, faults = _corpus(reader), WORK / "faults" / reader.name
    faults.mkdir(parents=True, exist_ok=True)
    before = set(faults.iterdir())
    with tempfile.NamedTemporaryFile("wb", suffix=".dict") as dictionary:
        dictionary.write(b"".join(b'"%s"\n' % word for word in sorted(words(reader))))
        dictionary.flush()
        began = _processor_seconds()
        output = _run(
            reader,
            f"-max_total_time={seconds}",
            f"-max_len={reader.longest}",
            f"-timeout={HUNG_SECONDS}",
            f"-report_slow_units={HUNG_SECONDS}",
            f"-rss_limit_mb={MOST_MEGABYTES}",
            f"-dict={dictionary.name}",
            f"-artifact_prefix={faults}/",
            "-print_final_stats=1",
            str(corpus),
        )
    took = _processor_seconds() - began
    found = sorted(set(faults.iterdir()) - before)
    counted = [int(number) for number in _RUNS.findall(output) or _DONE.findall(output)]
    runs = counted[-1] if counted else 0
    if not runs:
        print(output[-3_000:])
    _add_up(reader, runs, took, len(found))
    print(f"{reader.name}: {runs:,} inputs in {took:,.0f} s, {len(found)} faults", flush=True)
    for fault in found:
        at = max(output.rfind("Uncaught Python exception"), 0)
        print(f"  {fault}\n{output[at:][:3_000]}", flush=True)
        kept = CORPUS / reader.name / f"fault-{_name(fault.read_bytes())}"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(fault.read_bytes())
    return bool(runs) and not found


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(reader: Reader, *options: str) -> str:
    command = [sys.executable, "-m", "benchmarks.soak.fuzzed", reader.name, *options]
    with tempfile.TemporaryDirectory(prefix="fuzz-") as home:
        # folders of its own, so that no reader touches the user's files
        places = {f"XDG_{kind}_HOME": home for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
        environment = {**os.environ, **places, "HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        if Path("/dev/shm").is_dir():
            environment["TMPDIR"] = "/dev/shm"  # an input takes only a millisecond
        ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    return (ended.stdout + ended.stderr).decode("utf-8", "replace")


def _corpus(reader: Reader) -> Path:
    """The folder of inputs for a run, with seeds and kept inputs."""
    folder = WORK / reader.name
    folder.mkdir(parents=True, exist_ok=True)
    kept = (CORPUS / reader.name).glob("*")
    for data in (*reader.seeds(), *(path.read_bytes() for path in kept)):
        (folder / _name(data)).write_bytes(data)
    return folder


def _keep(reader: Reader) -> int:
    """Put the smallest set of inputs that reaches as much into the kept corpus."""
    place = CORPUS / reader.name
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as merged:
        _run(reader, "-merge=1", f"-max_len={LARGEST_KEPT}", merged, str(_corpus(reader)))
        inputs = sorted((path.read_bytes() for path in Path(merged).iterdir()), key=len)
    for old in place.glob("[!f]*"):  # inputs that once failed are always kept
        old.unlink()
    # both short and long ones, because they reach different code
    inputs = inputs[:: -(-len(inputs) // MOST_INPUTS) or 1]
    while sum(map(len, inputs)) > MOST_KEPT:
        inputs.pop()
    for data in inputs:
        (place / f"i-{_name(data)}").write_bytes(data)
    return len(inputs)


def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _add_up(reader: Reader, runs: int, seconds: float, faults: int) -> None:
    with RESULTS.open("r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # other runs may write it at the same time
        results = json.load(file)
        total = results.setdefault(reader.name, {"inputs": 0, "seconds": 0, "faults": 0})
        total["inputs"] += runs
        total["seconds"] += round(seconds)
        total["faults"] += faults
        total["last"] = datetime.now(UTC).date().isoformat()
        file.seek(0)
        file.truncate()
        file.write(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
