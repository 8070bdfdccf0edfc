"""No shipped text leans on what version 1 of the model said or was made of.

`docs/model-2.md` and the changelog tell the passage from version 1, and are about it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from docs import languages
from modeller import wording
from modeller.projection import project
from modeller.scenario.file import load_scenario
from tests.briefings import rendered
from tests.met import MET

ROOT = Path(__file__).resolve().parents[1]
ABOUT_VERSION_1 = {"docs/model-2.md", "CHANGELOG.md"}
GONE = {
    "crews run out in N of 100 futures": r"[Cc]rews? runs? out in [^.]*\bof 100\b",
    "crew capacity in deployments a week": r"(?<!label = \")\b[Cc]rew capacity\b|crew_capacity",
    "hours that an arrest takes": r"(?<!officer_)\bhours_per_arrest\b|hours an arrest takes",
    "a queue for free teams": r"Erlang|free to follow up|find a free team|\b[Ff]ollow-up\b",
    "reversion to a mean": r"reverts? to|(?<!return to a )(?<!to a )long-run (?:mean|value)",
    "the record's old end": r"28 Dec(?:ember)? 2025|ends in December 2025|to December 2025",
    "the scenario of crews of ten": r"plan-crews-of-ten|crews of ten",
    "the old version": r"\b[Mm]odel 1\.\d\b",
    "crews that bind in 61 futures": r"61 of 100",
}
"""What version 1 said, and how it is found again."""


def pages() -> list[Path]:
    found = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
    found += [*ROOT.glob("modeller/**/*.toml"), *ROOT.glob("scenarios/*.json")]
    return [path for path in found if path.relative_to(ROOT).as_posix() not in ABOUT_VERSION_1]


@cache
def texts() -> dict[str, str]:
    """Everything shipped that is read: pages, data, what the window says, and a briefing."""
    found = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in pages()}
    catalogue = "modeller/model/catalogue.toml"
    # what files of version 1 are told that their beliefs are gone
    found[catalogue] = re.sub(r"\[gone\..*?(?=\n\[(?!gone))", "", found[catalogue], flags=re.S)
    for path in languages.SOURCES:
        said = "\n".join(text.source for text in languages.in_code(path.read_text("utf-8")))
        found[f"said in {path.relative_to(ROOT).as_posix()}"] = said
    found["a briefing"] = re.sub(r"<[^>]+>", " ", rendered("plan", "html").decode())
    return found


@pytest.mark.parametrize("what", GONE)
def test_that_nothing_shipped_says_what_only_version_1_said(what):
    pattern = re.compile(GONE[what])
    said = {
        where: text[max(0, found.start() - 60) : found.end() + 60]
        for where, text in texts().items()
        if (found := pattern.search(text)) is not None
    }
    assert said == {}


def test_that_each_pattern_finds_what_it_is_for():
    examples = {
        "crews run out in N of 100 futures": "Crews run out in 21 of 100 futures",
        "crew capacity in deployments a week": "Crew capacity today is a judgement",
        "hours that an arrest takes": "hours_per_arrest = 3",
        "a queue for free teams": "the Erlang-B formula",
        "reversion to a mean": "the level reverts to its mean",
        "the record's old end": "record to 28 Dec 2025",
        "the scenario of crews of ten": "plan-crews-of-ten",
        "the old version": "model 1.0.0",
        "crews that bind in 61 futures": "in 61 of 100 futures",
    }
    assert examples.keys() == GONE.keys()
    for what, example in examples.items():
        assert re.search(GONE[what], example), what


def test_that_no_page_quotes_a_total_of_version_1():
    """Totals of the announced plan that differ between the versions are not said of anything."""
    old = json.loads((ROOT / "docs/model-1-results.json").read_text("utf-8"))
    new = project(load_scenario("met-plan-2025", MET).scenario)
    stale = {}
    for key, noun in (("arrests", "arrests"), ("faces_scanned", "faces"), ("deployments", "depl")):
        middle = old["results"]["met-plan-2025"][key][old["summary"].index("p50")]
        before = wording.style(new, key).figure(middle)
        if before != wording.middle_words(new, key):
            stale[key] = rf"(?<![\d,]){re.escape(before)} (?:more )?{noun}"
    assert stale
    said = {
        (key, where): found[0]
        for key, pattern in stale.items()
        for where, text in texts().items()
        if (found := re.search(pattern, text)) is not None
    }
    assert said == {}
