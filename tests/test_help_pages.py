"""Help that fits eighty columns, and man pages that say the same."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import tomllib

import pytest

from docs.man_pages import FOLDER, pages, roff
from docs.reference_pages import argument_words
from modeller.cli import COMMANDS, main, prepared
from modeller.cli.exit_codes import EXIT_CODES
from tests.command_line import ROOT
from ui.packaging import installers

PAGES = pages()


def parsers():
    """The parser of every command, and of every action of one, by the words that lead to it."""
    for command in COMMANDS:
        _, parser = prepared(command)
        yield [command.name], parser
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                yield from (([command.name, name], each) for name, each in action.choices.items())


PARSERS = list(parsers())


@pytest.mark.parametrize("columns", [80, 100])
@pytest.mark.parametrize(
    "words", [[], *(words for words, _ in PARSERS)], ids=lambda words: " ".join(words) or "alone"
)
def test_that_help_fits_the_terminal(capsys, monkeypatch, words, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main([*words, "--help"]) == 0
    printed = capsys.readouterr().out
    longest = max(printed.splitlines(), key=len)
    assert len(longest) <= columns, longest


def test_that_the_man_pages_are_up_to_date():
    there = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.1")}
    assert there == PAGES, "run: make docs"


@pytest.mark.parametrize("words", [words for words, _ in PARSERS], ids=" ".join)
def test_that_a_man_page_has_every_argument_with_what_is_said_of_it(words):
    parser = next(each for known, each in PARSERS if known == words)
    page = PAGES[f"modeller-{words[0]}.1"]
    bare = re.sub(r"\\f[BIR]", "", page)
    for action in parser._actions:
        if "--help" not in action.option_strings and action.dest != argparse.SUPPRESS:
            name, said = argument_words(action)
            if not isinstance(action, argparse._SubParsersAction):
                assert roff(name) in bare
                assert roff(" ".join(said.split())) in page
    for line in (parser.epilog or "").split():
        assert roff(line).removeprefix("\\&") in page


def test_that_each_page_has_the_exit_codes_and_the_first_one_every_command():
    for page in PAGES.values():
        assert all(re.search(rf"^\.B {code}$", page, re.MULTILINE) for code in EXIT_CODES)
    overview = PAGES["modeller.1"].replace("\\-", "-")
    assert all(f".BR modeller-{command.name} (1)" in overview for command in COMMANDS)


@pytest.mark.parametrize("name", PAGES)
def test_that_a_page_reads_as_one(name):
    groff = shutil.which("groff")
    if groff is None:
        # what groff would see: a request that is none, and a line that begins like one by chance
        known = {"TH", "SH", "TP", "B", "BR", "PP", "EX", "EE"}
        requests = {line[1:].split(" ")[0] for line in PAGES[name].splitlines() if line[:1] == "."}
        assert requests - {""} <= known
        return
    done = subprocess.run(
        [groff, "-man", "-Kutf8", "-Tutf8", "-ww", "-P-cbou"],
        input=PAGES[name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "EXIT STATUS" in done.stdout
    assert not [line for line in done.stdout.splitlines() if len(line) > 80 and "http" in line]


def test_that_wheel_and_packages_carry_the_man_pages(tmp_path):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared["docs/man"] == "share/man/man1"
    installers._system_files(tmp_path)
    carried = {path.name for path in (tmp_path / "man" / "man1").iterdir()}
    assert carried == {f"{name}.gz" for name in PAGES}
