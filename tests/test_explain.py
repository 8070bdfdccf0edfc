"""`modeller explain` and `modeller completion`: what a key is, and what Tab completes."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from modeller.cli import COMMANDS
from modeller.cli.completion import SHELLS
from modeller.scenario import Scenario
from tests.command_line import document, run, saved
from tests.met import MET, catalogue

pytestmark = pytest.mark.usefixtures("wide_terminal")

ENTRIES = {**catalogue().sliders, **catalogue().constants, **catalogue().outcomes}


@pytest.mark.parametrize("key", ENTRIES)
def test_that_every_key_is_explained_as_it_is_declared(capsys, key):
    said, entry = document(capsys, "explain", key), ENTRIES[key]
    assert (said["key"], said["label"], said["unit"]) == (key, entry.label, entry.unit)
    assert (said["grade"], said["help"]) == (entry.grade, entry.help)
    assert len(said["citations"]) == len(entry.sources) > 0
    moved = {name for name, outcome in catalogue().outcomes.items() if key in outcome.depends_on}
    if key in catalogue().sliders:
        assert set(said["moves"]) == moved != set()
    if key in catalogue().outcomes:
        assert said["moved_by"] == list(catalogue().outcomes[key].depends_on)
    code, printed, _ = run(capsys, "explain", key)
    assert code == 0
    assert printed.startswith(f"{entry.label}  ({key})\n")
    assert all(f"({name})" in printed for name in (*said["moves"], *said["moved_by"]))


def test_that_a_year_moves_what_is_reckoned_with_it(capsys):
    assert "arrests_forgone" in document(capsys, "explain", "weeks_per_year")["moves"]


def test_that_a_published_figure_is_explained_with_its_source(capsys):
    for figure in MET.published.figures:
        said = document(capsys, "explain", figure.key)
        if said["kind"] == "figure":
            assert said["value"] == figure.value
            assert said["citations"]


def test_that_a_key_with_a_slip_gets_the_nearest(capsys):
    code, printed, complained = run(capsys, "explain", "true_match_rat")
    assert (code, printed) == (2, "")
    assert "did you mean true_match_rate?" in complained


@pytest.mark.parametrize("shell", SHELLS)
def test_that_a_shells_script_knows_every_command_and_reads_as_that_shell(capsys, shell):
    code, script, _ = run(capsys, "completion", shell)
    assert code == 0
    assert all(command.name in script for command in COMMANDS)
    assert shell == "tcsh" or "--target" in script  # tcsh completes commands alone
    program = shutil.which(shell)
    if program and shell != "tcsh":  # tcsh cannot read without running
        done = subprocess.run([program, "-n"], input=script, text=True, check=False, timeout=60)
        assert done.returncode == 0


def test_that_bash_completes_a_command_and_an_option(capsys):
    _, script, _ = run(capsys, "completion", "bash")
    asked = """
COMP_WORDS=({words}); COMP_CWORD={last}; COMP_LINE="{words}"; COMP_POINT=${{#COMP_LINE}}
_shtab_modeller; echo "${{COMPREPLY[@]}}"
"""
    for words, found in (("modeller expl", "explain"), ("modeller seek --targ", "--target")):
        last = len(words.split()) - 1
        done = subprocess.run(
            ["bash"],
            input=script + asked.format(words=words, last=last),
            text=True,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert found in done.stdout.split(), done.stderr


def test_that_opening_says_which_files_it_wrote(capsys, tmp_path):
    mine = saved(tmp_path, Scenario(title="Mine", weeks=4, draws=100, profile=MET))
    out = tmp_path / "copy.scenario.json"
    code, printed, _ = run(capsys, "open", str(mine), "--save", str(out))
    assert code == 0
    assert f"Written to {out}: Mine " in printed
    assert out.exists()


def test_that_quiet_leaves_notes_out_and_problems_in(capsys, tmp_path):
    out = str(tmp_path / "levers.csv")
    asked = ["list", "choices", "--format", "csv", "--out", out, "--force"]
    assert run(capsys, *asked) == (0, "", f"Written to {out}\n")
    assert run(capsys, *asked, "--quiet") == (0, "", "")
    assert run(capsys, *asked) == (0, "", f"Written to {out}\n")
    code, _, complained = run(capsys, "explain", "nothing", "--quiet")
    assert (code, complained.count("\n")) == (2, 1)
