"""One table for each kind of door: nothing is missing in a row, and there is no second list."""

from __future__ import annotations

import argparse
import ast
import inspect
import pkgutil
import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu

import modeller
import modeller.cli
import modeller.quality
import modeller.sweep.output
import ui
import ui.analysis
import ui.analysis.copies
import ui.charts.chart
from modeller.analysis.questions import ANALYSES, BRIEFED, analysis, current_name
from modeller.base.bounded_reading import FileKind, read_file, read_pipe
from modeller.base.errors import ModellerError
from modeller.base.formats import FORMATS, Thing, format_for, formats_of
from modeller.briefing import SECTIONS, analysis_runs, exporting
from modeller.briefing.analysis_table import ANALYSED, Analyses
from modeller.cli import COMMANDS, main, prepared
from ui.analysis.panels import panel_of
from ui.window.menu_rows import Action, Menu
from ui.window.menus import ENTRIES

ROOT = Path(modeller.__file__).parents[1]
SOURCES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for package in ("modeller", "ui")
    for path in sorted((ROOT / package).glob("**/*.py"))
    if "__pycache__" not in path.parts  # the kernels' source, written from the equations
}
ACTIONS = [entry for entry in ENTRIES if isinstance(entry, Action)]
MENUS = [entry for entry in ENTRIES if isinstance(entry, Menu)]


def calls(code: str, *names: str) -> list[ast.Call]:
    """Calls of functions or methods so named."""
    return [
        node
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in names
    ]


# ---------------------------------------------------------------- actions


def test_that_every_action_of_the_menus_is_a_row_and_every_row_is_in_its_menu(open_window):
    window = open_window().window
    filled = {entry.id for entry in MENUS if entry.fill is not None}
    found: dict[str, list[str]] = {}

    def walk(menu: QMenu, name: str) -> None:
        for action in menu.actions():
            inside = action.menu()
            if action.isSeparator():
                continue
            if isinstance(inside, QMenu):
                found.setdefault(name, []).append(action.objectName().removeprefix("menu-"))
                if found[name][-1] not in filled:
                    walk(inside, found[name][-1])
            else:
                found.setdefault(name, []).append(action.objectName())

    for top in window.menuBar().actions():
        found.setdefault("", []).append(top.objectName().removeprefix("menu-"))
        menu = top.menu()
        assert isinstance(menu, QMenu)
        walk(menu, found[""][-1])
    rows: dict[str, list[str]] = {}
    for entry in ENTRIES:
        place = entry.menu if isinstance(entry, Action) else entry.within
        rows.setdefault(place, []).append(entry.id)
    assert found == rows
    with_keys = {each.objectName() for each in window.findChildren(QAction) if each.shortcuts()}
    assert with_keys <= {entry.id for entry in ACTIONS}
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize("entry", ACTIONS, ids=lambda entry: entry.id)
def test_that_an_action_does_one_thing_and_its_rules_are_in_order(entry):
    assert sum(each is not None for each in (entry.does, entry.switches, entry.made)) == 1
    assert entry.menu in {menu.id for menu in MENUS}
    assert entry.text
    groups = [
        each.group
        for each in ENTRIES
        if (each.menu if isinstance(each, Action) else each.within) == entry.menu
    ]
    assert groups == sorted(groups)


def test_that_no_menu_is_made_beside_the_table_and_nobody_needs_the_window_itself():
    makers = {
        name
        for name, code in SOURCES.items()
        if name.startswith("ui/") and any("menuBar" in ast.dump(c) for c in calls(code, "addMenu"))
    }
    assert makers == {"ui/window/menu_bar.py"}
    knowing = {name for name, code in SOURCES.items() if re.search(r"import MainWindow\b", code)}
    assert knowing == {"ui/window/application.py"}


# ---------------------------------------------------------------- analyses


@pytest.mark.parametrize("row", ANALYSES, ids=lambda row: row.key)
def test_that_an_analysis_has_its_name_everywhere(row):
    import_module(f"{row.package}.{row.module}")
    command = next(each for each in COMMANDS if each.name == row.key)
    prepared(command)
    assert command.module == row.module
    assert command.purpose == row.purpose
    assert row.question.endswith("?")
    if row.menu:
        panel = panel_of(row.key)
        assert inspect.isclass(panel)
        assert issubclass(panel, QDialog)
        assert row.shortcut or row.menu == "evidence"
        opened = next(entry for entry in ACTIONS if entry.id == row.key)
        assert (opened.text, opened.menu, opened.context) == (row.question, row.menu, "Analysis")
    assert bool(row.about) == (row.menu == "analysis")


def test_that_no_panel_command_or_section_of_an_analysis_is_beside_the_table():
    keys = {row.key for row in ANALYSES}
    panels = {
        value.__name__
        for found in pkgutil.iter_modules(ui.analysis.__path__, "ui.analysis.")
        for value in vars(import_module(found.name)).values()
        if inspect.isclass(value)
        and value.__module__ == found.name
        and issubclass(value, QDialog)
        and value.__name__.endswith("Panel")
        and value.__name__ != "AnalysisPanel"
    }
    assert panels == {row.panel for row in ANALYSES if row.menu}
    working = {
        command.name
        for command in COMMANDS
        if "analysis.evaluation import" in SOURCES[f"modeller/cli/{command.module}.py"]
    }
    assert working <= keys
    assert set(BRIEFED) == set(analysis_runs.ANALYSES) == {row.key for row in ANALYSED}
    assert len(ANALYSED) == len(BRIEFED)
    assert {key: SECTIONS[key] for key in BRIEFED} == {
        key: briefed.heading for key, briefed in BRIEFED.items()
    }
    assert not any(Analyses().has(key) for key in BRIEFED)


def test_that_a_former_name_answers_with_the_one_it_has_now(capsys):
    former = [name for row in ANALYSES for name in row.former]
    assert len(set(former)) == len(former)
    assert not set(former) & {command.name for command in COMMANDS}
    for row in ANALYSES:
        for name in row.former:
            assert current_name(name) == analysis(name).key == row.key
            assert main([name, "--help"]) == 0
            printed = capsys.readouterr()
            assert printed.err == f"modeller {name} is now modeller {row.key}\n"
            assert printed.out.startswith(f"usage: modeller {row.key}")
    assert current_name("project") == "project"


# ---------------------------------------------------------------- formats


def test_that_each_thing_has_a_writer_for_every_format_and_none_beside_the_table():
    writers: dict[Thing, Mapping[Any, object]] = {
        "chart": ui.charts.chart.WRITERS,
        "analysis": ui.analysis.copies.WRITERS,
        "briefing": exporting.WRITERS,
        "quality-log": modeller.quality.WRITERS,
        "sweep": modeller.sweep.output.WRITERS,
    }
    for thing, known in writers.items():
        assert [form.key for form in formats_of(thing)] == [
            form.key for form in FORMATS if form.key in known
        ]
        assert len(known) == len(formats_of(thing))
    assert len({form.suffix for form in FORMATS}) == len(FORMATS)
    for form in FORMATS:
        assert form.saves
        assert form.filter.endswith(f" (*{form.suffix})")
        for thing in form.saves:
            assert format_for(thing, f"folder.x/a{form.suffix.upper()}") is form
    endings = re.escape(", ".join(form.suffix for form in formats_of("chart")))
    with pytest.raises(ModellerError, match=rf"a\.gif .*; the endings are {endings}$"):
        format_for("chart", "a.gif")


def parsers(parser: argparse.ArgumentParser):
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from parsers(inner)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_that_every_format_of_a_command_is_a_row(command):
    known = {form.key for thing in ("results", "quality-log") for form in formats_of(thing)}
    for parser in parsers(prepared(command)[1]):
        for action in parser._actions:
            if "--format" in action.option_strings:
                assert set(action.choices) <= known


def test_that_no_save_dialog_knows_an_ending_that_is_not_in_the_table():
    beside = {name for name, code in SOURCES.items() if re.search(r'\(\*\.[a-z]+[);" ]', code)}
    assert beside == {"modeller/base/formats.py"}
    asking = {name for name, code in SOURCES.items() if calls(code, "getSaveFileName")}
    assert asking == {"ui/look/file_dialogs.py", "ui/files/file_questions.py"}
    assert all("filter" in SOURCES[name] for name in asking)


# ---------------------------------------------------------------- files that are read

SHIPPED = {
    "modeller/backtest/kept.py",
    "modeller/briefing/charts.py",
    "modeller/briefing/explorable/assembling.py",
    "modeller/briefing/html.py",
    "modeller/calibration/places/kept.py",
    "modeller/calibration/places/kept_draws.py",
    "modeller/calibration/places/named_mixes.py",
    "modeller/briefing/pdf.py",
    "modeller/kernel/library.py",
    "modeller/kernel/wasm.py",
    "modeller/model/catalogue.py",
    "modeller/model/units.py",
    "modeller/profiles/profile.py",
    "modeller/records/layouts.py",
    "ui/help/documents.py",
    "ui/languages/language.py",
}
"""What they read comes with the modeller."""
OWN = {
    "modeller/base/kept_code.py",
    "modeller/base/zips.py",
    "modeller/kernel/by_numba.py",
    "modeller/kernel/keeping.py",
    "modeller/kernel/library_build.py",
    "modeller/kernel/wasm_build.py",
    "ui/packaging/installers.py",
}
"""What they read they have written: compiled code and its sources, parts of a workbook."""
SYSTEMS = {"modeller/base/before_numpy.py"}
"""Reads what the system says of its processor, within a bound of its own."""
BY_LINES = {"modeller/ledger/chain.py"}
"""Reads a file that may be long line by line, each within a bound."""


def reads(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Attribute) and call.func.attr in ("read_bytes", "read_text"):
        return ast.unparse(call.func.value) != "scenarios"
    mode = [each.value for each in call.args if isinstance(each, ast.Constant)]
    return "rb" in mode or "r" in mode or ast.unparse(call.func).endswith("stdin.buffer.read")


def test_that_files_are_read_in_one_place():
    reading = {
        name
        for name, code in SOURCES.items()
        if any(reads(call) for call in calls(code, "open", "read_bytes", "read_text", "read"))
    }
    assert reading - SHIPPED - OWN - SYSTEMS - BY_LINES == {"modeller/base/bounded_reading.py"}


SMALL = FileKind(8, "choose a note", "choose a note that can be", "a note is far smaller")


def test_that_a_file_is_read_within_its_bound_and_what_is_wrong_is_said(tmp_path, monkeypatch):
    import io
    import os
    import types

    path = tmp_path / "note"
    path.write_bytes(b"12345678")
    assert read_file(path, SMALL) == b"12345678"
    path.write_bytes(b"123456789")
    for place, told in (
        (path, "is larger than 8 bytes; a note is far smaller"),
        (tmp_path, "is not a file; choose a note"),
        (tmp_path / "none", "cannot be read (No such file or directory); choose a note that can"),
        ("a\0b", "cannot be read (embedded null byte); choose a note that can be"),
    ):
        with pytest.raises(ModellerError, match=re.escape(told)):
            read_file(place, SMALL)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")  # opening it would wait for ever
        with pytest.raises(ModellerError, match="is not a file"):
            read_file(tmp_path / "pipe", SMALL)
    monkeypatch.setattr("sys.stdin", types.SimpleNamespace(buffer=io.BytesIO(b"12345678")))
    assert read_pipe("-", SMALL) == b"12345678"
    monkeypatch.setattr("sys.stdin", types.SimpleNamespace(buffer=io.BytesIO(b"123456789")))
    with pytest.raises(ModellerError, match="standard input is larger"):
        read_pipe("-", SMALL)


# ---------------------------------------------------------------- words are said, not read


def test_that_no_logic_reads_a_unit_or_a_label():
    """What is money, a share or a count is in `units.toml`; a label only says it."""
    reading = [
        f"{name}: {ast.unparse(call)}"
        for name, code in SOURCES.items()
        for call in calls(code, "startswith", "endswith", "removeprefix", "removesuffix")
        if isinstance(call.func, ast.Attribute)
        and ast.unparse(call.func.value).rsplit(".", 1)[-1] in ("unit", "label", "help")
    ]
    compared = [
        f"{name}: {ast.unparse(node)}"
        for name, code in SOURCES.items()
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Compare)
        and any(
            isinstance(side, ast.Attribute) and side.attr in ("unit", "label")
            for side in (node.left, *node.comparators)
        )
        and any(isinstance(s, ast.Constant) and s.value for s in (node.left, *node.comparators))
    ]
    assert not reading
    assert not compared


def test_that_only_an_outcome_whose_label_does_not_name_it_shows_its_unit():
    from modeller.briefing.words import outcome_row
    from modeller.profiles import shipped_profile

    declared = shipped_profile().catalogue.outcomes
    rows = {key: outcome_row(entry) for key, entry in declared.items()}
    assert rows["cost"] == "Cost (£)"
    assert rows["charged_or_cautioned"] == "Charged or cautioned (people)"
    assert rows["arrests"] == "Arrests"


def test_that_a_beliefs_key_stands_in_the_equations_alone():
    """Beside words about it and a profile's numbers: all else goes through the catalogue."""
    from modeller.model.catalogue import shared_tables

    keys = re.compile(rf"\b({'|'.join(shared_tables()['beliefs'])})\b")
    rooms = ("modeller/wording/", "modeller/profiles/")
    found = {
        name
        for name, text in SOURCES.items()
        if name.startswith("modeller/") and not name.startswith(rooms) and keys.search(text)
    }
    assert found == {"modeller/model/equations.py"}


def test_that_what_is_imported_by_name_lies_in_the_same_room():
    """The contracts in pyproject.toml see the import statements alone."""
    named = {
        path: [call.args[0] for call in ast.walk(ast.parse(text))
               if isinstance(call, ast.Call) and call.args
               and getattr(call.func, "id", getattr(call.func, "attr", "")) == "import_module"]
        for path, text in SOURCES.items()
    }  # fmt: skip
    for path, modules in named.items():
        room = ".".join(Path(path).parent.parts)
        for module in modules:
            written = ast.unparse(module)
            own = ("f'{__name__}.", f"f'{room}.", "f'pyqtgraph.")
            assert written.startswith(own), f"{path} imports {written}"
    assert any(named.values())
