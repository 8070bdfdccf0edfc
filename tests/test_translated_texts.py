"""Every text that is said with values is given those that it names: a wrong one is a crash."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).parent.parent


def calls() -> Iterator[tuple[str, ast.Call]]:
    for folder in ("modeller", "ui"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    yield f"{file.relative_to(ROOT)}:{node.lineno}", node


def test_that_each_text_gets_the_values_it_names():
    wrong, seen = [], 0
    for place, call in calls():
        if call.func.id != "translate" or len(call.args) < 2:  # type: ignore[attr-defined]
            continue
        text = call.args[1]
        given = {str(word.arg) for word in call.keywords}
        if not isinstance(text, ast.Constant) or not isinstance(text.value, str) or "None" in given:
            continue
        seen += 1
        named = {field for _, field, _, _ in Formatter().parse(text.value) if field}
        if not named <= given:
            wrong.append(f"{place}: {text.value!r} is given {sorted(given)}")
    assert wrong == []
    assert seen > 300


COMMANDS = ("modeller/cli/", "modeller/sweep/", "modeller/backtest/")
"""What only the command line runs, or asks in such detail."""


def test_that_no_fault_that_the_window_may_show_names_an_option_of_the_command_line():
    naming, seen = [], 0
    for place, call in calls():
        if call.func.id not in ("problem", "fault", "translatable"):  # type: ignore[attr-defined]
            continue
        if not place.startswith(COMMANDS):
            texts = [str(given.value) for given in call.args if isinstance(given, ast.Constant)]
            naming += [f"{place}: {text}" for text in texts if "--" in text]
            seen += 1
    assert naming == []
    assert seen > 100
