"""The notebooks of the manual run, and show today what they are kept with."""

from __future__ import annotations

import nbformat
import pytest

from docs.run_notebooks import NOTEBOOKS, run, shown

pytestmark = pytest.mark.filterwarnings("default")


def test_that_the_tutorial_goes_from_the_plan_to_a_figure_and_a_briefing():
    names = [path.stem for path in NOTEBOOKS]
    assert names == ["gallery", "tutorial"]
    tutorial = nbformat.read(NOTEBOOKS[1], as_version=4)
    code = "\n".join(cell.source for cell in tutorial.cells if cell.cell_type == "code")
    asked = ('load_scenario("met-plan-2025")', "project(", "savefig(", "export(")
    places = [code.index(words) for words in asked]
    assert places == sorted(places)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_that_a_notebook_shows_what_it_was_kept_with(path):
    kept = nbformat.read(path, as_version=4)
    assert all(cell.outputs for cell in kept.cells[2:] if cell.cell_type == "code" and _says(cell))
    assert shown(run(path)) == shown(kept), "run: make notebooks"


def _says(cell):
    """Whether the last line of a cell gives something to show."""
    last = cell.source.splitlines()[-1]
    return " = " not in last and not last.startswith((" ", "import", "%", "]"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_that_a_notebook_says_nothing_of_whose_machine_made_it(path):
    text = path.read_text("utf-8")
    assert "/home/" not in text
    assert "/tmp/" not in text
