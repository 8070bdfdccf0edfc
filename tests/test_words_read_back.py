"""Numbers and directions are read back out of the finished words and worked out afresh.

A reader here knows only the words and the totals of the futures. A template in which a sign, a
scenario or a year is swapped has to fail: the second half swaps them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from modeller import wording
from modeller.base import language
from modeller.evidence import last_full_year
from modeller.projection import project
from modeller.scenario import Scenario
from modeller.scenario.inputs import weekly_levers
from modeller.scenario.setting import BeliefSetting
from modeller.wording.caveat import caveats
from modeller.wording.findings import subject as name_of
from tests.met import catalogue, shipped_record
from tests.test_wording import FIGURE, baseline_of, read

PAST = last_full_year(shipped_record())
assert PAST is not None
COUNTED = dict(PAST.counts)
RECENT = round(float(shipped_record().by_week().deployments[-13:].mean()), 1)
YEAR = PAST.year
WORDS = "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
NUMBERS = {word: float(i) for i, word in enumerate(WORDS.split())}
SCALED = rf"{FIGURE}(?:\s(?:million|thousand|billion))?"
GROWTHS = {
    r"almost vanish(?:es)?": (0.0, 0.02),
    r"falls? to about a quarter": (0.23, 0.27),
    r"falls? to about a third": (0.31, 0.355),
    r"roughly halves?": (0.47, 0.53),
    r"rises? by about half": (1.47, 1.53),
    r"nearly doubles?": (1.80, 1.97),
    r"roughly doubles?": (1.97, 2.03),
    r"more than doubles?": (2.03, 2.30),
    r"nearly triples?": (2.75, 2.95),
    r"roughly triples?": (2.95, 3.05),
    r"more than triples?": (3.05, 3.30),
}


def middle(projection, outcome):
    return float(np.median(projection.totals(outcome)))


def last_figure(text):
    """What the last figure of a number that is shown is worth."""
    bare = re.sub(r"[^0-9.].*$", "", text.lstrip("+\N{MINUS SIGN}").replace(",", ""))
    after = len(bare.partition(".")[2])
    noughts = 0 if after else len(bare) - len(bare.rstrip("0"))
    return read(text.lstrip("+\N{MINUS SIGN}")) / float(bare) * 10.0 ** (noughts - after)


def near(text, value, nought=0.51):
    """Whether a figure is a value, to what its last figure is worth, a nought to `nought`."""
    shown = read(text)
    allowed = 0.51 * last_figure(text) + 1e-3 * abs(value) if shown else nought
    assert abs(shown - value) <= max(allowed, 0.51), (text, value)


def of_100(text, share):
    """Whether a count of a hundred is a share."""
    if text.startswith("none"):
        assert share == 0.0, share
    elif text.startswith("all"):
        assert share == 1.0, share
    elif text.startswith("more than 99"):
        assert 0.99 < share < 1.0, share
    elif text.startswith("fewer than 1"):
        assert 0.0 < share < 0.01, share
    else:
        found = re.match(r"\d+", text)
        assert found is not None, text
        assert abs(int(found[0]) / 100 - share) <= 0.0051, (text, share)


def check_answer(said, projection):
    """The answer line, every clause of it."""
    weeks = projection.scenario.weeks
    time = "a year" if weeks == 52 else f"{weeks} weeks"
    if not projection.totals("deployments_planned").any():
        check_no_plan(said, time)
        return
    found = re.fullmatch(
        rf"(?P<plan>\S+) LFR deployments? a week: (?:about )?(?P<arrests>no|{SCALED}) arrests? in "
        rf"{time} \((?P<before>{SCALED}) in (?P<year>\d+)\), "
        rf"(?P<flagged>nobody|{SCALED})(?: people| person)? wrongly flagged \((?P<flagged_before>"
        rf"{SCALED})\), (?P<faces>no|{SCALED}) faces scanned \((?P<faces_before>{SCALED})\)"
        r"(?:; (?P<delivered>crews suffice for the whole plan|the whole plan delivered in .*?))?"
        r"(?:; in (?P<covered>.*?)(?: futures| of the futures)? (?:does )?this makes? up for the "
        r"arrests of the officers lost)?\.",
        said,
    )
    assert found is not None, said
    planned = float(projection.scenario.value("deployments_per_week"))
    plan = found["plan"].lower()
    assert (NUMBERS[plan] if plan in NUMBERS else read(plan)) == pytest.approx(planned)
    assert int(found["year"]) == YEAR
    for name, outcome in (("arrests", "arrests"), ("flagged", "false_alerts")):
        value = middle(projection, outcome)
        if found[name] in ("no", "nobody"):
            assert value < 0.5
        else:
            near(found[name], value)
    near(found["faces"], middle(projection, "faces_scanned"))
    assert read(found["before"]) == COUNTED["arrests"]
    assert read(found["flagged_before"]) == COUNTED["false_alerts"]
    assert read(found["faces_before"]) == pytest.approx(COUNTED["faces_scanned"], rel=0.02)
    check_delivered(found["delivered"], projection)
    check_covered(found["covered"], projection)


def check_no_plan(said, time):
    """Without deployments there are no arrests at them, and nothing to make up for anything."""
    found = re.fullmatch(
        rf"No LFR deployments: no arrests at them in {time} \((?P<arrests>{SCALED}) in "
        rf"(?P<year>\d+)\), nobody wrongly flagged \((?P<false_alerts>{SCALED})\), "
        rf"no faces scanned \((?P<faces_scanned>{SCALED})\)\.",
        said,
    )
    assert found is not None, said
    assert int(found["year"]) == YEAR
    for column in ("arrests", "false_alerts", "faces_scanned"):
        assert read(found[column]) == pytest.approx(COUNTED[column], rel=0.02)


def whole_plan(projection):
    """Share of the futures in which all that is planned takes place, from the totals."""
    planned, achieved = (projection.totals(key) for key in ("deployments_planned", "deployments"))
    return float((achieved >= planned).mean())


def check_delivered(said, projection):
    share = whole_plan(projection)
    if said is None:
        assert not projection.totals("deployments_planned").any()
    elif "suffice" in said:
        assert share == 1.0
    else:
        of_100(said.removeprefix("the whole plan delivered in "), share)


def check_covered(said, projection):
    """Arrests beyond those of four a week with nothing lost, against what is forgone."""
    if not projection.scenario.value("officer_losses"):
        assert said is None
        return
    of_100(said, made_up(projection, 4.0))


def made_up(projection, a_week):
    """In what share of the futures, counted from so many deployments a week with nothing lost."""
    return float((extra_from(projection, a_week) >= projection.totals("arrests_forgone")).mean())


def extra_from(projection, a_week):
    """Arrests beyond those of so many deployments a week with nothing lost, in each draw."""
    scenario = projection.scenario
    changes = {k: v for k, v in scenario.changes.items() if k in catalogue().beliefs}
    changes["deployments_per_week"] = a_week
    unlost = project(scenario.replace(changes=changes))
    return projection.totals("arrests") - unlost.totals("arrests")


def check_growth(words, ratio):
    """Whether words of growth are true of a ratio."""
    by = re.fullmatch(r"(rise|fall)s? by about ([0-9]+)\s%", words)
    fold = re.fullmatch(r"grows? (?:about )?([0-9.,]+)-fold", words)
    if by is not None:
        assert (by[1] == "rise") == (ratio > 1.0), (words, ratio)
        assert abs(abs(ratio - 1.0) - int(by[2]) / 100) <= 0.026, (words, ratio)
    elif fold is not None:
        shown = read(fold[1])
        assert abs(ratio - shown) <= (0.051 if shown < 10 else 0.51), (words, ratio)
    else:
        ends = [e for pattern, e in GROWTHS.items() if re.fullmatch(pattern, words)]
        assert len(ends) == 1, words
        assert ends[0][0] - 1e-9 <= ratio <= ends[0][1] + 1e-9, (words, ratio)


def check_title(said, projection, baseline, outcome):
    """A chart's title, of an outcome that the record counts or of another."""
    if outcome == "deployments" and "whole plan" in said:
        of_100(said.removeprefix("The whole plan is delivered in "), whole_plan(projection))
        return
    if outcome == "false_alerts":
        said = check_one_in(said, projection)
        if said is None:
            return
    subject = name_of(catalogue().outcomes[outcome])
    now, column = middle(projection, outcome), catalogue().outcomes[outcome].record_column
    if column and projection.scenario.weeks == 52:
        check_against_past(said, subject, projection, outcome, COUNTED[column])
        return
    found = re.fullmatch(
        rf"{re.escape(subject)} (?P<growth>.*?) (?P<as>as|against) the baseline(?P<beside>.*)", said
    )
    if found is None:
        assert re.match(r"(About|No) |.* (is|are) |\d", said), said
        return
    check_beside(found["beside"], outcome)
    before = middle(baseline, outcome)
    paired = projection.totals(outcome) - baseline.totals(outcome)
    if found["as"] == "as":
        assert abs(now / before - 1.0) <= 0.035
    elif found["growth"].startswith("may"):
        rise, fall = (paired > 0).mean(), (paired < 0).mean()
        assert max(rise, fall) < 0.8
        assert {"may rise": fall < 0.05, "may fall": rise < 0.05}.get(found["growth"], True)
    else:
        check_growth(found["growth"], now / before)


def check_beside(said, outcome):
    """What stands beside a change against the baseline: the last full year's count, if any."""
    declared = catalogue().outcomes
    entry = declared[outcome]
    parts = [entry]
    if entry.kind == "ratio":
        parts = [declared[entry.numerator], declared[entry.denominator]]
    counts = [COUNTED[part.record_column or ""] for part in parts if part.record_column in COUNTED]
    if len(counts) < len(parts):
        assert said == "; not recorded"
        return
    found = re.fullmatch(rf" \(({SCALED}) in {YEAR}\)", said)
    assert found is not None, said
    counted = float(counts[0])
    if len(counts) == 2:
        counted *= entry.factor / counts[1]
    assert abs(read(found[1]) - counted) <= 0.51 * last_figure(found[1])


def check_one_in(said, projection):
    """One false alert in so many faces; what the title says besides, or None."""
    if not projection.totals("faces_scanned").any():
        none = re.fullmatch(rf"No false alerts(?: in {projection.scenario.weeks} weeks|; .*)", said)
        assert none is not None, said
        return said if ";" in said else None
    found = re.fullmatch(rf"(?:(?P<rest>.*); )?.*?one in (?P<faces>{SCALED}) faces", said)
    if found is None:
        found = re.fullmatch(rf"About one false alert in (?P<faces>{SCALED}) faces", said)
        assert found is not None, said
    faces = projection.totals("faces_scanned")
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = np.median(np.where(faces > 0, projection.totals("false_alerts") / faces, np.inf))
    if "fewer than" in said:
        assert rate == 0.0 or not np.isfinite(rate)
        return None
    assert read(found["faces"]) == pytest.approx(1.0 / rate, rel=0.06)
    if "still one in" in said:
        before = COUNTED["faces_scanned"] / COUNTED["false_alerts"]
        assert before * rate == pytest.approx(1.0, abs=0.13)
    rest = found.groupdict().get("rest")
    if rest and rest.startswith("About"):
        count = re.match(rf"About ({FIGURE}) false alerts in (\d+) weeks", rest)
        assert count is not None, rest
        assert int(count[2]) == projection.scenario.weeks
        near(count[1], middle(projection, "false_alerts"))
        return None
    return rest


def check_against_past(said, subject, projection, outcome, before):
    now, totals = middle(projection, outcome), projection.totals(outcome)
    grown = re.fullmatch(
        rf"{subject} (?P<growth>.*?), (?P<before>{SCALED}) in (?P<year>\d+) to (?P<now>{SCALED})",
        said,
    )
    beside = re.fullmatch(
        rf"{subject}: (?P<before>{SCALED}) in (?P<year>\d+), about (?P<now>{SCALED}) projected",
        said,
    )
    stays = re.fullmatch(rf"{subject} stay near the (?P<before>{SCALED}) of (?P<year>\d+)", said)
    none = re.fullmatch(rf"No .*?; (?P<before>{SCALED}) in (?P<year>\d+)", said)
    (found,) = [each for each in (grown, beside, stays, none) if each is not None]
    assert int(found["year"]) == YEAR, said
    assert read(found["before"]) == pytest.approx(before, rel=0.02), said
    if none is not None:
        assert not totals.any()
        return
    if stays is None:
        near(found["now"], now)
    more, fewer = (totals > before).mean(), (totals < before).mean()
    if grown is not None:
        check_growth(grown["growth"], now / before)
        assert (more if now > before else fewer) >= 0.8
    elif beside is not None:
        assert (more if now > before else fewer) < 0.8
    else:
        assert abs(now / before - 1.0) <= 0.035


def check_headlines(projection, baseline):
    """Figures, ranges, last year's count and the change, as they stand beside the charts."""
    for glance in wording.glances(projection, baseline, letter="B", past=PAST):
        if glance.key in ("crews", "break_even"):
            check_share(glance, projection)
            continue
        totals = projection.totals(glance.key)
        near(glance.figure, middle(projection, glance.key))
        past = re.search(rf"(\d+): ({SCALED})", " ".join(glance.lines))
        assert past is not None
        assert int(past[1]) == YEAR
        assert read(past[2]) == pytest.approx(COUNTED[glance.key], rel=0.02)
        against = re.search(rf"against B: ({SCALED})", " ".join(glance.lines))
        assert against is not None
        changed = np.median(totals - baseline.totals(glance.key))
        sign = 0 if abs(changed) < 1 else np.sign(changed)
        assert read(against[1]) * sign >= 0
        near(against[1].lstrip("+"), changed, 0.06 * float(np.ptp(totals)))
        paired = totals - baseline.totals(glance.key)
        shares = {"more": float((paired > 0).mean()), "fewer": float((paired < 0).mean())}
        told = glance.details[0].partition("): ")[2]
        either = re.search(r": more in (\d+) and fewer in (\d+) of 100 futures", told)
        more = re.match(r"(more|fewer) .* in (\d+) of 100 futures", told)
        if either is not None:
            of_100(either[1], shares["more"])
            of_100(either[2], shares["fewer"])
        elif more is not None:
            of_100(more[2], shares[more[1]])


def check_share(glance, projection):
    """The two headlines that are no outcome's total."""
    if glance.key == "break_even":
        check_covered(glance.figure, projection)
        posts = re.search(rf"({FIGURE}) posts lost", " ".join(glance.lines))
        assert posts is not None
        assert read(posts[1]) == projection.scenario.value("officer_losses")
        check_break_even(" ".join(glance.details), projection)
        return
    said = next(line for line in glance.lines if line.startswith(("Crews", "The whole plan")))
    if said.startswith("Crews"):
        assert whole_plan(projection) == 1.0
    else:
        of_100(said.removeprefix("The whole plan is delivered in "), whole_plan(projection))


def check_break_even(said, projection):
    """The officers lost in full sentences, against four a week and against the recent rate."""
    scenario = projection.scenario
    gone = re.search(
        rf"(?P<posts>{FIGURE}) posts are lost, (?P<gone>{FIGURE}) of them by week (?P<week>\d+): "
        rf"(?P<years>{FIGURE}) officer-years within these (?P<weeks>\d+) weeks\.",
        said,
    )
    assert gone is not None, said
    lost = weekly_levers(scenario, catalogue())["officer_losses"]
    years = float(lost.sum()) / catalogue().figures["weeks_per_year"]
    assert read(gone["posts"]) == scenario.value("officer_losses")
    assert int(gone["week"]) == int(gone["weeks"]) == scenario.weeks
    near(gone["gone"], float(lost[-1]))
    near(gone["years"], years)
    if not projection.totals("deployments_planned").any():
        assert said.startswith("No LFR deployments are planned, so there are no arrests"), said
        return
    both = re.search(
        r"Counted from four a week, the extra arrests make up for those of the officers lost in "
        rf"(?P<four>.*?) of 100 futures; counted from the recent rate, (?P<rate>{FIGURE}) a week, "
        r"in (?P<recent>.*?) of 100 \(a judgement: 1–5 arrests an officer a year\)\.",
        said,
    )
    assert both is not None, said
    assert read(both["rate"]) == RECENT
    of_100(both["four"], made_up(projection, 4.0))
    of_100(both["recent"], made_up(projection, RECENT))
    extra = extra_from(projection, 4.0)
    low, middle_of_all, high = np.quantile(extra / years, (0.1, 0.5, 0.9))
    switching = re.search(rf"fewer than (?P<middle>{FIGURE}) arrests a year", said)
    if switching is not None:
        near(switching["middle"], middle_of_all)
        assert ("In at least 1 of 10 futures there are no extra arrests" in said) == (low <= 0.0)
    else:
        assert middle_of_all <= 0.0, said
        assert ("In 9 of 10 futures there are no more arrests than" in said) == (high <= 0.0)
    counted = re.search(rf"the same beliefs: ({SCALED})(?: \(({SCALED}) to ({SCALED}))?", said)
    assert counted is not None, said
    middle, *reach = (text.lstrip("+\N{MINUS SIGN}") for text in counted.groups() if text)
    # a nought is as rough as the ends of its range: 0 (−400 to +600)
    rough = 0.51 * max((last_figure(text) for text in reach if read(text)), default=1.0)
    near(middle, abs(float(np.median(extra))), max(rough, 0.51))
    if read(middle):
        assert counted[1].startswith("\N{MINUS SIGN}") == (np.median(extra) < -0.5)


def check_caveats(projection):
    """The value that a caveat names, and on which side of the evidence it lies."""
    for caveat in caveats(projection):
        if caveat.kind == "plan_exceeds_crews":
            told = caveat.text.partition("delivered in ")[2]
            of_100(told, whole_plan(projection))
        if caveat.kind == "beyond_evidence":
            lever = catalogue().levers[caveat.key]
            assert lever.evidence is not None
            low, high = lever.evidence
            value = float(projection.scenario.value(caveat.key))
            assert ("reaches up to" in caveat.text) == (value > high), caveat.text
            assert ("reaches down to" in caveat.text) == (value < low), caveat.text


def check_all(projection, baseline):
    check_answer(wording.answer(projection, PAST), projection)
    for outcome in catalogue().outcomes:
        said = wording.chart_title(projection, baseline, outcome, past=PAST)
        check_title(said, projection, baseline, outcome)
    check_headlines(projection, baseline)
    check_caveats(projection)


@st.composite
def scenarios(draw):
    """The levers that the words speak of, and a belief, anywhere in their range."""
    changes: dict[str, Any] = {}
    for key in ("deployments_per_week", "officer_losses", "budget_shortfall", "watchlist_size"):
        lever = catalogue().levers[key]
        if draw(st.booleans()):
            low, high = lever.bounds
            steps = round((high - low) / lever.step)
            changes[key] = low + lever.step * draw(st.integers(0, steps))
    for key in ("true_match_rate", "false_alerts_per_million_faces"):
        belief = catalogue().beliefs[key]
        if draw(st.booleans()):
            changes[key] = BeliefSetting(
                round(draw(st.floats(belief.minimum, belief.maximum)), 6),
                draw(st.sampled_from([0.0, 1.0])),
            )
    return Scenario(changes=changes, weeks=draw(st.sampled_from([13, 52])), draws=200)


ROUGH = Scenario(
    changes={"deployments_per_week": 7.5, "watchlist_size": 5000.0, "officer_losses": 50.0},
    weeks=52,
    draws=200,
)
"""Its extra arrests are 46 fewer, and 0 in the figures that a range from −400 to +600 supports."""


@settings(max_examples=25, deadline=None)
@example(ROUGH)
@given(scenarios())
def test_that_every_number_and_direction_in_words_is_that_of_the_futures(scenario):
    check_all(project(scenario), baseline_of(scenario.weeks))


# ---------------------------------------------------------------- a swapped template is found

PLAN = {"deployments_per_week": 10.0, "officer_losses": 1400.0, "watchlist_size": 12000.0}


@cache
def plan():
    return project(Scenario(changes=PLAN, weeks=52, draws=200))


@cache
def none():
    changes = {"deployments_per_week": 0.0, "officer_losses": 1400.0}
    return project(Scenario(changes=changes, weeks=52, draws=200))


@cache
def less():
    changes: dict[str, Any] = {
        "deployments_per_week": 1.0,
        "true_match_rate": BeliefSetting(0.4),
        "false_alerts_per_million_faces": BeliefSetting(0.4, 0.0),
    }
    return project(Scenario(changes=changes, weeks=52, draws=200))


SWAPS = [
    ("{growth}, {before} in {year} to {now}", "{growth}, {now} in {year} to {before}", plan),
    ("{figure} ({count} in {year})", "{count} ({figure} in {year})", plan),
    ("{subject} nearly double", "{subject} roughly halve", plan),
    ("{subject} fall by about {share}", "{subject} rise by about {share}", less),
    ("{finding} against {than}", "{finding} as {than}", plan),
    ("{finding}; one in {figure} faces", "{finding}; still one in {figure} faces", plan),
    ("**{count} people wrongly flagged**", "**{count} faces wrongly flagged**", plan),
    (
        "{label} at {value} is beyond the evidence, which reaches up to {end}.",
        "{label} at {value} is beyond the evidence, which reaches down to {end}.",
        plan,
    ),
    ("against {letter}: {change}", "against {letter}: \N{MINUS SIGN}{change}", plan),
    ("{year}: {count}", "2024: {count}", plan),
    (
        "in **{count} of 100 futures** this makes up for the arrests of the officers lost",
        "in **1{count} of 100 futures** this makes up for the arrests of the officers lost",
        plan,
    ),
    ("{officers} posts lost; breaks even at {figure} ({range}).", "{figure} posts lost.", plan),
    (
        (
            "Counted from {baseline}, the extra arrests make up for those of the officers lost in "
            "{count} of 100 futures; counted from the recent rate, {rate} a week, in {recent} of "
            "100 ({grade})."
        ),
        (
            "Counted from {baseline}, the extra arrests make up for those of the officers lost in "
            "{recent} of 100 futures; counted from the recent rate, {rate} a week, in {count} of "
            "100 ({grade})."
        ),
        plan,
    ),
    (
        (
            "{posts} posts are lost, {officers} of them by week {weeks}: {years} officer-years "
            "within these {weeks} weeks. The extra arrests, counted from {baseline} with nothing "
            "lost and the same beliefs: {extra}."
        ),
        (
            "{officers} posts are lost, {posts} of them by week {weeks}: {years} officer-years "
            "within these {weeks} weeks. The extra arrests, counted from {baseline} with nothing "
            "lost and the same beliefs: {extra}."
        ),
        plan,
    ),
    ("**no arrests** at them", "**some arrests** at them", none),
]


@pytest.mark.parametrize(("template", "swapped", "of"), SWAPS, ids=[s[0][:40] for s in SWAPS])
def test_that_a_template_with_something_swapped_is_found(template, swapped, of):
    projection, baseline, met = of(), baseline_of(52), []

    def translator(_context, text, n):
        if text != template:
            return language.source_text(_context, text, n)
        met.append(text)
        return swapped

    check_all(projection, baseline)
    language.install(translator)
    try:
        with pytest.raises((AssertionError, ValueError, TypeError)):
            check_all(projection, baseline)
    finally:
        language.install(None)
    assert met, "the template was not used"


def test_that_a_year_or_a_scenario_in_anothers_place_is_found():
    projection, baseline = plan(), baseline_of(52)
    assert PAST is not None
    other_year = type(PAST)(YEAR - 1, PAST.counts)
    with pytest.raises(AssertionError):
        check_answer(wording.answer(projection, other_year), projection)
    with pytest.raises(AssertionError):
        check_answer(wording.answer(baseline, PAST), projection)
    for outcome in ("arrests", "faces_scanned", "cost"):
        said = wording.chart_title(baseline, projection, outcome, past=PAST)
        with pytest.raises((AssertionError, ValueError)):
            check_title(said, projection, baseline, outcome)
