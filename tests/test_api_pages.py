"""The manual's pages of `import modeller`: every name once, every docstring whole; it builds."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys

import pytest
from numpydoc.validate import validate

import modeller
from tests.command_line import ROOT

PAGES = sorted((ROOT / "docs" / "api").glob("*.md"))
WRONG = {
    "GL08": "no docstring",
    "SS01": "no summary",
    "PR01": "a parameter is not explained",
    "PR02": "a parameter is explained that there is not",
    "PR03": "parameters in another order",
    "RT01": "nothing is said of what it returns",
    "RT03": "the returned value has no description",
}
SHOWN = ("Projection", "Comparison", "ByPlace", "Scenario", "Profile", "Record", "Measure", "Goal")
"""Classes whose methods the pages show."""


def functions():
    """Where each function and method is defined that the pages show."""
    for name in modeller.__all__:
        found = getattr(modeller, name)
        if inspect.isfunction(found):
            yield f"{found.__module__}.{found.__qualname__}"
        elif name in SHOWN:
            for base in inspect.getmro(found):
                if base.__module__.startswith("modeller."):
                    for key, method in vars(base).items():
                        if inspect.isfunction(method) and not key.startswith("_"):
                            yield f"{base.__module__}.{base.__qualname__}.{key}"


@pytest.mark.parametrize("name", sorted(set(functions())))
def test_that_a_docstring_says_what_goes_in_and_what_comes_out(name):
    assert [(code, said) for code, said in validate(name)["errors"] if code in WRONG] == []


def test_that_every_name_stands_on_one_page_and_no_other_does():
    pages = "".join(page.read_text("utf-8") for page in PAGES)
    shown = re.findall(r"^\.\. auto\w+:: modeller\.(\w+)$", pages, re.MULTILINE)
    assert sorted(shown) == sorted(modeller.__all__)


def test_that_a_docstring_is_what_help_shows_of_the_lazy_package():
    for name in modeller.__all__:
        assert inspect.getdoc(getattr(modeller, name))


def test_that_the_manual_builds_without_a_warning(tmp_path):
    built = tmp_path / "manual"
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", ROOT / "docs",
         built, "-d", tmp_path / "trees"],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    page = (built / "api" / "results.html").read_text("utf-8")
    assert "modeller.project" in page
    assert "Shape (8,) for the total" in re.sub(r"<[^>]+>", "", page)
