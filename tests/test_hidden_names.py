"""A file that the name of a shipped scenario hides: every command that takes one says so."""

from __future__ import annotations

import argparse

import pytest

from modeller.cli import COMMANDS, prepared
from modeller.scenario import Scenario
from modeller.sweep.design import read_design
from tests.command_line import QUICK, run, saved
from tests.met import MET

SAID = "is the scenario that is shipped"
HERE = ["baseline", *QUICK]
TWO = ["met-plan-2025", *HERE]
TARGET = ["--target", "deployments.p50 >= 1"]
DESIGN = 'measures = ["arrests.p50"]\nweeks = 4\ndraws = 100\n[grid]\nofficer_losses = [0]\n'
WORDS = {
    "check": ["baseline"],
    "project": HERE,
    "compare": TWO,
    "sensitivity": [*HERE, "--of", "arrests.p50"],
    "what-changed": [*TWO, "--of", "arrests.mean"],
    "what-must-be-true": [*HERE, *TARGET],
    "seek": [*HERE, *TARGET, "--vary", "deployments_per_week"],
    "trade-off": [*HERE, "--over", "deployments_per_week", "officers_per_deployment"],
    "robustness": [*HERE, *TARGET],
    "value-of-knowing": [*TWO, *TARGET],
    "workshop": ["baseline"],
    "sweep": ["plain.toml", "--out", "plain.csv", "--base", "baseline"],
    "brief": [*HERE, "--to", "brief.zip"],
    "share": ["baseline"],
    "open": ["baseline"],
    "ledger lock": ["baseline", "--ledger", "ledger.jsonl"],
    "verify": ["baseline"],
}
_SCENARIOS = {"files", "file", "what", "base"}
_OTHER_FILES = {"evidence import"}
"""Whose file is no scenario."""


def _parsers(name, parser):
    yield name, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below, found in action.choices.items():
                yield f"{name} {below}", found


def test_that_every_command_that_takes_a_scenario_is_walked():
    taking = {
        name
        for command in COMMANDS
        for name, parser in _parsers(command.name, prepared(command)[1])
        if {action.dest for action in parser._actions} & _SCENARIOS
    }
    assert taking - _OTHER_FILES == set(WORDS)


@pytest.fixture
def with_hidden_file(tmp_path, monkeypatch):
    """A working folder with a file that is called as a shipped scenario, and a design."""
    monkeypatch.chdir(tmp_path)
    saved(tmp_path, Scenario(title="Mine", weeks=4, draws=100), "baseline")
    (tmp_path / "plain.toml").write_text(DESIGN)
    return tmp_path


@pytest.mark.parametrize("command", WORDS)
def test_that_a_command_says_which_of_the_two_it_took(command, with_hidden_file, capsys):
    code, printed, said = run(capsys, *command.split(), *WORDS[command])
    assert code in (0, 1), said
    told = " ".join((printed + said).split())
    assert told.count(SAID) == 1
    assert str(with_hidden_file / "baseline") in told.replace(" ", "")


def test_that_a_note_is_told_once_for_a_file_given_twice(with_hidden_file, capsys):
    code, _, said = run(capsys, "compare", "baseline", "baseline", *QUICK)
    assert code == 0
    assert " ".join(said.split()).count(SAID) == 1


def test_that_nothing_is_said_without_such_a_file(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "baseline").mkdir()  # which could not be meant
    assert SAID not in "".join(map(str, run(capsys, "check", "baseline")))


def test_that_a_design_goes_by_the_same_rule(with_hidden_file, tmp_path, monkeypatch, capsys):
    beside = tmp_path / "elsewhere"
    beside.mkdir()
    design = with_hidden_file / "named.toml"
    design.write_text(f'scenario = "baseline"\n{DESIGN}')
    monkeypatch.chdir(beside)  # the folder that counts is the design's
    code, _, said = run(capsys, "sweep", str(design), "--out", "named.csv")
    assert (code, said.count(SAID)) == (0, 1)
    assert str(with_hidden_file / "baseline") in said
    assert read_design(design, MET).base.title != "Mine"
    design.write_text(f'scenario = "./baseline"\n{DESIGN}')
    assert read_design(design, MET).base.title == "Mine"
    assert read_design(design, MET).notes == ()
