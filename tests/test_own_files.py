"""The modeller's own files in the wrong door: each is said to be what it is, and sent home."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from modeller.base.errors import ModellerError
from modeller.cli import main
from modeller.scenario import Scenario
from modeller.scenario.document import scenario_document
from modeller.scenario.file import document_text, load_scenario, parse_scenario
from modeller.scenario.own_files import own_object
from modeller.scenario.share_code import share_code
from modeller.scenario.sharing import open_bytes, open_shared
from modeller.sweep.design import parse_design
from modeller.sweep.output import Journal
from tests.command_line import QUICK, ROOT, run, saved
from tests.met import MET, shipped_record
from ui.desk.history import History
from ui.desk.session import Session, first_desk
from ui.desk.settings import Settings
from ui.files.autosave import Autosave
from ui.files.files import Files

DESIGN = 'measures = ["arrests.p50"]\nweeks = 4\ndraws = 100\n[grid]\nofficer_losses = [0, 700]\n'
SMALL = Scenario(title="Mine", weeks=4, draws=100)
FILES = {
    "table.csv": "is the table of a sweep, not a scenario; a spreadsheet shows it",
    "table.jsonl": "is the table of a sweep, not a scenario",
    "table.parquet": "is the table of a sweep, not a scenario",
    "table.csv.datapackage.json": "says what the columns of a table are",
    "design.toml": "is the design of a sweep, not a scenario; run it with modeller sweep",
    "broken.toml": "is the design of a sweep, not a scenario",
    "design.csv": "is the design of a sweep, not a scenario",
    "journal.csv.sweep": "is a sweep that is not finished, not a scenario",
    "ledger.jsonl": "is a ledger of locked projections, not a scenario; leave it as it is",
    "one.jsonl": "is a ledger of locked projections, not a scenario",
    "long.jsonl": "is a ledger of locked projections, not a scenario",
    "ledger.jsonl.head": "marks the end of a ledger, and is no scenario; leave it",
    "results.json": "holds results of the modeller, not a scenario",
    "results.jsonl": "holds results of the modeller, not a scenario",
    "results.csv": "holds results of the modeller, not a scenario",
    "differences.csv": "holds results of the modeller, not a scenario",
    "version.json": "holds results of a version of the model, not a scenario",
    "kept.record.json": "is a record that the modeller keeps, not a scenario",
    "settings.ini": "holds the settings of the window, not a scenario",
    "history.sqlite": "is the history of the window, not a scenario",
    "autosave.work.json": "is unsaved work of a window, not a scenario",
    "tutorial.ipynb": "is a notebook, not a scenario; open it with Jupyter",
    "gallery.ipynb": "is a notebook, not a scenario",
    "page.md": "is a text and holds no scenario",
    "page.typ": "is a text and holds no scenario",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory, qapp):
    """One of each."""
    place = tmp_path_factory.mktemp("own")

    def made(*words):
        assert main([str(word) for word in words]) == 0

    (place / "design.toml").write_text(DESIGN)
    (place / "broken.toml").write_text(f"{DESIGN}staff_losses = [0,,1]\n")
    (place / "design.csv").write_text("deployments_per_week;true_match_rate.spread;title\n7;1;x\n")
    for kind in ("csv", "jsonl", "parquet"):
        made("sweep", place / "design.toml", "--out", place / f"table.{kind}")
    design = parse_design(DESIGN, MET)
    Journal(place / "journal.csv", design.measures).close()
    (found,) = place.glob("journal.csv?*")
    found.rename(place / "journal.csv.sweep")
    mine = saved(place, SMALL)
    for ledger in ("one.jsonl", "ledger.jsonl", "ledger.jsonl"):
        made("ledger", "lock", mine, "--ledger", place / ledger)
    entries = (place / "ledger.jsonl").read_bytes()
    (place / "long.jsonl").write_bytes(entries * (1_000_000 // len(entries) + 1))
    for form in ("json", "jsonl", "csv"):
        asked = ("--format", form, "--out", place / f"results.{form}")
        made("project", "baseline", "met-plan-2025", *QUICK, *asked)
    made(
        "what-changed", "baseline", "met-plan-2025", *QUICK, "--of", "arrests.mean",
        "--format", "csv", "--out", place / "differences.csv",
    )  # fmt: skip
    (place / "version.json").write_text(
        json.dumps(dict.fromkeys(("format", "model", "profile", "record", "summary", "results"), 1))
    )
    kept = {"format": 1, "name": "Mine", "imported": "2026-01-05"}
    (place / "kept.record.json").write_text(json.dumps({**kept, "csv": shipped_record().to_csv()}))
    settings = Settings(place / "settings.ini")
    settings.tour_seen = True
    settings.sync()
    history = History(MET, place / "history.sqlite")
    history.record("plan", SMALL)
    history.close()
    session = Session(first_desk(MET))
    files = Files(session, settings)
    autosave = Autosave(session, files.saving, place / "autosave", rest=100_000)
    session.set_value("deployments_per_week", 7.5)
    work = autosave.write()
    assert work is not None
    work.rename(place / "autosave.work.json")
    autosave.finish()
    files.deleteLater()
    for notebook in ("tutorial.ipynb", "gallery.ipynb"):
        (place / notebook).write_bytes((ROOT / "docs" / "notebooks" / notebook).read_bytes())
    (place / "page.md").write_text("# The plan\n\nWhat follows *if* it is carried out.\n")
    (place / "page.typ").write_text('#set page(paper: "a4")\n= The plan\n\n- one\n- two\n')
    return place


def refused(read, what):
    with pytest.raises(ModellerError) as found:
        read(what, profile=MET)
    (problem,) = found.value.problems
    return str(problem)


@pytest.mark.parametrize("name", FILES)
def test_that_every_door_says_what_it_is(name, folder):
    path = folder / name
    for door in (load_scenario, open_shared):
        assert refused(door, path).startswith(f"{path} {FILES[name]}")
    for reader in (open_bytes, parse_scenario):
        assert refused(reader, path.read_bytes()).startswith(f"the file {FILES[name]}")


@pytest.mark.parametrize("before", ["", " ", "\t", "\r\n \n", "\ufeff "])
@pytest.mark.parametrize(
    "words",
    ["Costs, subject, more", "a; index; fingerprint; base", "officer_losses,weeks", "[grid]\n"],
)
def test_that_a_scenario_on_one_line_is_one_whatever_its_words_are(before, words):
    document = json.loads(document_text(scenario_document(SMALL)))
    document["about"] = {"title": "Mine", "notes": words}
    text = before + json.dumps(document)
    assert parse_scenario(text.encode(), profile=MET).scenario.notes.strip() == words.strip()


@pytest.mark.parametrize("around", ["{}", "Dear committee,\n\n{}\n\nYours", "> {}\n"])
def test_that_a_text_with_a_share_code_is_sent_to_open(around):
    text = around.format(share_code(SMALL)).encode()
    with pytest.raises(ModellerError, match=r"is a text, not a scenario file; .*modeller open"):
        parse_scenario(text, profile=MET)
    assert open_bytes(text, profile=MET).scenarios


@pytest.mark.parametrize("form", ["xlsx", "pptx"])
def test_that_an_office_briefing_is_sent_to_open(form, tmp_path, capsys):
    place = tmp_path / f"briefing.{form}"
    mine = saved(tmp_path, SMALL)
    assert run(capsys, "brief", str(mine), "--to", str(place))[0] == 0
    code, _, said = run(capsys, "project", str(place))
    assert code == 2
    assert "not a scenario file; a briefing or a message is opened with modeller open" in said
    assert run(capsys, "open", str(place))[0] == 0


def test_that_a_zip_of_a_briefing_is_sent_to_open(tmp_path, capsys):
    made = tmp_path / "a.zip"
    assert run(capsys, "brief", "baseline", *QUICK, "--to", str(made))[0] == 0
    code, _, said = run(capsys, "project", str(made))
    assert code == 2
    assert said == (
        f"{made} is a zip file with scenarios in it, not a scenario file; modeller open shows "
        "them, and saves each in a file of its own\n"
    )
    assert run(capsys, "open", str(made))[0] == 0


def test_that_a_scenario_with_a_strange_name_in_it_is_still_one():
    """The names of other files do not hide what is wrong with a scenario."""
    strange = {"format": 1, "changes": {}, "subject": "x", "cells": 1, "nbformat": 1}
    assert own_object(strange, "a") is None
    said = [fault.where for fault in _faults(json.dumps(strange).encode())]
    assert set(said) == {"subject", "cells", "nbformat"}


def _faults(data):
    with pytest.raises(ModellerError) as found:
        parse_scenario(data, profile=MET)
    return found.value.problems


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('// mine\n{"format": 1, "changes": {}}', "is a comment"),
        ("changes: {}", "is not JSON"),
        ("7", "the file"),
        ("name;deployments_per_week\nx;7\n", "is a text and holds no scenario"),
        ("subject\n", "is a text and holds no scenario"),
        ("[General\n", "is General, a word without quotation marks"),
    ],
)
def test_that_what_only_resembles_one_is_not_taken_for_it(text, said):
    assert said in refused(parse_scenario, text.encode())


@pytest.mark.parametrize(
    "words",
    [["project"], ["verify"], ["share"], ["sensitivity", "--of", "arrests.p50"], ["ledger", "lock"],
     ["check"], ["open"], ["sweep", "DESIGN", "--out", "OUT", "--base"]],
    ids=lambda words: words[0],
)  # fmt: skip
def test_that_a_command_names_the_file_that_is_wrong(words, tmp_path, capsys):
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"format": 1, "changes": {"officer_losses": "many"}, "weeks": 1}')
    (tmp_path / "d.toml").write_text(DESIGN)
    places = {"DESIGN": str(tmp_path / "d.toml"), "OUT": str(tmp_path / "o.csv")}
    code, _, said = run(capsys, *(places.get(word, word) for word in words), str(wrong))
    assert code == 2
    lines = said.splitlines()
    assert len(lines) == 2
    for line in lines:
        assert line.startswith(f"{wrong}: ")
        assert line.count(str(wrong)) == 1


def test_that_a_file_called_as_the_beginning_of_a_key_is_named_too(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("c").write_text('{"format": 1, "changes": {"officer_losses": "many"}}')
    for command in ("project", "check", "verify"):
        assert run(capsys, command, "./c")[2].startswith("./c: changes.officer_losses")
        assert run(capsys, command, "c")[2].startswith("c: changes.officer_losses")
