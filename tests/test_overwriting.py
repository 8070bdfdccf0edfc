"""Nothing is written over unasked, nothing over what it was made from, whatever comes meanwhile."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from modeller.base.errors import ModellerError
from modeller.base.saving import is_temporary, replacing, write_atomically
from modeller.cli import COMMANDS, main, prepared
from modeller.scenario import Scenario
from modeller.sweep.running import sweep
from tests.command_line import QUICK, run, saved
from tests.met import parse_design

DESIGN = 'measures = ["arrests.p50"]\nweeks = 4\ndraws = 100\n[grid]\nofficer_losses = [0, 700]\n'


def nothing_half_written(folder: Path) -> bool:
    return not [path for path in folder.iterdir() if is_temporary(path.name)]


# ---- the way of writing


def test_that_a_file_that_is_there_is_left_alone(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"mine")
    with pytest.raises(ModellerError, match="is there already"):
        write_atomically(path, b"new", over=False)
    assert path.read_bytes() == b"mine"
    assert nothing_half_written(tmp_path)


@pytest.mark.parametrize("links", [True, False])
def test_that_a_file_that_appears_meanwhile_is_left_alone(tmp_path, monkeypatch, links):
    if not links:

        def refuse(*_args):
            raise PermissionError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "a"

    def write() -> None:
        with replacing(path, over=False) as file:
            file.write(b"new")
            path.write_bytes(b"mine, precious")

    with pytest.raises(ModellerError, match="is there already"):
        write()
    assert path.read_bytes() == b"mine, precious"
    assert nothing_half_written(tmp_path)
    path.unlink()
    write_atomically(path, b"new", over=False)
    assert path.read_bytes() == b"new"
    assert nothing_half_written(tmp_path)


def test_that_of_many_who_write_at_once_one_does(tmp_path):
    path = tmp_path / "a"

    def write(number: int) -> int | None:
        try:
            write_atomically(path, b"%d" % number, over=False)
        except ModellerError:
            return None
        return number

    with ThreadPoolExecutor(8) as pool:
        done = [number for number in pool.map(write, range(40)) if number is not None]
    assert len(done) == 1
    assert path.read_bytes() == b"%d" % done[0]


# ---- the commands


@pytest.fixture
def scenario(tmp_path):
    return saved(tmp_path, Scenario(title="Mine", weeks=4, draws=100))


def commands(scenario, folder, out):
    """Every kind of command that writes a file, without ``--force``."""
    design = folder / "design.toml"
    design.write_text(DESIGN)
    ledger = folder / "l.jsonl"
    ledger.touch()
    return {
        "project": ["project", scenario, "--format", "json", "--out", out],
        "check": ["check", scenario, "--out", out],
        "list": ["list", "--out", out],
        "schema": ["schema", "--out", out],
        "evidence": ["evidence", "list", "--out", out],
        "ledger": ["ledger", "list", "--ledger", ledger, "--out", out],
        "open": ["open", scenario, "--save", out],
        "brief": ["brief", scenario, *QUICK, "--to", out.with_suffix(".zip")],
        "sweep": ["sweep", design, "--out", out.with_suffix(".csv")],
    }


NAMES = ("project", "check", "list", "schema", "evidence", "ledger", "open", "brief", "sweep")


@pytest.mark.parametrize("name", NAMES)
def test_that_a_command_writes_over_a_file_only_when_told_to(name, scenario, tmp_path, capsys):
    words = [str(word) for word in commands(scenario, tmp_path, tmp_path / "out.json")[name]]
    target = Path(words[-1])
    target.write_bytes(b"mine, precious")
    code, _, complained = run(capsys, *words)
    assert code == 2
    assert "there already" in complained
    assert "--force" in complained
    assert target.read_bytes() == b"mine, precious"
    code, _, complained = run(capsys, *words, "--force")
    assert code == 0, complained
    assert target.read_bytes() != b"mine, precious"


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize(
    ("words", "read"),
    [
        (["project", "{mine}", "--out", "{mine}"], "mine"),
        (["project", "{mine}", "--out", "{link}"], "mine"),
        (["compare", "baseline", "{mine}", "--out", "{mine}"], "mine"),
        (["check", "{mine}", "--out", "{mine}"], "mine"),
        (["verify", "{mine}", "--out", "{mine}"], "mine"),
        (["open", "{mine}", "--save", "{mine}"], "mine"),
        (["believe", "{mine}", "--target", "arrests.p20 >= 1", "--out", "{mine}"], "mine"),
        (["sweep", "{rows}", "--out", "{rows}"], "rows"),
        (["sweep", "{rows}", "--base", "{csv}", "--out", "{csv}"], "csv"),
        (["evidence", "import", "{rows}", "--check", "--out", "{rows}"], "rows"),
        (["evidence", "show", "{rows}", "--out", "{rows}"], "rows"),
        (["backtest", "--record", "{rows}", "--out", "{rows}"], "rows"),
        (["ledger", "list", "--ledger", "{rows}", "--out", "{rows}"], "rows"),
        (["ledger", "lock", "{mine}", "--ledger", "{mine}.l", "--out", "{mine}"], "mine"),
    ],
)
def test_that_no_command_writes_over_what_it_reads(words, read, force, scenario, tmp_path, capsys):
    files = {"mine": scenario, "rows": tmp_path / "rows.csv", "csv": tmp_path / "scenario.csv"}
    files["rows"].write_text("officer_losses\n0\n")
    files["csv"].write_bytes(scenario.read_bytes())
    files["link"] = tmp_path / "link.json"
    files["link"].symlink_to(scenario)
    before = files[read].read_bytes()
    code, _, complained = run(capsys, *[word.format(**files) for word in words], *force)
    assert code == 2
    assert "is what the command reads" in complained
    assert files[read].read_bytes() == before


def test_that_every_command_that_names_a_file_to_write_takes_force():
    for command in COMMANDS:
        _, parser = prepared(command)
        parsers = [parser]
        for action in parser._actions:
            if isinstance(action.choices, dict):
                parsers += action.choices.values()
        for one in parsers:
            options = {name for action in one._actions for name in action.option_strings}
            writes = options & {"--out", "--to", "--save"}
            reads_to = {"backtest": {"--to"}}.get(command.name, set())
            assert "--force" in options or not writes - reads_to, command.name


def test_that_what_appears_while_a_command_works_is_left_alone(
    scenario, tmp_path, capsys, monkeypatch
):
    out = tmp_path / "out.json"

    def slow(*_args, **_others):
        out.write_text("mine, precious")
        return "{}"

    monkeypatch.setattr("modeller.cli.project.json_text", slow)
    code, _, complained = run(
        capsys, "project", str(scenario), "--format", "json", "--out", str(out)
    )
    assert code == 2
    assert "there already" in complained
    assert out.read_text() == "mine, precious"


def test_that_a_briefing_is_named_once(scenario, tmp_path, capsys):
    to = str(tmp_path / "a.html")
    code, _, complained = run(capsys, "brief", str(scenario), "--to", to, "--to", to)
    assert code == 2
    assert "is given twice" in complained


def test_that_a_table_that_appears_while_a_sweep_runs_is_left_alone(tmp_path):
    out = tmp_path / "rr.csv"
    design = parse_design(DESIGN)

    def other(finished, total):
        if finished == total:
            out.write_text("mine, precious")

    with pytest.raises(ModellerError, match="is there already") as raised:
        sweep(design, out, progress=other)
    assert "what was finished is kept" in str(raised.value)
    assert out.read_text() == "mine, precious"
    out.unlink()
    assert sweep(design, out).run == 0  # nothing is projected a second time
    assert out.read_text().startswith("index,")


def test_that_main_says_what_force_is_for(capsys):
    assert main(["project", "--help"]) == 0
    assert "nothing is ever overwritten" in " ".join(capsys.readouterr().out.split())
