"""The manual: every page can be reached, every link leads somewhere, every example runs."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import pytest

from docs.reference_pages import FOLDER, PAGES
from docs.run_notebooks import NOTEBOOKS
from modeller.cli import COMMANDS, prepared

DOCS = Path(__file__).parents[1] / "docs"
UI = DOCS.parent / "ui"
READ = [path for path in sorted(DOCS.rglob("*.md")) if "languages" not in path.parts]
WITH_README = [*READ, *(DOCS.parent / name for name in ("README.md", "CONTRIBUTING.md"))]


def name_of(path):
    return str(path.relative_to(DOCS.parent))


def text_of(path):
    return path.read_text(encoding="utf-8")


def anchors(path):
    """What the headings of a page are called in links."""
    headings = re.findall(r"^#+ (.+)$", text_of(path), re.MULTILINE)
    words = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {word.strip().replace(" ", "-") for word in words}


def test_that_every_page_is_in_the_navigation_once():
    named = []
    for block in re.findall(r"```\{toctree\}\n(.*?)```", text_of(DOCS / "index.md"), re.DOTALL):
        named += [line for line in block.splitlines() if line and not line.startswith(":")]
    pages = [str(path.relative_to(DOCS).with_suffix("")) for path in (*READ, *NOTEBOOKS)]
    assert sorted([*named, "index"]) == sorted(pages)


@pytest.mark.parametrize("page", WITH_README, ids=name_of)
def test_that_links_and_pictures_lead_somewhere(page):
    for target, anchor in re.findall(
        r"\]\((?!https?:|mailto:)([^)#]*)(?:#([^)]*))?\)", text_of(page)
    ):
        place = (page.parent / target).resolve() if target else page
        assert place.exists(), target
        assert not anchor or anchor in anchors(place), f"{target}#{anchor}"


@pytest.mark.parametrize("name", PAGES)
def test_that_the_generated_pages_are_up_to_date(name):
    assert text_of(FOLDER / name) == PAGES[name](), "run: make docs"


PYTHON = {
    page: blocks
    for page in READ
    if (blocks := re.findall(r"```python\n(.*?)```", text_of(page), re.DOTALL))
}


@pytest.mark.parametrize("page", PYTHON, ids=name_of)
def test_that_the_python_examples_of_a_page_run(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in PYTHON[page]:
        exec(compile(block, name_of(page), "exec"), names)
        assert not ast.parse(block).body or capsys.readouterr().out or "write_" in block


def command_lines(page):
    """The lines of a page that call the command line, without the shell's own."""
    text = re.sub(r"\\\n\s*", "", text_of(page))
    for line in re.findall(r"^    +(?:\.venv/bin/)?modeller ([a-z]+ ?.*)$", text, re.MULTILINE):
        words = shlex.split(line.split("   ")[0], comments=True)
        if words:
            yield words


@pytest.mark.parametrize(
    "page", [page for page in WITH_README if list(command_lines(page))], ids=name_of
)
def test_that_the_command_lines_of_a_page_are_accepted(page, capsys):
    commands = {command.name: command for command in COMMANDS}
    for words in command_lines(page):
        _, parser = prepared(commands[words[0]])
        try:
            parser.parse_args(words[1:])
        except SystemExit:
            pytest.fail(f"modeller {' '.join(words)}: {capsys.readouterr().err}")


def test_that_the_menus_that_the_manual_names_are_there():
    questions = DOCS.parent / "modeller" / "analysis" / "questions.py"
    source = "".join(path.read_text(encoding="utf-8") for path in (*UI.rglob("*.py"), questions))
    said = set(re.findall(r'"([^"\n]+)"', source.replace("&", "")))
    entry = re.compile(r"\*([^*\n]+ ▸ [^*]+)\*")
    entries = [
        " ".join(found.split()) for page in WITH_README for found in entry.findall(text_of(page))
    ]
    named = {part for found in entries for part in found.split(" ▸ ")}
    assert len(named) > 12
    assert named - said == set()


@pytest.mark.parametrize("package", ["modeller", "ui"])
def test_that_the_page_on_architecture_knows_every_part(package):
    page = text_of(DOCS / "architecture.md")
    folder = DOCS.parent / package
    parts = {part.name for part in folder.iterdir() if part.is_dir() and part.name[0] not in "_."}
    if package == "modeller":
        parts |= {part.name for part in folder.glob("*.py") if part.name[0] != "_"}
    assert {part for part in parts if f"`{part}" not in page} == set()
