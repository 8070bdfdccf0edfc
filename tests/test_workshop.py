"""A workshop of many scenarios: what it says is what they are, and what is hurt is named."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPushButton

from modeller.analysis import workshop as workshop_module
from modeller.analysis.workshop import EXPLAINED, MOST_SCENARIOS, OUTCOMES, workshop
from modeller.analysis.workshop_files import Given, LeftOut, gather
from modeller.analysis.workshop_words import (
    furthest_sentences,
    headline,
    left_out_sentences,
    lever_rows,
    levers_sentence,
    outcome_style,
    strip,
)
from modeller.base.errors import ModellerError
from modeller.briefing import Analyses, brief, render
from modeller.cli import main
from modeller.projection import MEDIAN, project
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.file import write_scenario
from modeller.scenario.places import PlaceMix
from modeller.scenario.share_code import share_code
from modeller.wording import EN_DASH, subject_line
from tests.briefings import ABOUT, HOSTILE, few
from tests.met import MET
from tests.test_profiles import AVON
from ui.analysis.workshop import WorkshopPanel
from ui.desk.session import Desk, Session, new_slot
from ui.look.combo import choose

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NAMES = (
    *("Ali", "Brown", "Clark", "Davies", "Evans", "Fox"),
    *("Green", "Hall", "Iqbal", "Jones", "Khan", "Lewis"),
)


def member(number, **fields):
    """What one member of a committee has set."""
    changes = {
        "deployments_per_week": 4.0 + number % 7,
        "officer_losses": 200.0 * (number % 5),
    }
    if number % 3 == 0:
        changes["true_match_rate"] = BeliefSetting(0.6 + 0.03 * number)
    if number == 8:
        changes["false_alerts_per_million_faces"] = BeliefSetting(60.0)
    made = Scenario(title=f"{NAMES[number]}’s view", changes=changes, weeks=5, draws=120)
    return made.replace(places="plan-zones" if number % 4 == 1 else None).replace(**fields)


@pytest.fixture
def twelve(tmp_path):
    """Twelve files, one a member."""
    for number in range(12):
        write_scenario(tmp_path / f"{NAMES[number].lower()}.scenario.json", member(number))
    return sorted(tmp_path.glob("*.json"))


@pytest.fixture
def found(twelve):
    return workshop(*gather(twelve, MET))


# ---------------------------------------------------------------- twelve files


def test_that_twelve_files_are_set_side_by_side(found):
    assert len(found.entries) == 12
    assert not found.left_out
    by_label = {entry.label: entry for entry in found.entries}
    for number in range(12):
        entry, own = by_label[f"{NAMES[number]}’s view"], member(number)
        assert entry.fingerprint == own.fingerprint
        projection = project(own)
        for outcome in OUTCOMES:
            assert entry.totals[outcome] == pytest.approx(projection.summary(outcome))


def test_that_each_lever_has_its_lowest_middle_highest_and_how_many_moved_it(found):
    members = [member(number) for number in range(12)]
    for lever in found.levers:
        values = sorted(scenario.value(lever.key) for scenario in members)
        assert (lever.lowest, lever.highest) == (values[0], values[-1])
        assert lever.middle == values[5]
        assert lever.moved == sum(lever.key in scenario.changes for scenario in members)
    rows = {row[0]: row[1:] for row in lever_rows(found)}
    assert rows["Deployments per week"][0].startswith("4")
    assert rows["Deployments per week"][3] == "10 of 12"
    assert rows["Places"][3] == "3 of 12"


def test_that_who_differs_most_is_the_furthest_from_the_middle_and_is_explained(found):
    assert [each.outcome for each in found.furthest] == list(EXPLAINED)
    for each in found.furthest:
        medians = sorted(entry.median(each.outcome) for entry in found.entries)
        middle = found.entries[each.middle].median(each.outcome)
        assert middle == medians[5]
        reach = abs(found.entries[each.entry].median(each.outcome) - middle)
        assert reach == max(abs(median - middle) for median in medians)
        total = sum(part.contribution for part in each.found.parts)
        assert total == pytest.approx(each.found.difference)
    alerts = found.furthest[1]
    assert found.entries[alerts.entry].label == "Iqbal’s view"
    assert alerts.belief is not None
    assert alerts.belief.keys == ("false_alerts_per_million_faces",)
    said = " ".join(furthest_sentences(found, alerts))
    assert "“Iqbal’s view” differs most" in said
    assert "Of their beliefs, false alert rate" in said


def test_that_the_sentence_has_the_figures_of_the_picture_under_it(qtbot, found):
    panel = WorkshopPanel(Session(Desk((new_slot("A", member(1)),), "A", "A")))
    qtbot.addWidget(panel)
    panel.found = found
    for outcome in EXPLAINED:
        choose(panel.outcome, outcome)
        panel._put()
        which = next(each for each in found.furthest if each.outcome == outcome)
        sizes = {row[0]: row[1] for row in panel.waterfall_table.texts()}
        for part in (which.part, which.belief):
            if part is not None and part.label in sizes:
                assert f"({sizes[part.label]})" in panel.finding.text(), part.label
    assert panel.levers.found is not None
    ends = [row.words for row in panel.levers.found.rows]
    assert "4 to 10 a week; 10 of 12" in [words.replace("\xa0", " ") for words in ends]
    panel.finish()


def test_that_one_or_two_scenarios_have_no_middle():
    one = workshop((Given("one", member(1)),), ())
    assert levers_sentence(one) == "Add another to see how they differ."
    two = workshop((Given("one", member(1)), Given("two", member(9))), ())
    said = " ".join((headline(two, "arrests"), *furthest_sentences(two, two.furthest[0])))
    assert said.startswith("Two scenarios: arrests ")
    assert "middle" not in said
    assert "view” against “" in said
    assert {row[2] for row in lever_rows(two)} == {EN_DASH}
    assert lever_rows(two)[0][1] != EN_DASH


def test_that_the_sentences_have_the_figures(found):
    for outcome in OUTCOMES:
        written = outcome_style(found, outcome)
        medians = sorted(entry.median(outcome) for entry in found.entries)
        said = headline(found, outcome)
        for value in (medians[0], medians[5], medians[-1]):
            assert written.figure(value) in said
        assert [row.middle for row in strip(found, outcome).rows] == medians[::-1]
    assert "deployments per week, 4" in levers_sentence(found)
    assert "moved by 10 of 12" in levers_sentence(found)


def test_that_beliefs_are_told_apart_where_many_things_differ():
    changes = {
        "deployments_per_week": 10.0,
        "officer_losses": 900.0,
        "staff_losses": 300.0,
        "budget_shortfall": 260.0,
        "watchlist_size": 20_000.0,
        "true_match_rate": BeliefSetting(0.5),
        "crews_per_day": BeliefSetting(2.1),
        "setup_hours": BeliefSetting(3.0),
    }
    calm = Scenario(title="Calm", weeks=5, draws=120)
    other = calm.replace(title="Other", changes=changes)
    found = workshop([Given("a", calm), Given("b", other)])
    arrests = found.furthest[0]
    assert any(len(part.keys) > 1 for part in arrests.found.parts)
    assert arrests.belief is not None
    assert arrests.belief.keys == ("true_match_rate",)
    alone = calm.replace(changes={k: v for k, v in changes.items() if k != "true_match_rate"})
    gained = project(other).summary("arrests")[MEDIAN] - project(alone).summary("arrests")[MEDIAN]
    assert abs(arrests.belief.contribution) > 0.0
    assert gained < 0.0


# ---------------------------------------------------------------- what comes in


def test_that_damaged_files_are_named_and_the_rest_is_shown(twelve, tmp_path):
    (tmp_path / "hurt.scenario.json").write_text('{"format": 1, "cut')
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    sources = [*twelve, tmp_path / "hurt.scenario.json", tmp_path / "picture.png", tmp_path / "no"]
    found = workshop(*gather([*sources, twelve[0]], MET))
    assert len(found.entries) == 12
    named = {each.name: each.why for each in found.left_out}
    assert set(named) == {"hurt.scenario.json", "picture.png", "no", twelve[0].name}
    assert named[twelve[0].name] == "is given twice"
    assert str(tmp_path) not in "".join(named.values())
    said = left_out_sentences(found)
    assert all(any(name in text for text in said) for name in named)


def test_that_a_text_with_twelve_codes_gives_twelve(tmp_path):
    codes = "\n\n".join(f"{NAMES[n]}: {share_code(member(n))}" for n in range(12))
    (tmp_path / "codes.txt").write_text(f"Dear clerk,\n{codes}\n")
    given, left_out = gather([tmp_path / "codes.txt"], MET)
    assert [one.scenario.title for one in given] == [f"{name}’s view" for name in NAMES]
    assert left_out == ()
    pasted, _ = gather([f"see https://example.org/notes\n{codes}"], MET)
    assert pasted[0].name == "see https://example.org/notes Ali: LFR1.…, 1"
    assert [one.scenario for one in pasted] == [one.scenario for one in given]


def test_that_more_than_fit_are_named_and_not_shown(monkeypatch):
    monkeypatch.setattr(workshop_module, "MOST_SCENARIOS", 3)
    given = [Given(f"file {number}", member(number)) for number in range(5)]
    found = workshop(given)
    assert [entry.name for entry in found.entries] == ["file 0", "file 1", "file 2"]
    assert [each.name for each in found.left_out] == ["file 3", "file 4"]
    assert "3 that fit" in found.left_out[0].why
    assert MOST_SCENARIOS >= 100


def test_that_another_force_is_left_out_and_none_at_all_is_refused():
    found = workshop([Given("a", member(0)), Given("avon", Scenario(profile=AVON))])
    assert [each.name for each in found.left_out] == ["avon"]
    assert "another force" in found.left_out[0].why
    with pytest.raises(ModellerError, match="b: is hurt"):
        workshop([], [LeftOut("b", "is hurt")])
    with pytest.raises(ModellerError, match="none was given"):
        workshop([])


def test_that_weeks_and_futures_are_made_alike_and_that_is_said():
    given = [Given(f"{n}", member(n)) for n in range(4)] + [Given("long", member(5, weeks=9))]
    found = workshop(given)
    assert {entry.scenario.weeks for entry in found.entries} == {5}
    assert found.adapted == 1
    assert "over 5 weeks" in left_out_sentences(found)[-1]


def test_that_equal_titles_are_told_apart():
    given = [Given(name, member(0)) for name in ("one", "two", "two")]
    labels = [entry.label for entry in workshop(given).entries]
    assert len(set(labels)) == 3
    assert labels[0] == "Ali’s view (one)"


def test_that_one_alone_and_some_alike_have_no_one_who_differs():
    alone = workshop([Given("a", member(0))])
    assert alone.furthest == ()
    assert headline(alone, "arrests").startswith("One scenario: arrests ")
    alike = workshop([Given(name, member(0, title=name)) for name in "abc"])
    assert alike.furthest == ()


SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        key: (
            st.floats(slider.minimum, slider.maximum)
            if key in MET.catalogue.levers
            else st.floats(slider.minimum, slider.maximum).map(BeliefSetting)
        )
        for key, slider in MET.catalogue.sliders.items()
    },
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    changes=st.lists(SETTINGS, min_size=1, max_size=4),
    weeks=st.lists(st.integers(4, 8), min_size=4, max_size=4),
    titles=st.lists(st.sampled_from(["a", "b", HOSTILE[:60]]), min_size=4, max_size=4),
    order=st.randoms(use_true_random=False),
)
def test_that_whatever_they_set_it_adds_up_and_no_order_matters(changes, weeks, titles, order):
    given = [
        Given(str(n), Scenario(changes=each, weeks=weeks[n], draws=100, title=titles[n]))
        for n, each in enumerate(changes)
    ]
    found = workshop(given)
    assert len(found.entries) == len(given)
    assert len({entry.label for entry in found.entries}) == len(given)
    for lever in found.levers:
        assert lever.lowest <= lever.middle <= lever.highest
        assert 0 <= lever.moved <= len(given)
    for each in found.furthest:
        total = sum(part.contribution for part in each.found.parts)
        assert total == pytest.approx(each.found.difference, abs=1e-6)
        assert "{" not in " ".join(furthest_sentences(found, each)).replace(HOSTILE[:60], "")
    mixed = list(given)
    order.shuffle(mixed)
    again = workshop(mixed, draws=None)
    if again.scenario.weeks == found.scenario.weeks:  # of equally many, the first decides
        for outcome in OUTCOMES:
            medians = sorted(entry.median(outcome) for entry in found.entries)
            assert sorted(entry.median(outcome) for entry in again.entries) == medians
    by_key = {lever.key: lever.moved for lever in again.levers}
    assert all(by_key[lever.key] == lever.moved for lever in found.levers)


# ---------------------------------------------------------------- the command line


def run(capsys, *arguments):
    code = main(["workshop", *map(str, arguments)])
    printed = capsys.readouterr()
    return code, printed.out.replace("\u202f", " ").replace("\xa0", " "), printed.err


@pytest.mark.usefixtures("wide_terminal")
def test_that_the_command_prints_all_of_it(capsys, twelve, tmp_path):
    (tmp_path / "hurt.scenario.json").write_text("{")
    code, text, _ = run(capsys, *twelve, tmp_path / "hurt.scenario.json")
    assert code == 0
    for name in NAMES:
        assert f"{name}’s view" in text
    assert text.splitlines()[0] == subject_line(MET)
    assert "differs most from the middle one" in text
    assert "They differ in: " in text
    assert "Not taken: hurt.scenario.json" in text
    assert "10 of 12" in text


def test_that_json_and_csv_have_the_figures(capsys, twelve, found, tmp_path):
    code, text, _ = run(capsys, *twelve, "--format", "json")
    document = json.loads(text)
    assert code == 0
    assert document["subject"] == subject_line(MET)
    assert [one["label"] for one in document["scenarios"]] == [e.label for e in found.entries]
    first = document["scenarios"][0]
    assert first["outcomes"]["arrests"]["p50"] == pytest.approx(found.entries[0].median("arrests"))
    assert document["furthest"][1]["belief"]["key"] == "false_alerts_per_million_faces"
    out = tmp_path / "all.csv"
    assert run(capsys, *twelve, "--format", "csv", "--out", out)[0] == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    assert len(rows) == 12
    assert float(rows[0]["deployments_per_week"]) == found.levers[0].values[0]
    assert float(rows[0]["arrests.p50"]) == pytest.approx(found.entries[0].median("arrests"))
    _, text, _ = run(capsys, *twelve, "--format", "csv", "--rows", "levers")
    levers = {row["lever"]: row for row in csv.DictReader(io.StringIO(text))}
    assert set(levers) == set(MET.catalogue.sliders)
    assert levers["deployments_per_week"]["moved"] == "10"
    assert run(capsys, *twelve, "--format", "csv", "--out", out)[0] == 2  # never unasked


def test_that_titles_are_no_formulas_in_csv(capsys, tmp_path):
    write_scenario(tmp_path / "a.scenario.json", member(0, title="=HYPERLINK(1)"))
    _, text, _ = run(capsys, tmp_path / "a.scenario.json", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(text))
    assert not row["scenario"].startswith("=")


def test_that_nothing_readable_is_refused_with_every_reason(capsys, tmp_path):
    (tmp_path / "hurt.scenario.json").write_text("{")
    code, _, told = run(capsys, tmp_path / "hurt.scenario.json", tmp_path / "no")
    assert code == 2
    assert "hurt.scenario.json" in told
    assert "no: cannot be read" in told


def test_that_it_becomes_a_section_of_a_briefing(capsys, twelve, tmp_path):
    out = tmp_path / "workshop.html"
    assert run(capsys, *twelve, "--to", out)[0] == 0
    page = out.read_text()
    assert "The workshop" in page
    assert "differs most from the middle one" in page
    assert run(capsys, *twelve, "--to", out)[0] == 2
    assert run(capsys, *twelve, "--to", tmp_path / "x.gif")[0] == 2


# ---------------------------------------------------------------- briefing


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_that_hostile_titles_stay_text_in_every_form(form):
    given = [Given(HOSTILE, member(n, title=f"{HOSTILE} {n}")) for n in range(3)]
    found = workshop(given, [LeftOut(HOSTILE, HOSTILE)])
    briefing = brief([few("baseline")], ABOUT, analyses=Analyses({"workshop": found}))
    assert "workshop" in [section.key for section in briefing.sections]
    content = render(briefing, form)
    if form == "html":
        assert b"<script>alert(1)" not in content
        assert b"&lt;script&gt;alert(1)" in content


def test_that_a_briefing_without_one_does_not_speak_of_it():
    briefing = brief([few("baseline")], ABOUT)
    assert "workshop" not in [section.key for section in briefing.sections]
    terms = "".join(str(section) for section in briefing.sections)
    assert "The workshop" not in terms


# ---------------------------------------------------------------- the window


@pytest.fixture
def session(qapp):
    slots = (new_slot("A", member(0)), new_slot("B", member(1)))
    return Session(Desk(slots, "A", "B"))


@pytest.fixture
def panel(qtbot, session):
    made = WorkshopPanel(session)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.finish()


def wait_for(qtbot, panel, count):
    qtbot.waitUntil(
        lambda: panel.found is not None and len(panel.found.entries) == count and panel._shown[1],
        timeout=60_000,
    )


def test_that_the_panel_takes_twelve_files_and_shows_them(qtbot, panel, twelve):
    assert not panel.brief_button.isEnabled()
    panel.add(tuple(twelve))
    wait_for(qtbot, panel, 12)
    assert panel.finding.text().startswith("12 scenarios: arrests from ")
    assert panel.strip_table.rowCount() == 12
    assert panel.levers_table.rowCount() == len(lever_rows(panel.found))
    row = panel.strip.minimumSizeHint().height() / 12
    assert row >= panel.fontMetrics().height()
    panel.outcome.setCurrentIndex(1)
    panel.outcome.activated.emit(1)
    assert "false alerts from" in panel.finding.text()
    with qtbot.waitSignal(panel.briefing_asked) as asked:
        panel.brief_button.click()
    assert asked.args == [panel.found]
    panel.clear()
    assert panel.found is None
    assert not panel.brief_button.isEnabled()


def test_that_codes_can_be_pasted_files_dropped_and_the_desk_added(qtbot, panel, twelve):
    QGuiApplication.clipboard().setText("\n".join(share_code(member(n)) for n in (2, 3)))
    panel.findChild(QPushButton, "paste").click()
    wait_for(qtbot, panel, 2)
    panel.findChild(QPushButton, "desk").click()
    panel.findChild(QPushButton, "desk").click()
    wait_for(qtbot, panel, 4)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in twelve[4:7]])
    keys, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, keys, none)
    panel.dragEnterEvent(enter)
    assert enter.isAccepted()
    panel.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, keys, none))
    wait_for(qtbot, panel, 7)
    assert panel.strip_table.text(",").count("\n") == 8


def test_that_moving_a_lever_on_the_desk_asks_nothing_again(qtbot, panel, session, twelve):
    panel.add(tuple(twelve[:3]))
    wait_for(qtbot, panel, 3)
    before = panel.found
    session.set_value("deployments_per_week", 9.0)
    qtbot.wait(50)
    assert panel.found is before


def test_that_a_mix_is_one_of_the_things_they_can_differ_in():
    here = member(0)
    there = here.replace(title="There", places=PlaceMix((("evenly", 1.0),)))
    found = workshop([Given("a", here), Given("b", there)])
    assert found.places_moved == 1
    arrests = found.furthest[0]
    assert arrests.part is not None
    assert arrests.part.keys == ("places",)
    assert arrests.belief is None
    assert furthest_sentences(found, arrests)[-1] == "No belief explains any of it."
