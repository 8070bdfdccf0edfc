"""The command line for a test: run in this process, what it prints caught."""

from __future__ import annotations

import json
from pathlib import Path

from modeller.cli import main
from modeller.scenario.file import write_scenario

ROOT = Path(__file__).parents[1]
QUICK = ["--weeks", "4", "--draws", "100"]


def run(capsys, *arguments):
    """Exit code, what was printed and what was complained of."""
    code = main(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def document(capsys, *arguments):
    """What a command that succeeds prints as JSON."""
    code, printed, _ = run(capsys, *arguments, "--format", "json")
    assert code == 0
    return json.loads(printed)


def saved(folder, scenario, name="mine.scenario.json", **fields):
    """The scenario's file in a folder."""
    path = folder / name
    write_scenario(path, scenario, **fields)
    return path
