"""Another language: every word of the model's side is said, figures and typed numbers follow."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from modeller import wording
from modeller.analysis import answers, phrases, sensitivity
from modeller.analysis.robustness import robustness
from modeller.analysis.seek import seek
from modeller.analysis.sensitivity import sobol_shares, tornado
from modeller.analysis.what_changed import Result, attribute
from modeller.analysis.what_must_be_true import switching_values
from modeller.base import language
from modeller.base.errors import ModellerError
from modeller.base.language import FRENCH, source_language
from modeller.briefing import analyse, brief, render
from modeller.briefing.drawing import draw
from modeller.briefing.html import render_html
from modeller.projection import project
from modeller.scenario import Scenario
from modeller.scenario.document import scenario_document
from modeller.scenario.file import load_scenario
from modeller.scenario.setting import BeliefSetting, Schedule, Setting, Step
from tests.briefings import ABOUT, few
from tests.met import MET, catalogue, parse_goal, parse_measure
from ui.languages.language import speak
from ui.levers.lever import LeverWidget
from ui.scenarios.scenario_details import HorizonEditor

CATALOGUE = catalogue()
SLIDERS = list(CATALOGUE.sliders.values())
PLAN = {"deployments_per_week": 9.0, "officer_losses": 1400.0, "hours_per_deployment": 7.5}
MORE: tuple[dict[str, Setting], ...] = (
    {"deployments_per_week": Schedule((Step(1, 4.0), Step(5, 10.0))), "officer_losses": 2500.0},
    {"true_match_rate": BeliefSetting(0.45, 0.0), "crews_per_day": BeliefSetting(4.0, 2.0)},
    {"false_alerts_per_million_faces": BeliefSetting(0.1, 1.0), "budget_shortfall": 450.0},
    {"watchlist_size": 1000.0, "charge_share": BeliefSetting(0.75, 0.5)},
)


@pytest.fixture
def french(qapp) -> Iterator[None]:
    """The window's own French."""
    assert speak("fr", qapp) == "fr"
    yield
    speak("en", qapp)


@pytest.fixture
def bracketed() -> Iterator[None]:
    """A language that puts what went through translation in brackets."""
    language.install(lambda _context, text, _n: f"⟦{text}⟧", FRENCH)
    yield
    language.install(None)


@cache
def projections():
    shipped = (load_scenario(name, profile=MET).scenario for name in MET.scenario_names)
    moved = (Scenario(changes=changes) for changes in MORE)
    few_draws = {"weeks": 6, "draws": 150}
    return tuple(project(scenario.replace(**few_draws)) for scenario in (*shipped, *moved))


def said() -> Iterator[str]:
    """Everything that is said of the projections, as it stands in the window."""
    baseline = projections()[0]
    for projection in projections():
        for headline in wording.headlines(projection, baseline):
            yield from (headline.label, headline.figure, headline.range_text)
            yield from (headline.change_text, headline.note, *headline.warnings)
        for glance in wording.glances(projection, baseline):
            yield from (glance.label, glance.figure, *glance.lines, *glance.details)
        for warned in wording.warnings_at_a_glance(projection, ("arrests", "cost")):
            yield from (warned.text, *warned.details)
        for caveat in wording.caveats(projection):
            yield from (caveat.text, caveat.reason)
        yield from wording.break_even_sentences(projection)
        yield wording.wrongly_flagged_sentence(projection)
        for key, outcome in CATALOGUE.outcomes.items():
            yield from (outcome.label, outcome.help, wording.noun(outcome))
            yield wording.chart_title(projection, baseline, key)
            yield wording.chart_title(projection, None, key)
            yield wording.middle_and_range(projection, key)
            changed = wording.change(projection, baseline, key)
            if changed is None:
                assert outcome.kind == "ratio"  # which is not defined in one of the two
                continue
            yield wording.comparison_words(projection, key, changed)
            yield wording.short_comparison(outcome, changed)
        for key, slider in CATALOGUE.sliders.items():
            yield wording.setting_words(slider, projection.scenario.setting(key))
    for slider in SLIDERS:
        yield from (slider.label, slider.help, getattr(slider, "evidence_note", ""))
        yield wording.value_range_words(slider, slider.minimum, slider.maximum)
        with pytest.raises(ModellerError) as caught:
            Scenario(changes={slider.key: slider.maximum * 2 + 1})
        problem = caught.value.problems[0]
        yield from (problem.what, problem.remedy)


def answered() -> Iterator[str]:
    """What the analyses answer, in words."""
    plan = Scenario(changes=PLAN, weeks=4, draws=100)
    today = Scenario(weeks=4, draws=100)
    measure = parse_measure("arrests.p50")
    yield answers.tornado_sentence(tornado(plan, parse_measure("deployments.p50")), MET.catalogue)
    yield answers.sobol_sentence(sobol_shares(plan, "arrests"), MET.catalogue)
    yield answers.what_changed_sentence(
        attribute(Result(today), Result(plan), measure), MET.catalogue
    )
    goal = parse_goal("arrests.p20 >= 100")
    yield answers.sought_sentence(seek(plan, goal, ("deployments_per_week",)), MET.catalogue)
    yield phrases.goal_words(parse_goal("cost.mean <= 400000"), MET.catalogue)
    found = switching_values(plan, goal, keys=("watchlist_size", "crews_per_day", "charge_share"))
    yield answers.switching_sentence(found, MET.catalogue)
    for value in found.values:
        yield from (
            phrases.switching_words(value, MET.catalogue),
            phrases.evidence_words(value, MET.catalogue),
        )
    yield answers.robustness_sentence(robustness(plan, goal, cases=200), MET.catalogue)


def _outside_brackets(text: str) -> str:
    depth, outside = 0, []
    for character in text:
        depth += {"⟦": 1, "⟧": -1}.get(character, 0)
        if depth == 0 and character != "⟧":
            outside.append(character)
    return "".join(outside)


def test_that_no_word_goes_round_the_translation(bracketed):
    # the letters of scales and the name of a scale belong to the language's numbers
    scales = r"\b(?:k|M|Md|millions?|milliards?)\b"
    bare = [text for text in (*said(), *answered()) if text]
    missed = {t for t in bare if re.search(r"[A-Za-z]", re.sub(scales, "", _outside_brackets(t)))}
    assert missed == set()


ENGLISH = re.compile(
    r"\b(?:the|of|in|and|from|with|at|by|futures?|weeks?(?!-end)|crews|faces|alerts|arrests|officers|"
    r"posts|hours|share|people|million per|year)\b"
)
BRITISH_NUMBER = re.compile(r"[0-9]\.[0-9]|£[0-9]|[0-9],[0-9]{3},[0-9]")
ASCII_SPACE = re.compile(r" [;:!?%»]|« |[0-9] [0-9]{3}\b")


def test_that_every_sentence_is_in_french_with_french_numbers(french):
    texts = {text for text in said() if text}
    assert {text: found[0] for text in texts if (found := ENGLISH.search(text))} == {}
    assert {text for text in texts if BRITISH_NUMBER.search(text)} == set()
    assert {text for text in texts if "{" in text or "}" in text} == set()
    assert {text for text in texts if ASCII_SPACE.search(text)} == set()


def test_that_the_source_language_is_the_same_to_the_letter_beside_another(french):
    with source_language():
        beside = [*said()]
    language.install(None)
    assert beside == [*said()]


@pytest.mark.parametrize(
    ("unit", "low", "high", "value", "figure", "shown"),
    [
        ("arrests", 1667, 2568, 2088, "2 090", "1 670–2 570"),
        ("faces", 6_313_306, 12_961_499, 9_065_787, "9,1 millions", "6,3–13,0 millions"),
        ("faces", 1_100_000, 1_900_000, 1_500_000, "1,50 million", "1,10–1,90 million"),
        ("£", 3_775_258, 7_138_905, 5_058_780, "5,1 M£", "3,8–7,1 M£"),
        ("arrests", -70, 330, 120, "120", "−70 à +330"),
        ("£", -400_000, 1_200_000, 0, "0 £", "−0,4 M£ à +1,2 M£"),
        ("faces", 3000, float("inf"), 3500, "3 500", "3 000 ou plus"),
    ],
)
def test_that_french_figures_look_as_they_should(french, unit, low, high, value, figure, shown):
    style = wording.style_for(unit, low, high)
    assert plain(style.figure(value)) == figure
    assert plain(style.range(low, high)) == shown


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("figure", "unit", "words"),
    [
        ("1,5", "alerts", "1,5 alerte"),
        ("2", "alerts", "2 alertes"),
        ("260\u00a0£", "£m a year", "260 M£ par an"),
        ("10", "a week", "10 par semaine"),
    ],
)
def test_that_french_units_follow_their_figures(french, figure, unit, words):
    assert plain(wording.with_unit(figure, unit)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (9_065_787, "9,1 millions de visages"),
        (0, "0 visage"),
        (-9_065_787, "−9,1 millions de visages"),
    ],
)
def test_that_french_says_millions_of_something(french, value, words):
    style = wording.style_for("faces", 6_313_306, 12_961_499)
    assert plain(style.with_unit(value)) == words


def test_that_a_french_axis_has_its_letters_apart(french):
    assert [plain(label) for label in wording.axis_labels([0, 5e5, 1e6], "£")] == [
        "0 £",
        "0,5 M£",
        "1,0 M£",
    ]
    assert plain(wording.axis_labels([0, 5000, 10000])[1]) == "5 k"


# ---------------------------------------------------------------- typed


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("hours_per_deployment", "1,5", 1.5),
        ("hours_per_deployment", "1,500", 1.5),
        ("hours_per_deployment", "5.6", 5.6),
        ("hours_per_deployment", "5,6 heures", 5.6),
        ("officer_losses", "1 500", 1500),
        ("officer_losses", "1\u202f500 postes", 1500),
        ("officer_losses", "1,4k", 1400),
        ("officer_losses", "1,4 mille", 1400),
        ("budget_shortfall", "260 M£ par an", 260),
        ("budget_shortfall", "260 000 000 £", 260),
        ("budget_shortfall", "0,26 Md£", 260),
        ("budget_shortfall", "260 millions", 260),
        ("budget_shortfall", "£260m a year", 260),
        ("true_match_rate", "89 %", 0.89),
        ("true_match_rate", "0,89", 0.89),
        ("faces_per_deployment", "18 270,5 visages", 18270.5),
        ("false_alerts_per_million_faces", "1 pour 6 000 visages", 1e6 / 6000),
        ("false_alerts_per_million_faces", "1 sur 6 000", 1e6 / 6000),
        ("false_alerts_per_million_faces", "un sur 6 mille visages", 1e6 / 6000),
        ("false_alerts_per_million_faces", "1 in 6 000 faces", 1e6 / 6000),
        ("deployments_per_week", "10 par semaine", 10),
    ],
)
def test_that_french_numbers_are_understood(french, key, typed, value):
    assert wording.read_value(typed, CATALOGUE.sliders[key]) == pytest.approx(value)


@pytest.mark.parametrize("typed", ["1.500", "18.270,5", "1,2,3", "1 50", "1 5000", "18 270.000"])
def test_that_what_could_mean_two_numbers_is_refused(french, typed):
    for key in ("officer_losses", "faces_per_deployment"):
        with pytest.raises(ModellerError, match="écrivez un nombre, par exemple"):
            wording.read_typed_setting(typed, CATALOGUE.sliders[key])


@pytest.mark.parametrize(
    ("typed", "setting"),
    [
        ("0,5", 0.5),
        ("0,5 ; 0", {"central": 0.5, "spread": 0.0}),
        ("50 %, connue exactement", {"central": 0.5, "spread": 0.0}),
        ("0,5, 1,5 fois la dispersion des données", {"central": 0.5, "spread": 1.5}),
    ],
)
def test_that_a_typed_belief_is_read_in_french(french, typed, setting):
    slider = CATALOGUE.beliefs["true_match_rate"]
    assert wording.read_typed_setting(typed, slider) == setting


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SLIDERS), st.floats(0, 1), st.sampled_from([0.0, 0.25, 2.0]))
def test_that_what_is_said_in_french_can_be_typed_back(french, slider, share, spread):
    steps = round(share * (slider.maximum - slider.minimum) / slider.step)
    value = round(slider.minimum + steps * slider.step, 9)
    assume(value != slider.baseline)
    assert wording.read_value(wording.value_words(slider, value), slider) == pytest.approx(value)
    if slider.key in CATALOGUE.beliefs:
        words = wording.setting_words(slider, BeliefSetting(value, spread))
        read = wording.read_typed_setting(words, slider)
        assert read == {"central": pytest.approx(value), "spread": spread}


def test_that_a_french_number_typed_into_a_lever_moves_it(french, qtbot):
    lever = LeverWidget(CATALOGUE.sliders["hours_per_deployment"], MET.sources)
    qtbot.addWidget(lever)
    with qtbot.waitActive(lever):
        lever.show()
        lever.activateWindow()
    with qtbot.waitSignal(lever.value_committed) as committed:
        qtbot.mouseClick(lever.value_edit, Qt.MouseButton.LeftButton)
        qtbot.keyClicks(lever.value_edit, "6,5 heures")
        qtbot.keyClick(lever.value_edit, Qt.Key.Key_Return)
    assert committed.args == [6.5]
    assert plain(lever.value_edit.text()) == "6,5 heures"


def test_that_a_french_decimal_is_no_number_of_draws(french, qtbot):
    editor = HorizonEditor(Scenario())
    qtbot.addWidget(editor)
    field = editor.findChild(QLineEdit, "draws")
    assert field is not None
    field.setText("10\u202f500")
    assert editor.fields()["draws"] == 10_500
    field.setText("10,5")
    with pytest.raises(ModellerError):
        editor.fields()


# ---------------------------------------------------------------- what stays English


def _exported() -> list[bytes]:
    """The data, and the page without its pictures but one: drawing takes the time."""
    made = brief([few("baseline"), few("met-plan-2025")], ABOUT)
    picture = draw(made.charts[0].picture, "svg")
    pictures = dict.fromkeys((chart.key for chart in made.charts), picture)
    return [render(made, "zip"), picture, render_html(made, pictures, pictures)]


def test_that_a_french_window_exports_the_english_briefing(french):
    exported: list[list[bytes]] = []
    # as the window does it, away from its own thread
    thread = threading.Thread(target=lambda: exported.append(_exported()))
    thread.start()
    thread.join()
    language.install(None)
    assert exported == [_exported()]


def test_that_the_analyses_of_a_briefing_are_english(french, monkeypatch):
    belief, labels = CATALOGUE.beliefs["crews_per_day"], list[str]()
    monkeypatch.setattr(sensitivity, "tornado", lambda *_, **__: labels.append(belief.label))
    analyse(Scenario(weeks=4, draws=100), ["sensitivity"])
    assert labels == [belief.source_label] != [belief.label]


def test_that_a_file_saved_in_french_is_the_same_file(french):
    scenario = load_scenario("met-plan-2025", profile=MET).scenario
    saved = scenario_document(scenario)
    assert scenario.name == "Plan de la Met 2025"
    language.install(None)
    assert saved == scenario_document(scenario)
