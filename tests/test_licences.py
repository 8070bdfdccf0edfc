"""The page of licences names what the modeller asks for."""

from __future__ import annotations

import re
from importlib.metadata import distribution

from packaging.utils import canonicalize_name

from docs.licences import PAGE, asked_for, licence


def test_that_the_page_of_licences_lists_what_is_asked_for():
    section = PAGE.read_text("utf-8").split("## ")[1]
    listed = re.findall(r"^\| \[?([A-Za-z0-9_.-]+)", section, re.MULTILINE)[1:]
    assert {canonicalize_name(name) for name in listed} == set(asked_for()), "make docs"


def test_that_each_package_says_what_it_is_under():
    unsaid = [name for name in asked_for() if licence(distribution(name)) == "see the package"]
    assert unsaid == []


def test_that_the_font_that_is_carried_along_is_listed_with_its_licence():
    text = PAGE.read_text("utf-8")
    assert re.search(r"Open Sans.*Apache-2\.0", text)
    assert (PAGE.parents[1] / "modeller" / "briefing" / "fonts" / "LICENSE.txt").exists()
