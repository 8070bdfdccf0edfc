"""The quality log is made from the live model, and says what is not known."""

import io
import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from docx import Document

from modeller.analysis.sensitivity import tornado
from modeller.projection import project
from modeller.projection.wrongly_flagged import CAUTION, wrongly_flagged
from modeller.quality import log_document, quality_log, read_test_results, web_page, word_document
from modeller.quality.sections import sections
from modeller.scenario import Scenario
from modeller.scenario.file import load_scenario
from tests.met import MET, catalogue, effects, parse_measure, parse_record, shipped_record

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def plan():
    return load_scenario("met-plan-2025", profile=MET).scenario.replace(weeks=8, draws=200)


@pytest.fixture(scope="module")
def measured(plan):
    return effects(plan, draws=200)


@pytest.fixture(scope="module")
def log(measured):
    return quality_log(measured, catalogue(), shipped_record(), today=TODAY)


def test_that_every_entry_of_the_catalogue_is_in_the_assumptions_log(log):
    known = catalogue()
    assert [found.key for found in log.assumptions] == [*known.sliders, *known.constants]
    for found in log.assumptions:
        assert found.why
        assert found.sources
        assert found.reliability
        assert found.low <= found.value <= found.high


def test_that_an_effect_is_the_tornados(measured, plan):
    bars = {bar.key: bar for bar in tornado(plan, parse_measure("arrests.p50")).bars}
    for key in ("true_alerts_per_deployment", "arrests_per_true_alert", "crews_per_day"):
        found = measured.by_key[key]
        assert found.at_low["arrests"] == pytest.approx(bars[key].at_low, abs=1.0)
        assert found.at_high["arrests"] == pytest.approx(bars[key].at_high, abs=1.0)


def test_that_what_cannot_move_an_outcome_has_no_effect(measured):
    assert measured.by_key["cost_per_officer_year"].swing("arrests") == 0.0
    assert measured.by_key["false_alerts_per_million_faces"].swing("arrests") == 0.0
    assert measured.by_key["false_alerts_per_million_faces"].swing("false_alerts") > 0.0
    assert measured.by_key["reference_officers"].swing("arrests") > 0.0
    assert "weeks_per_year" not in measured.by_key or not measured.by_key["weeks_per_year"].swing(
        "arrests"
    )


def test_that_a_judgement_is_called_one_and_nobody_has_signed(log):
    by_key = {found.key: found for found in log.assumptions}
    assert by_key["crews_per_day"].reliability.startswith("low")
    assert by_key["officers"].reliability.startswith("good")
    assert {found.signed_off for found in log.assumptions} == {"not signed off"}


def test_that_the_log_expires(measured, log):
    assert not log.expired
    late = quality_log(measured, catalogue(), shipped_record(), today=date(2030, 1, 1))
    assert late.expired
    assert "That date has passed" in web_page(late)


def test_that_the_test_results_date_is_read_or_said_to_be_missing(tmp_path, measured, log):
    forms = (
        web_page,
        lambda found: json.dumps(log_document(found), ensure_ascii=False),
        lambda found: "\n".join(
            p.text for p in Document(io.BytesIO(word_document(found))).paragraphs
        ),
    )
    for form in forms:
        assert "When the tests last ran is not known here" in form(log)
    path = tmp_path / "results.xml"
    path.write_text(
        '<testsuites><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="900" '
        'timestamp="2026-11-22T10:11:12.5+00:00"/></testsuites>'
    )
    found = read_test_results(path)
    assert found is not None
    assert (found.tests, found.failed, found.skipped) == (900, 3, 3)
    for form in forms:
        said = form(replace(log, tests=found))
        assert "2026-11-22 10:11:12: 900 tests, 3 failed, 3 skipped" in said
    for damaged in ("", "<a>", "<a/>", '<testsuite tests="x"/>'):
        path.write_text(damaged)
        assert read_test_results(path) is None
    assert read_test_results(tmp_path / "none.xml") is None


def test_that_versions_and_the_users_record_are_named_once_and_for_what_they_are(measured, log):
    said = sections(log)[0].paragraphs[1]
    assert f"model {catalogue().version}, streams-1, {shipped_record().label} (" in said
    own = parse_record(shipped_record().since(date(2025, 1, 6)).to_csv().encode(), name="Mine")
    item = quality_log(measured, catalogue(), own, today=TODAY).data[0]
    assert item.source == "A record of the user’s own, Mine"


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]


def test_that_the_page_stands_alone_and_can_be_read_aloud(log):
    page = _Page()
    page.feed(web_page(log))
    assert "script" not in page.tags
    assert not [entry for entry in page.attributes if entry[1] in ("src", "href")]
    assert ("html", "lang", "en-GB") in page.attributes
    assert page.tags.count("table") == page.tags.count("caption")
    assert page.tags.count("h1") == 1
    assert {value for tag, name, value in page.attributes if name == "scope"} == {"col", "row"}


def test_that_what_is_shown_is_escaped(log):
    page = web_page(replace(log, limitations=("<script>alert('&')</script>",)))
    assert "<script>" not in page
    assert "&lt;script&gt;alert(&#x27;&amp;&#x27;)" in page


def test_that_all_forms_hold_every_section(log):
    titles = [section.title for section in sections(log)]
    page = web_page(log)
    document = Document(io.BytesIO(word_document(log)))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == titles
    assert all(f"<h2>{title}</h2>" in page for title in titles)
    assert len(document.tables) == sum(section.table is not None for section in sections(log))
    plain = json.loads(json.dumps(log_document(log), allow_nan=False))
    assert len(plain["assumptions"]) == len(log.assumptions)
    assert plain["statement"]["sunset"] == log.statement.sunset.isoformat()


def test_that_decisions_have_dates_and_what_was_not_chosen(log):
    assert len(log.decisions) >= 8
    for decision in log.decisions:
        assert decision.date <= TODAY
        assert decision.instead.endswith(".")


# --- Who is wrongly flagged --------------------------------------------------------------------


@pytest.fixture(scope="module")
def flagged():
    return wrongly_flagged(project(Scenario(weeks=26, draws=2_000)))


def test_that_eight_of_ten_are_set_beside_one_of_ten_residents(flagged):
    assert flagged.counted == (8, 10)
    assert flagged.of_wrongly_flagged()[4] == pytest.approx(7.9, abs=0.1)
    assert flagged.of_residents() == pytest.approx(1.35)
    assert flagged.times_residents[4] == pytest.approx(5.85, abs=0.1)
    assert flagged.caution == CAUTION


def test_that_false_alerts_on_black_people_are_a_part_of_all(flagged):
    assert (flagged.on_black_people <= flagged.false_alerts).all()
