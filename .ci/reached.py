"""How much of the code the tests reach, and all of what must be: ``make coverage``.

    make coverage                  the whole suite; writes the figure into docs/tests.md
    make coverage ARGS=required    in half a minute: the files below and the tests about them

Some files must be complete, every line and every branch: what is wrong there is wrong everywhere.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "coverage"
PAGE = ROOT / "docs" / "tests.md"
BLOCK = re.compile(r"(<!-- coverage -->\n).*?(<!-- end -->\n)", re.DOTALL)

REQUIRED = (
    "modeller/base/saving.py",
    "modeller/model/equations.py",
    "modeller/scenario/differences.py",
    "modeller/scenario/digest.py",
    "modeller/scenario/fields.py",
    "modeller/scenario/scenario.py",
    "modeller/scenario/setting.py",
    "ui/desk/session.py",
)
TESTS = (
    "tests/test_equations_by_hand.py",
    "tests/test_overwriting.py",
    "tests/test_saving.py",
    "tests/test_scenario.py",
    "tests/test_scenario_fields.py",
    "tests/test_scenario_saving.py",
    "tests/test_session.py",
)
"""They reach every branch of those by themselves; what they test of commands is left out there."""
NOT_NEEDED = "not command and not sweep and not briefing and not many_who"


def run(arguments: list[str]) -> int:
    """Run tests and measure, in every process that they start; their exit code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    settings = {"COVERAGE_FILE": str(FOLDER / "data"), "QT_QPA_PLATFORM": "offscreen"}
    os.environ.update(settings)
    for old in FOLDER.glob("data*"):
        old.unlink()
    coverage = [sys.executable, "-m", "coverage"]
    code = subprocess.run([*coverage, "run", "-m", "pytest", *arguments], cwd=ROOT, check=False)
    subprocess.run([*coverage, "combine", "-q"], cwd=ROOT, check=True)
    report = ["json", "-q", "-o", str(FOLDER / "report.json")]
    subprocess.run([*coverage, *report], cwd=ROOT, check=True)
    return code.returncode


def incomplete(files: dict[str, dict[str, object]]) -> list[str]:
    """What of the files that must be complete no test reaches: lines, and ways on from a line."""
    found = []
    for name in REQUIRED:
        known = files.get(name, {})
        lines, ways = known.get("missing_lines", ["all"]), known.get("missing_branches", [])
        assert isinstance(lines, list)
        assert isinstance(ways, list)
        found += [f"{name}, line {line}" for line in lines]
        found += [f"{name}, from line {start} to {max(end, 0) or 'its end'}" for start, end in ways]
    return found


def rooms(files: dict[str, dict[str, dict[str, int]]]) -> str:
    """A table of the rooms: lines and branches, and what share of both is reached."""
    sums: dict[str, list[int]] = {}
    for name, each in files.items():
        parts = name.split("/")
        room = "/".join(parts[:2]) if len(parts) > 2 else parts[0]
        known, counted = each["summary"], sums.setdefault(room, [0, 0, 0])
        counted[0] += known["num_statements"]
        counted[1] += known["num_branches"]
        counted[2] += known["covered_lines"] + known["covered_branches"]
    sums["all"] = [sum(column) for column in zip(*sums.values(), strict=True)]
    lines = ["| room | statements | branches | reached |", "|---|--:|--:|--:|"]
    for room, (statements, branches, reached) in sums.items():
        share = 100.0 * reached / max(statements + branches, 1)
        shown = "**all**" if room == "all" else f"`{room}`"
        lines.append(f"| {shown} | {statements:,} | {branches:,} | {share:.1f} % |")
    return "\n".join(lines) + "\n"


def main(asked: list[str]) -> int:
    """0 when the tests pass and the required files are complete."""
    fast = asked == ["required"]
    code = run(["-n0", "-q", "-k", NOT_NEEDED, *TESTS] if fast else ["-n", "2", "-q", *asked])
    files = json.loads((FOLDER / "report.json").read_text("utf-8"))["files"]
    missing = incomplete(files)
    for place in missing:
        sys.stdout.write(f"not reached: {place}\n")
    if not missing:
        sys.stdout.write(f"complete: {', '.join(REQUIRED)}\n")
    if not asked and code == 0:
        text = PAGE.read_text("utf-8")
        PAGE.write_text(BLOCK.sub(lambda at: at[1] + rooms(files) + at[2], text), "utf-8")
        sys.stdout.write(f"written: {PAGE.relative_to(ROOT)}\n")
    return code or int(bool(missing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
