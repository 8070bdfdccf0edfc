"""What a briefing has, what it always has, and what it refuses."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from modeller.analysis.answers import tornado_sentence
from modeller.analysis.sensitivity import tornado
from modeller.analysis.targets import Measure
from modeller.backtest import Backtest, Line, Origin, Range, Series
from modeller.backtest.words import weeks_sentence
from modeller.base.errors import ModellerError
from modeller.briefing import (
    ALWAYS,
    FORMS,
    SECTIONS,
    About,
    Analyses,
    analyse,
    brief,
    export,
    fitting,
    form_of,
    reference_for,
    render,
)
from modeller.briefing.content import Chart, Subheading, Terms, plain_text
from modeller.briefing.pictures import TileMap
from modeller.projection import project
from modeller.scenario import Scenario
from modeller.scenario.sharing import open_bytes
from modeller.wording.numbers import three_figures
from tests.briefings import ABOUT, DAY, few, four_scenarios, plan_and_baseline
from tests.met import MET, import_record, parse_goal, read_user_record, remove


def quality_of(briefing):
    section = next(section for section in briefing.sections if section.key == "quality")
    return dict(next(block for block in section.blocks if isinstance(block, Terms)).items)


def test_that_the_sections_come_in_the_order_they_are_declared_in():
    keys = [section.key for section in four_scenarios().sections]
    assert keys == [key for key in SECTIONS if key in keys]
    headings = {section.key: section.heading for section in four_scenarios().sections}
    assert headings == {key: SECTIONS[key] for key in keys}


def test_that_no_briefing_goes_without_its_quality_statement_and_how_to_reproduce_it():
    briefing = brief([few("baseline")], ABOUT, sections=["record"])
    assert [section.key for section in briefing.sections] == ["record", *ALWAYS]


def test_that_the_quality_statement_says_draft_unchecked_and_when_it_expires():
    quality = quality_of(plan_and_baseline())
    assert "not signed off" in quality["Status"]
    assert quality["Checked by"] == "Nobody has checked this briefing yet."
    assert quality["Sunset date"].startswith("5 January 2027")
    assert "Trade-off" in quality["Left out of this briefing"]


def test_that_a_signature_a_check_and_a_sunset_date_are_said():
    about = About(on=DAY, signed_off_by="C. Head", checked_by="B. Second", sunset=date(2026, 6, 30))
    quality = quality_of(brief([few("baseline")], about))
    assert quality["Status"] == "Signed off by C. Head."
    assert quality["Checked by"] == "B. Second."
    assert quality["Sunset date"].startswith("30 June 2026")


def test_that_a_leap_day_has_a_sunset_date():
    assert About(on=date(2028, 2, 29)).expires == date(2029, 3, 1)


def test_that_every_chart_carries_fingerprints_and_versions():
    briefing = four_scenarios()
    for projection in briefing.projections:
        assert projection.fingerprint in briefing.identity
    assert "model 2." in briefing.identity
    assert "record to" in briefing.identity
    assert briefing.charts
    assert all(chart.picture.credit == briefing.identity for chart in briefing.charts)


def test_that_every_chart_states_its_finding_and_stands_beside_its_table():
    for chart in plan_and_baseline().charts:
        assert chart.alternative.startswith(chart.title)
        assert any(character.isdigit() for character in chart.alternative)
        if isinstance(chart.picture, TileMap):  # a row a place with a share
            held = sum(tile.value > 0.0 for tile in chart.picture.tiles)
            assert len(chart.table.rows) == held
        else:
            assert len(chart.table.rows) == len(plan_and_baseline().projections)


def test_that_one_scenario_alone_is_compared_with_the_baseline_over_its_own_weeks():
    plan = Scenario(changes={"deployments_per_week": 10}, weeks=9, draws=150, seed=4)
    reference = reference_for(plan)
    assert reference is not None
    assert (reference.weeks, reference.draws, reference.seed) == (9, 150, 4)
    assert not reference.changes
    assert reference_for(Scenario()) is None


def test_that_a_baseline_alone_is_a_briefing_too():
    briefing = brief([few("baseline")], ABOUT)
    assert "compared" not in briefing.front.context
    assert "in 8 of 10 futures" in briefing.front.title


@pytest.mark.parametrize(
    ("projections", "about", "sections", "said"),
    [
        (0, ABOUT, None, "a briefing has 1 to 4"),
        (5, ABOUT, None, "a briefing has 1 to 4"),
        (1, ABOUT, ["recrod"], "record"),
        (1, About(on=DAY, author="x" * 201), None, "author has 201 characters"),
        (1, About(on=DAY, audience="a\nb"), None, "audience holds the control character"),
        (1, About(on=DAY, signed_off_by="\u202eA"), None, "signed_off_by holds the control"),
        (1, About(on=DAY, sunset=date(2025, 1, 1)), None, "sunset is 2025-01-01"),
    ],
)
def test_that_what_cannot_be_is_refused(projections, about, sections, said):
    with pytest.raises(ModellerError, match=said):
        brief([few("baseline")] * projections, about, sections=sections)


def test_that_scenarios_of_other_luck_are_refused():
    with pytest.raises(ModellerError, match="the same seed"):
        brief([few("baseline"), few("met-plan-2025", seed=1)], ABOUT)


def test_that_text_no_format_can_hold_is_replaced():
    assert plain_text("a\x00b\uffff\ud800\U0001fffe") == "a\ufffdb\ufffd\ufffd\ufffd"
    assert plain_text("tab\tline\nמ😀") == "tab\tline\nמ😀"


# ---------------------------------------------------------------- analyses


def one_standpoint(inside):
    """A backtest of 13 weeks of arrests from one Monday, of which all or none lay in the band."""
    happened = np.full(13, 29 if not inside else 20)
    weekly = np.tile([15.0, 18.0, 20.0, 22.0, 25.0], (13, 1))
    running = np.add.accumulate(weekly, axis=0)
    series = Series("arrests", weekly, running, happened)
    return Backtest(
        profile=MET,
        record_label="record to 28 Dec 2025",
        record_digest="0" * 64,
        draws=100,
        seed=1,
        origins=(Origin(date(2025, 7, 28), np.full(13, 4), {"how many": {"arrests": series}}),),
        lines=(
            Line(
                "how many",
                "arrests",
                "weekly",
                13,
                1,
                13,
                0.5,
                0.7,
                0.7,
                20.0,
                Range(0.1, -0.1, 0.2),
                Range(-0.2, -0.3, 0.1),
            ),
        ),
    )


def sections_with(analyses, *, projection=None):
    plan = projection or few("met-plan-2025")
    found = brief([few("baseline"), plan], ABOUT, analyses=analyses).sections
    return {section.key: section for section in found}


def test_that_each_analysis_fills_its_section():
    plan = few("met-plan-2025")
    scenario = plan.scenario.replace(draws=100)
    goal = parse_goal("arrests.p20 >= 300")
    found = analyse(scenario, ["sensitivity", "what-must-be-true", "trade-off"], goal=goal)
    sections = sections_with(found)
    assert "sensitivity" not in sections_with(Analyses())
    assert any(isinstance(block, Chart) for block in sections["sensitivity"].blocks)
    assert any(isinstance(block, Chart) for block in sections["trade-off"].blocks)
    assert "at least 300 arrests" in str(sections["what-must-be-true"].blocks)
    # the sentence and the figures of the window and of the command line
    told = tornado_sentence(found.found["sensitivity"], scenario.catalogue)
    assert sections["sensitivity"].blocks[0].text.startswith(told)
    table = sections["sensitivity"].blocks[1].table
    assert all(figure in told for figure in table.rows[0].cells[1:3])
    frontier = found.found["trade-off"].frontier
    rows = next(b for b in sections["trade-off"].blocks if isinstance(b, Chart)).table.rows
    assert rows[0].cells == tuple(
        three_figures(value) for value in (frontier.efficient[0].cost, frontier.efficient[0].gain)
    )
    briefing = brief([few("baseline"), plan], ABOUT, analyses=found)
    for form in FORMS:
        assert render(briefing, form)


def test_that_the_longest_bar_is_named_first():
    plan = few("met-plan-2025")
    found = tornado(plan.scenario.replace(draws=100), Measure("arrests"), interior=False)
    section = sections_with(Analyses({"sensitivity": found}))["sensitivity"]
    chart = next(block for block in section.blocks if isinstance(block, Chart))
    assert chart.title.startswith(found.bars[0].label.replace("'", "’"))


def test_that_the_backtest_says_failures_as_plainly_as_successes():
    missed, held = one_standpoint(inside=False), one_standpoint(inside=True)
    said = str(sections_with(Analyses({"backtest": missed}))["backtest"].blocks)
    assert "0 of 2 weeks lay inside the 8-in-10 band" in said
    assert "116 happened, above" in said
    assert "2 of 2 weeks" in str(sections_with(Analyses({"backtest": held}))["backtest"].blocks)
    quality = quality_of(brief([few("baseline")], ABOUT, analyses=Analyses({"backtest": missed})))
    assert "0 (0" in quality["Validation"]
    assert "inside their 80" in quality["Validation"]


def test_that_the_shipped_backtest_is_in_the_briefing_with_its_answers():
    found = analyse(few("baseline").scenario, ["backtest"])
    said = str(sections_with(found)["backtest"].blocks)
    for outcome in found["backtest"].origins[0].told["where"]:
        assert weeks_sentence(found["backtest"], outcome, "where") in said
    assert "One deployment ahead" in said
    briefing = brief([few("baseline")], ABOUT, analyses=found)
    for form in FORMS:
        assert render(briefing, form)


def test_that_an_analysis_nobody_knows_is_refused():
    with pytest.raises(ModellerError, match="did you mean sensitivity"):
        analyse(Scenario(), ["sensitivty"])


# ---------------------------------------------------------------- writing


def test_that_the_ending_says_the_form_and_another_is_refused():
    assert form_of("a/b.PDF") == "pdf"
    with pytest.raises(ModellerError, match="the endings are"):
        form_of("briefing.odt")


def test_that_a_file_is_written_whole_and_opens_again(tmp_path):
    path = tmp_path / "plan.html"
    export(plan_and_baseline(), path)
    opened = open_bytes(path.read_bytes(), profile=MET)
    fingerprints = [loaded.scenario.fingerprint for loaded in opened.scenarios]
    assert fingerprints == [p.fingerprint for p in plan_and_baseline().projections]
    assert [file.name for file in tmp_path.iterdir()] == ["plan.html"]


@pytest.mark.parametrize("form", FORMS)
def test_that_progress_is_told_and_can_stop_the_work(form):
    shares: list[float] = []
    render(plan_and_baseline(), form, shares.append)
    assert shares[0] == 0.0
    assert shares[-1] == 1.0
    assert shares == sorted(shares)

    class StoppedError(Exception):
        pass

    def stop(share):
        if share > 0.1:
            raise StoppedError

    with pytest.raises(StoppedError):
        render(plan_and_baseline(), form, stop)


def test_that_a_briefing_made_twice_is_the_same_to_the_byte():
    once = brief([few("baseline"), few("met-plan-2025")], ABOUT)
    for form in ("html", "pdf", "zip"):
        assert render(once, form) == render(plan_and_baseline(), form)


def test_that_scenarios_are_called_by_the_letters_they_were_given():
    projections = [few(name) for name in ("baseline", "met-plan-2025", "six-zones")]
    words, renamed = (
        repr((made.front, made.sections, made.identity))
        for made in (
            brief(projections, ABOUT),
            brief(projections, ABOUT, letters="DCB"),
        )
    )
    letter = re.compile(r"(?<![A-Za-z0-9])([A-D])(?= {1,2}[A-Z0-9]|[,:] | \()")
    assert "scenario B (" in words
    assert "scenario C (" in renamed
    assert letter.findall(renamed) == [
        {"A": "D", "B": "C", "C": "B"}[found] for found in letter.findall(words)
    ]
    files = zipfile.ZipFile(io.BytesIO(render(brief(projections, ABOUT, letters="DCB"), "zip")))
    titles = {
        name[9]: open_bytes(files.read(name), profile=MET).scenarios[0].scenario.title
        for name in files.namelist()
        if name.startswith("scenario-")
    }
    assert titles == {
        letter: projection.scenario.title
        for letter, projection in zip("DCB", projections, strict=True)
    }


def test_that_a_projection_of_weeks_never_bound_has_its_sentences():
    calm = project(Scenario(weeks=4, draws=100))
    assert "Crews suffice" in str(brief([calm], ABOUT).front.summary)


def test_that_a_briefing_on_a_record_of_ones_own_shows_that_record(tmp_path):
    path = tmp_path / "mine.csv"
    days = (
        date(2025, 1, 6) + timedelta(weeks=week, days=day) for week in range(30) for day in (1, 3)
    )
    rows = "".join(f"{day},20000,11,1,5\n" for day in days)
    path.write_text(f"date,faces,alerts,false_alerts,arrests\n{rows}")
    record = read_user_record(path)
    import_record(record, "mine")
    plan = Scenario(record=record.digest, changes={"deployments_per_week": 10}, weeks=5, draws=150)
    reference = reference_for(plan)
    assert reference is not None
    briefing = brief([project(reference), project(plan)], ABOUT)
    assert "mine, to" in briefing.identity
    assert "user’s own" in quality_of(briefing)["Data"]
    assert briefing.record == record
    opened = open_bytes(render(briefing, "html"), profile=MET)
    assert opened.scenarios[1].scenario == plan
    assert opened.intact is True
    remove(record.digest)
    without = brief(briefing.projections, ABOUT)
    assert "not in this briefing" in str(without.sections[0].blocks)
    for form in FORMS:
        assert render(without, form)
    assert render(without, "html", explorable=True)


@pytest.mark.parametrize("most", [600, 1200, 1800, 2400])
def test_that_nothing_left_out_for_length_leaves_its_heading_behind(monkeypatch, most):
    monkeypatch.setattr(fitting, "MAXIMUM_WORDS", most)
    sections, left_out, _ = fitting.fitted(four_scenarios())
    assert left_out
    for section in sections:
        for block, after in pairwise([*section.blocks, Subheading("")]):
            assert not (isinstance(block, Subheading) and isinstance(after, Subheading)), block


def test_that_a_question_is_not_asked_of_figures_that_answer_another():
    plan = few("met-plan-2025")
    moved = project(plan.scenario.with_value("deployments_per_week", 6.0))
    assert brief([few("baseline"), plan], ABOUT).front.question.startswith("What do ten")
    briefing = brief([few("baseline"), moved], ABOUT)
    assert briefing.front.question == ""
    assert "ten deployments" not in str(briefing.sections).lower()
    asked = moved.scenario.replace(question="And at six?", notes="Ten deployments are too many.")
    own = brief([few("baseline"), project(asked)], ABOUT)
    assert own.front.question == "And at six?"
    assert "Ten deployments are too many." in str(own.sections)
