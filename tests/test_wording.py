"""Words made of numbers say what the numbers say, over random scenarios and made-up totals."""

from __future__ import annotations

import math
import re
from functools import cache

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from modeller import wording
from modeller.evidence import PastYear
from modeller.model.engine import CAUSES
from modeller.projection import MEDIAN, SUMMARY, Binding, project, summarise
from modeller.scenario import Scenario
from modeller.scenario.file import load_scenario
from modeller.scenario.setting import BeliefSetting
from modeller.wording.sentences import crews_figure
from tests.met import MET, catalogue

CATALOGUE = catalogue()
OUTCOMES = list(CATALOGUE.outcomes)
LOW, HIGH = SUMMARY.index("p10"), SUMMARY.index("p90")
SCALES = {"million": 1e6, "billion": 1e9, "thousand": 1e3, "m": 1e6, "bn": 1e9, "k": 1e3, "": 1.0}
MOST_OF_A_TITLE = 90
"""Characters that have room in two lines above a chart."""
FIGURE = r"[-+−]?£?[0-9][0-9,]*(?:\.[0-9]+)?"


def read(text: str) -> float:
    """The number in a figure, whatever its sign, currency and scale."""
    match = re.fullmatch(rf"({FIGURE})\s?(million|billion|thousand|m|bn|k)?", text)
    assert match is not None, text
    bare = match[1].replace("−", "-").replace("£", "").replace(",", "")
    return float(bare) * SCALES[match[2] or ""]


def title_fits(title: str) -> bool:
    return len(title) <= MOST_OF_A_TITLE


def difference_words(projection, baseline, outcome: str) -> str:
    changed = wording.change(projection, baseline, outcome)
    assert changed is not None
    return wording.comparison_words(projection, outcome, changed)


SLIDERS = list(CATALOGUE.sliders.values())


# ---------------------------------------------------------------- random scenarios


@st.composite
def scenarios(draw):
    """A scenario with up to five levers or beliefs anywhere in their range."""
    chosen = draw(st.lists(st.sampled_from(SLIDERS), max_size=5, unique_by=lambda s: s.key))
    changes = {}
    for slider in chosen:
        value = round(draw(st.floats(slider.minimum, slider.maximum)), 6)
        if slider.key in CATALOGUE.beliefs:
            changes[slider.key] = BeliefSetting(value, draw(st.sampled_from([0.0, 1.0, 2.0])))
        else:
            changes[slider.key] = value
    return Scenario(changes=changes, weeks=draw(st.sampled_from([4, 13])), draws=200)


@cache
def baseline_of(weeks):
    return project(Scenario(weeks=weeks, draws=200))


class Made:
    """Totals made up for one outcome, to reach every template."""

    def __init__(self, totals, short_share=0.0):
        self.scenario = Scenario(draws=next(iter(totals.values())).size)
        self.catalogue = CATALOGUE
        self._totals = totals
        ever = dict.fromkeys(CAUSES, 0.0) | {"plan": 1 - short_share, "crews": short_share}
        self.binding = Binding(ever, np.zeros((52, 5)), 3 if short_share else None)
        self.break_even = None

    def totals(self, outcome, band="seen"):
        return self._totals[outcome]

    def summary(self, outcome, view="total", band="seen"):
        return summarise(self._totals[outcome])

    def smooth(self, outcome, view, band="seen"):
        return self.summary(outcome, view, band)

    def makes_up_against(self, deployments):
        raise AssertionError(f"nothing is lost: {deployments}")


def title_holds(title: str, now, before, outcome: str) -> bool:
    """Whether a title is true of totals, worked out afresh from its words."""
    title = title.removesuffix("; not recorded")
    ratio = np.median(now) / np.median(before) if np.median(before) > 0 else math.nan
    more, fewer = (now > before).mean(), (now < before).mean()
    if title.endswith("about the same as the baseline"):
        return abs(ratio - 1) <= 0.03
    if "may rise or fall" in title:
        return max(more, fewer) < 0.8 and min(more, fewer) >= 0.05
    if "may rise" in title:
        return more < 0.8 and fewer < 0.05
    if "may fall" in title:
        return fewer < 0.8 and more < 0.05
    if title.startswith(("About", "No ")) or "is about" in title:
        return not np.median(before) > 0
    if not title.endswith(" against the baseline"):
        return False
    rises = ratio > 1
    if (more if rises else fewer) < 0.8:
        return False
    by = re.search(r"by about ([0-9]+)\s%", title)
    if by is not None:
        grows = "rise" in title
        return grows == rises and abs(abs(ratio - 1) - int(by[1]) / 100) <= 0.026
    fold = re.search(r"([0-9.,]+)-fold", title)
    if fold is not None:
        shown = float(fold[1].replace(",", ""))
        return abs(ratio - shown) <= (0.051 if shown < 10 else 0.51)
    claims = {
        "almost vanish": (0, 0.02),
        "about a quarter": (0.23, 0.27),
        "about a third": (0.31, 0.355),
        "roughly halve": (0.47, 0.53),
        "by about half": (1.47, 1.53),
        "nearly double": (1.8, 2.0),
        "roughly double": (1.95, 2.05),
        "more than double": (2.0, 2.4),
        "nearly triple": (2.7, 3.0),
        "roughly triple": (2.95, 3.05),
        "more than triple": (3.0, 3.4),
    }
    (low, high), *others = [ends for words, ends in claims.items() if words in title]
    return not others and low <= ratio <= high


@settings(max_examples=300)
@given(
    st.sampled_from([key for key in OUTCOMES if key not in ("deployments", "false_alerts")]),
    st.floats(math.log(0.005), math.log(20)),
    st.floats(0, 0.6),
    st.integers(0, 2**32 - 1),
)
@example("arrests", math.log(1.94), 0.01, 0)
@example("arrests", math.log(0.5), 0.01, 0)
@example("cost", math.log(1.94), 0.01, 0)
def test_that_a_title_is_true_and_has_room_in_two_lines(outcome, growth, spread, seed):
    random = np.random.default_rng(seed)
    before = 1000 * np.exp(0.2 * random.standard_normal(400))
    now = before * np.exp(growth + spread * random.standard_normal(400))
    title = wording.chart_title(Made({outcome: now}), Made({outcome: before}), outcome)
    assert title_fits(title)
    assert title_holds(title, now, before, outcome), (title, np.median(now) / np.median(before))


@pytest.mark.parametrize(
    ("ratio", "title"),
    [
        (1.95, "Arrests at LFR deployments nearly double against the baseline"),
        (2.0, "Arrests at LFR deployments roughly double against the baseline"),
        (2.2, "Arrests at LFR deployments more than double against the baseline"),
        (2.5, "Arrests at LFR deployments grow about 2.5-fold against the baseline"),
        (1.0, "Arrests at LFR deployments stay about the same as the baseline"),
        (1.2, "Arrests at LFR deployments rise by about 20 % against the baseline"),
        (0.5, "Arrests at LFR deployments roughly halve against the baseline"),
        (0.92, "Arrests at LFR deployments fall by about 8 % against the baseline"),
        (0.001, "Arrests at LFR deployments almost vanish against the baseline"),
    ],
)
def test_that_titles_say_how_much_in_plain_words(ratio, title):
    before = np.linspace(900, 1100, 101)
    made = wording.chart_title(
        Made({"arrests": before * ratio}), Made({"arrests": before}), "arrests"
    )
    assert made.replace("\u202f", " ").replace("\xa0", " ") == title


def test_that_a_title_says_in_how_many_futures_the_whole_plan_is_delivered():
    totals = {"deployments": np.full(1000, 400.0)}
    titles = {
        0.5: "The whole plan is delivered in 50 of 100 futures",
        0.31: "The whole plan is delivered in 69 of 100 futures",
        0.999: "The whole plan is delivered in fewer than 1 of 100 futures",
        1.0: "The whole plan is delivered in none of the futures",
    }
    for share, title in titles.items():
        assert wording.chart_title(Made(totals, share), None, "deployments") == title
    assert wording.chart_title(Made(totals), None, "deployments") == "400 deployments in 52 weeks"


def frequencies(rate):
    faces = np.full(rate.size, 4e6)
    return Made(
        {
            "false_alerts_per_million_scanned": rate,
            "faces_scanned": faces,
            "false_alerts": rate * 4,
        }
    )


@settings(max_examples=200)
@given(
    st.floats(math.log(1e-3), math.log(1e3)), st.floats(0, 1), st.floats(0, 1), st.integers(0, 99)
)
def test_that_the_natural_frequency_is_true(centre, spread, none, seed):
    random = np.random.default_rng(seed)
    rate = np.exp(centre + spread * random.standard_normal(400))
    rate[random.random(400) < none] = 0.0
    words = wording.natural_frequency(frequencies(rate))
    bound = re.fullmatch(r"fewer than 1 in ([0-9,]+) faces in 9 of 10 futures", words)
    middle = np.median(rate)
    if bound is not None:
        assert middle == 0.0
        assert (rate < 1e6 / read(bound[1])).mean() >= 0.9
        return
    one_in = [
        read(text) for text in re.findall(r"1 in ([0-9.,]+(?:\s(?:million|billion))?)", words)
    ]
    assert 1e6 / middle == pytest.approx(one_in[0], rel=0.051)
    if len(one_in) > 1:
        assert 1e6 / np.quantile(rate, 0.9) == pytest.approx(one_in[1], rel=0.06)


LAST_YEAR = PastYear(2025, {"false_alerts": 10, "faces_scanned": 4_000_000, "arrests": 1000})


@pytest.mark.parametrize(
    ("rate", "title"),
    [
        (2.5, "False alerts stay near the 10 of 2025; still one in 400,000 faces"),
        (2.7, "False alerts: 10 in 2025, about 11 projected; still one in 370,000 faces"),
        (167.0, "False alerts grow 67-fold, 10 in 2025 to 670; one in 6,000 faces"),
        (1.0, "False alerts fall by about 60 %, 10 in 2025 to 4; one in 1.0 million faces"),
        (0.0, "False alerts: fewer than one in 3,900,000 faces"),
    ],
)
def test_that_false_alerts_are_titled_as_a_count_and_as_one_in_so_many_faces(rate, title):
    spread = np.linspace(0.85, 1.15, 101)
    made = wording.chart_title(frequencies(rate * spread), None, "false_alerts", past=LAST_YEAR)
    assert made.replace("\u202f", " ").replace("\xa0", " ") == title
    assert title_fits(made)
    alone = wording.chart_title(frequencies(np.linspace(0.1, 0.3, 101)), None, "false_alerts")
    assert alone.replace("\xa0", " ") == "About one false alert in 5.0 million faces"


@pytest.mark.parametrize(
    ("ratio", "title"),
    [
        (2.2, "Arrests at LFR deployments more than double, 1,000 in 2025 to 2,200"),
        (0.5, "Arrests at LFR deployments roughly halve, 1,000 in 2025 to 500"),
        (1.01, "Arrests at LFR deployments stay near the 1,000 of 2025"),
        (1.05, "Arrests at LFR deployments: 1,000 in 2025, about 1,050 projected"),
        (0.0, "No arrests; 1,000 in 2025"),
    ],
)
def test_that_what_is_recorded_is_compared_with_the_last_full_year(ratio, title):
    totals = np.linspace(900, 1100, 101) * ratio
    baseline = Made({"arrests": np.full(101, 500.0)})
    made = wording.chart_title(Made({"arrests": totals}), baseline, "arrests", past=LAST_YEAR)
    assert made == title


@settings(max_examples=40)
@given(scenarios())
def test_that_figures_and_ranges_of_a_scenario_are_those_of_its_totals(scenario):
    projection = project(scenario)
    for outcome in OUTCOMES:
        summary = projection.summary(outcome)
        style = wording.style(projection, outcome)
        if not np.isfinite(summary[[LOW, MEDIAN, HIGH]]).all():
            continue
        tolerance = (style.step / 2 or abs(summary[MEDIAN]) * 1e-3) * (1 + 1e-6) + 1e-9
        assert abs(read(wording.middle_words(projection, outcome)) - summary[MEDIAN]) <= tolerance
        words = wording.range_figures(projection, outcome)
        first, _, last = words.partition("–")
        last = last or first
        scale = re.search(r"\s(?:million|billion)$", last)
        first += scale[0] if scale and not first.endswith(scale[0]) else ""
        assert abs(read(first) - summary[LOW]) <= tolerance
        assert abs(read(last) - summary[HIGH]) <= tolerance


@settings(max_examples=40)
@given(scenarios())
def test_that_a_difference_in_words_is_that_of_the_draws(scenario):
    projection, baseline = project(scenario), baseline_of(scenario.weeks)
    for outcome in OUTCOMES:
        with np.errstate(invalid="ignore"):
            paired = projection.totals(outcome) - baseline.totals(outcome)
        if np.isnan(paired).all():
            continue
        words = difference_words(projection, baseline, outcome)
        more, fewer, same = (paired > 0).mean(), (paired < 0).mean(), (paired == 0).mean()
        said = words.rpartition(" in ")[2]
        shares = {"more": more, "higher": more, "fewer": fewer, "lower": fewer}
        shares |= {"as": same, "the": same}
        first = words.partition(" ")[0]
        if first in shares:
            assert shares[first] >= 0.6
            # in all futures it is as the model is built, which is no finding
            assert ("futures" in words) == (shares[first] < 1.0)
            assert shares[first] == 1.0 or said == wording.futures(shares[first], 200)
        else:
            assert words.startswith(("about ", "no clear difference"))
            assert max(more, fewer, same) < 0.6
        title = wording.chart_title(projection, baseline, outcome)
        assert title_fits(title), title


@settings(max_examples=40)
@given(scenarios())
def test_that_what_binds_is_told_as_it_was_counted(scenario):
    projection = project(scenario)
    binding, sentence = projection.binding, wording.crews_sentence(projection)
    if binding.short_share == 0.0:
        assert sentence == "Crews suffice for every planned deployment."
        assert wording.causes_sentence(projection) == ""
        return
    told_whole = re.search(r"delivered in (\d+) of 100 futures", sentence)
    if told_whole is not None:
        assert abs(int(told_whole[1]) / 100 + binding.short_share - 1) <= 0.0051
    else:
        assert re.search("in none of the|fewer than 1|more than 99", sentence)
    assert sentence.endswith(f"typically from week {binding.first_week}.")
    told = re.findall(r"([a-z' ,]+?),? in (\d+)", wording.causes_sentence(projection))
    shares = sorted((binding.ever[cause] for cause in CAUSES[1:]), reverse=True)
    for (_, count), share in zip(told, shares, strict=False):
        assert abs(int(count) / 100 - share) <= 0.0051


@settings(max_examples=30)
@given(scenarios())
def test_that_the_break_even_is_told_as_it_was_computed(scenario):
    projection = project(scenario)
    found, sentences = projection.break_even, wording.break_even_sentences(projection)
    if found is None:
        assert sentences == ()
        return
    middle = found.per_officer_year[MEDIAN]
    figure = re.search(r"fewer than ([0-9.,]+) arrests a year", sentences[0])
    if figure is None:
        assert "no more arrests than" in sentences[0]
        assert middle <= 0
    else:
        assert middle > 0
        assert read(figure[1]) == pytest.approx(middle, abs=0.0501)
    assert ("there are no extra arrests" in sentences[0]) == (
        middle > 0 >= found.per_officer_year[LOW]
    )


@settings(max_examples=40)
@given(scenarios())
def test_that_every_step_beyond_the_evidence_is_a_caveat_and_nothing_else_is(scenario):
    projection = project(scenario)
    told = {(caveat.kind, caveat.key) for caveat in wording.caveats(projection)}
    expected = set()
    for key, lever in CATALOGUE.levers.items():
        if lever.beyond_evidence(scenario.value(key)):
            expected.add(("beyond_evidence", key))
    for key, setting in scenario.changes.items():
        if key in CATALOGUE.beliefs:
            if CATALOGUE.beliefs[key].beyond_evidence(setting.central):
                expected.add(("belief_outside_range", key))
            if setting.spread == 0.0:
                expected.add(("exactly_known", key))
            elif not CATALOGUE.beliefs[key].beyond_evidence(setting.central):
                expected.add(("edited_belief", key))
    if projection.binding.short_share >= 0.05:
        expected.add(("plan_exceeds_crews", "deployments"))
    assert told == expected


def test_that_a_judgement_is_named_only_where_it_bears():
    quiet = project(Scenario(weeks=4, draws=100))
    assert "crews_per_day" not in wording.judgements(quiet, "arrests")
    assert wording.judgement_note(quiet, "arrests") == ""
    plan = project(
        Scenario(
            changes={"deployments_per_week": 10.0, "officer_losses": 900.0}, weeks=4, draws=100
        )
    )
    named = wording.judgements(plan, "arrests")
    assert {"crews_per_day", "officer_exposure"} <= set(named)
    assert "budget_exposure" not in named
    assert "staff_exposure" not in named


def test_that_headlines_use_the_same_words_as_everything_else():
    plan = project(
        Scenario(
            changes={"deployments_per_week": 10.0, "officer_losses": 1400.0}, weeks=13, draws=200
        )
    )
    found = {headline.key: headline for headline in wording.headlines(plan, baseline_of(13))}
    assert list(found) == ["arrests", "false_alerts", "faces_scanned", "break_even", "crews"]
    arrests = found["arrests"]
    assert arrests.figure == wording.middle_words(plan, "arrests")
    assert arrests.range_text == wording.range_words(plan, "arrests")
    assert difference_words(plan, baseline_of(13), "arrests") in arrests.change_text
    assert any("beyond the evidence" in warning for warning in arrests.warnings)
    assert any("rests on" in warning.lower() for warning in arrests.warnings)
    assert found["false_alerts"].note == wording.natural_frequency(plan)
    assert found["break_even"].change_text == wording.break_even_sentences(plan)[0]
    some = wording.headlines(plan, baseline_of(13), keys=("crews", "arrests"))
    assert some == (found["arrests"], found["crews"])


def test_that_scenarios_of_other_luck_are_not_compared():
    one, other = (project(Scenario(weeks=4, draws=100, seed=seed)) for seed in (1, 2))
    assert wording.change(one, other, "arrests") is None


VERDICTS = re.compile(
    r"\b(good|bad|better|worse|should|success|fail\w*|unfortunately|only|risky)\b"
)


@settings(max_examples=20)
@given(scenarios())
def test_that_no_sentence_gives_a_verdict(scenario):
    projection, baseline = project(scenario), baseline_of(scenario.weeks)
    texts = [wording.crews_sentence(projection), wording.natural_frequency(projection)]
    texts += [wording.chart_title(projection, baseline, key) for key in OUTCOMES]
    texts += [difference_words(projection, baseline, key) for key in OUTCOMES]
    texts += [caveat.text for caveat in wording.caveats(projection)]
    assert [text for text in texts if VERDICTS.search(text)] == []


@pytest.mark.parametrize("key", catalogue().beliefs)
def test_that_the_grade_introduces_the_range_of_what_is_believed(key):
    belief = catalogue().beliefs[key]
    said = wording.evidence_range_words(belief)
    introduced, _, ends = said.partition(": ")
    graded = {"published": "published", "derived": "derived", "judgement": "a judgement"}
    assert [word for word in graded.values() if word in introduced] == [graded[belief.spread_grade]]
    assert ends == wording.value_range_words(belief, *belief.evidence)


def test_that_the_headlines_name_what_they_count():
    labels = [headline.label for headline in wording.headlines(baseline_of(52))]
    assert labels[:3] == ["Arrests at LFR deployments", "People wrongly flagged", "Faces scanned"]


@pytest.mark.parametrize("weeks", [26, 52])
@pytest.mark.parametrize("outcome", catalogue().outcomes)
def test_that_a_change_against_the_baseline_never_stands_alone(outcome, weeks):
    past = PastYear(2025, {"deployments": 230, "arrests": 1150, "faces_scanned": 4_140_000,
                           "true_alerts": 2300, "false_alerts": 10, "alerts": 2310})  # fmt: skip
    scenario = Scenario(weeks=weeks, draws=200, changes={"deployments_per_week": 7})
    projection, baseline = project(scenario), baseline_of(weeks)
    title = wording.chart_title(projection, baseline, outcome, past=past)
    if "the baseline" not in title:
        return
    declared = catalogue().outcomes
    entry = declared[outcome]
    ratio = entry.kind == "ratio"
    parts = [declared[entry.numerator], declared[entry.denominator]] if ratio else [entry]
    if not all(part.record_column for part in parts):
        assert title.endswith("; not recorded")
        return
    counts = [past.counts[part.record_column] for part in parts if part.record_column]
    counted = entry.factor * counts[0] / counts[1] if ratio else counts[0]
    said = re.search(rf"\(({FIGURE}[^)]*?) in 2025\)$", title)
    assert said is not None, title
    assert read(said[1]) == pytest.approx(counted, rel=0.06)


def test_that_nothing_is_said_of_ratios_where_there_is_no_deployment():
    """A shipped scenario; its rates divide nothing by nothing."""
    stopped, baseline = (
        project(load_scenario(name, MET).scenario.replace(weeks=52, draws=100))
        for name in ("suspended", "baseline")
    )
    title = wording.chart_title(stopped, baseline, "false_alerts", past=LAST_YEAR)
    assert title == "No false alerts; 10 in 2025"
    assert wording.natural_frequency(stopped).startswith("too few faces are scanned")
    assert crews_figure(stopped) == "no plan"
    ratios = [key for key, entry in catalogue().outcomes.items() if entry.kind == "ratio"]
    assert ratios
    for key in ratios:
        assert wording.middle_words(stopped, key) == "–"
        assert wording.middle_and_range(stopped, key) == "not defined"
        assert wording.change(stopped, baseline, key) is None
