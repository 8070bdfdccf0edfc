"""What the test against the past says, read back and worked out again from its standpoints.

A template in which a figure or a word is swapped has to fail: the end of the page swaps them.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest

from modeller.backtest import OUTCOMES, TELLINGS
from modeller.backtest.results import P10, P90
from modeller.backtest.words import (
    miss_sentence,
    rule_sentence,
    single_sentences,
    standpoints_words,
    totals_sentence,
    weeks_of_all_outcomes,
    weeks_sentence,
)
from modeller.base import language
from modeller.base.dates import month
from tests.met import backtest, catalogue, kept_backtest, shipped_record


@pytest.fixture(scope="module")
def found():
    kept = kept_backtest()
    return backtest() if kept is None else kept


def plain(text: str) -> str:
    """A sentence without the space before a percent sign, and with an ordinary minus."""
    return re.sub(r"\s%", "%", text.replace("\N{MINUS SIGN}", "-"))


def number(text: str) -> float:
    """A figure as it is written."""
    return float(text.replace(",", "").replace("\N{MINUS SIGN}", "-"))


def weeks_inside(found, telling, outcome, year=None) -> tuple[int, int]:
    """Weeks inside the band and weeks with deployments, each seen once, from raw series."""
    inside = cases = 0
    for origin in found.origins:
        series = origin.told[telling][outcome]
        for week in range(min(2, len(origin.deployments))):
            monday = origin.day + timedelta(weeks=week)
            if origin.deployments[week] == 0 or year not in (None, monday.year):
                continue
            low, high = series.weekly[week][P10], series.weekly[week][P90]
            inside += bool(low <= series.observed_weekly[week] <= high)
            cases += 1
    return inside, cases


def totals_inside(found, telling, outcome, weeks) -> tuple[int, int]:
    """Running totals inside their band, from raw series."""
    inside = cases = 0
    for origin in found.origins:
        if len(origin.deployments) >= weeks:
            series = origin.told[telling][outcome]
            low, high = series.cumulative[weeks - 1][P10], series.cumulative[weeks - 1][P90]
            inside += bool(low <= series.observed_weekly[:weeks].sum() <= high)
            cases += 1
    return inside, cases


def check_answer(found, telling, outcome):
    said = weeks_sentence(found, outcome, telling)
    read = re.fullmatch(
        r"(?P<label>.+): (?P<inside>[\d,]+) of (?P<cases>[\d,]+) weeks lay inside the 8-in-10 band"
        r"(?:; in (?P<year>\d{4}), (?P<then>[\d,]+) of (?P<weeks>[\d,]+))?\.",
        said,
    )
    assert read is not None, said
    assert read["label"] == catalogue().outcomes[outcome].source_label
    assert (number(read["inside"]), number(read["cases"])) == weeks_inside(found, telling, outcome)
    if read["year"] is not None:
        year = int(read["year"])
        weeks = [
            origin.day + timedelta(weeks=week)
            for origin in found.origins
            for week in range(min(2, len(origin.deployments)))
            if origin.deployments[week]
        ]
        assert sum(day.year == year for day in weeks) >= 40
        assert not any(sum(d.year == later for d in weeks) >= 40 for later in range(year + 1, 2100))
        then = weeks_inside(found, telling, outcome, year)
        assert (number(read["then"]), number(read["weeks"])) == then


def check_totals(found, telling, outcome):
    said = totals_sentence(found, outcome, telling)
    read = re.fullmatch(
        r"Of ([\d,]+) totals over (\d+) weeks, whose periods overlap, ([\d,]+) lay inside their "
        r"band\.",
        said,
    )
    assert read is not None, said
    inside, cases = totals_inside(found, telling, outcome, int(read[2]))
    assert (number(read[1]), number(read[3])) == (cases, inside)


def check_rule(found, telling, outcome):
    """Larger or smaller, and by how much, as the table has it."""
    said = rule_sentence(found, outcome, telling)
    read = re.fullmatch(
        r"Over (\d+) weeks its errors were ([\d.]+)% (larger|smaller) than those of “the last 13 "
        r"weeks again” \(80% range: (-?[\d.]+) to (-?[\d.]+)%( smaller)?\)\.",
        plain(said),
    )
    assert read is not None, said
    skill = found.line(telling, outcome, "weekly", int(read[1])).last_weeks
    assert (read[3] == "larger") == (skill.value < 0.0)
    assert float(read[2]) == pytest.approx(100 * abs(skill.value), abs=0.51)
    for text, value in ((read[4], skill.low), (read[5], skill.high)):
        assert float(text) == pytest.approx(100 * value, abs=0.51)


def check_single(found, outcome):
    lines = {line.outcome: line for line in found.deployments}
    (said,) = single_sentences(found, outcome)
    read = re.fullmatch(
        r"(.+) at a single deployment, at most a fortnight ahead: ([\d.]+)% of ([\d,]+) inside the "
        r"8-in-10 band; knowing the place makes errors (-?[\d.]+)% smaller \(80% range: "
        r"(-?[\d.]+) to (-?[\d.]+)%\)\.",
        said.replace("\u202f", "")
        .replace("\xa0", "")
        .replace("\N{MINUS SIGN}", "-")
        .replace(" %", "%"),
    )
    assert read is not None, said
    line = lines[outcome]
    assert read[1] == catalogue().outcomes[outcome].source_label
    assert number(read[3]) == line.cases
    shares = (line.inside_80, line.gain.value, line.gain.low, line.gain.high)
    for text, value in zip((read[2], read[4], read[5], read[6]), shares, strict=True):
        assert float(text) == pytest.approx(100 * value, abs=0.51)


def check_misses(found):
    """Each miss is found again by its day, horizon and telling, and lies on the side it says."""
    for miss in found.misses[:25]:
        said = miss_sentence(miss)
        read = re.fullmatch(
            r"(?P<label>.+) in the (?P<weeks>\d+) weeks from (?P<day>\d+) (?P<month>\w+) "
            r"(?P<year>\d+), (?P<told>told how many(?: and where)?): (?P<count>[\d,]+) happened, "
            r"(?P<side>above|below) the 80 % band of (?P<low>[\d,.]+?)(?:–(?P<high>[\d,.]+?))?"
            r"(?P<scale> million)?\.",
            said.replace("\u202f", " ").replace("\xa0", " "),
        )
        assert read is not None, said
        (outcome,) = (
            key for key in OUTCOMES if catalogue().outcomes[key].source_label == read["label"]
        )
        telling: Any = "where" if read["told"].endswith("where") else "how many"
        months = [month(date(2000, place, 1)) for place in range(1, 13)]
        day = date(int(read["year"]), months.index(read["month"]) + 1, int(read["day"]))
        series = found.origin(day).told[telling][outcome]
        weeks = int(read["weeks"])
        happened = int(series.observed_weekly[:weeks].sum())
        low, high = series.cumulative[weeks - 1][P10], series.cumulative[weeks - 1][P90]
        assert number(read["count"]) == happened
        assert (read["side"] == "above") == (happened > high)
        assert (read["side"] == "below") == (happened < low)
        scale = 1e6 if read["scale"] else 1.0
        for text, end in ((read["low"], low), (read["high"] or read["low"], high)):
            assert scale * number(text) == pytest.approx(end, rel=0.06, abs=0.51)


def check_all(found):
    for telling in TELLINGS:
        both = weeks_of_all_outcomes(found, telling)
        sums = [weeks_inside(found, telling, outcome) for outcome in OUTCOMES]
        assert (both.inside, both.cases) == tuple(map(sum, zip(*sums, strict=True)))
        for outcome in OUTCOMES:
            check_answer(found, telling, outcome)
            check_totals(found, telling, outcome)
            check_rule(found, telling, outcome)
    for line in found.deployments:
        check_single(found, line.outcome)
    check_misses(found)
    said = standpoints_words(found)
    count = re.search(r": (\d+) Mondays a fortnight apart, (.+?) to (.+?)\.", said)
    assert count is not None, said
    assert int(count[1]) == len(found.origins)
    for text, origin in ((count[2], found.origins[0]), (count[3], found.origins[-1])):
        assert text == f"{origin.day.day} {month(origin.day)} {origin.day.year}"


def test_that_every_sentence_of_the_past_is_worked_out_again(found):
    assert found.record_digest == shipped_record().digest
    check_all(found)


SWAPS = [
    (
        ("{label}: {inside} of {cases} weeks lay inside the 8-in-10 band; in {year}, {then} of "
        "{weeks}."),
        ("{label}: {then} of {weeks} weeks lay inside the 8-in-10 band; in {year}, {inside} of "
        "{cases}."),
    ),
    (
        ("Of {cases} totals over {weeks} weeks, whose periods overlap, {inside} lay inside their "
        "band."),
        ("Of {inside} totals over {weeks} weeks, whose periods overlap, {cases} lay inside their "
        "band."),
    ),
    (
        ("Over {weeks} weeks its errors were {share} smaller than those of “the last 13 weeks "
        "again” (80 % range: {range})."),
        ("Over {weeks} weeks its errors were {share} larger than those of “the last 13 weeks "
        "again” (80 % range: {range})."),
    ),
    (
        ("{outcome} in the {weeks} weeks from {day}, {told}: {observed} happened, above the "
        "80 % band of {range}."),
        ("{outcome} in the {weeks} weeks from {day}, {told}: {observed} happened, below the "
        "80 % band of {range}."),
    ),
    ("told how many and where", "told how many"),
    ("On the {record}: {count} Mondays a fortnight apart, {first} to {last}.",
     "On the {record}: {count} Mondays a fortnight apart, {last} to {first}."),
]  # fmt: skip


@pytest.mark.parametrize(("template", "swapped"), SWAPS, ids=[swap[0][:30] for swap in SWAPS])
def test_that_a_swapped_template_is_found(found, template, swapped):
    met = []

    def translator(context, text, n):
        if text != template:
            return language.source_text(context, text, n)
        met.append(text)
        return swapped

    language.install(translator)
    try:
        with pytest.raises((AssertionError, ValueError)):
            check_all(found)
    finally:
        language.install(None)
    assert met, "the template was not used"
