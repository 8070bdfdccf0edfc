"""Scenario files: what is saved opens again, in this version and in later ones."""

from __future__ import annotations

import contextlib
import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.base.errors import ModellerError
from modeller.base.visible import is_blank
from modeller.model.catalogue import MAXIMUM_SEED, Belief
from modeller.scenario import BeliefSetting, Scenario, Schedule, Step, Target
from modeller.scenario import document as documents
from modeller.scenario.file import (
    parse_document,
    parse_scenario,
    scenario_document,
)
from tests.met import MET, catalogue, scenario_schema, shipped_record
from tests.scenario_documents import (
    OWN_RECORD,
    complaints,
    complaints_about,
    document_of,
    parsed,
    saved,
)

# ---------------------------------------------------------------- scenarios at random


def settings_of(slider):
    number = st.floats(slider.minimum, slider.maximum)
    if isinstance(slider, Belief):
        return st.builds(BeliefSetting, number, st.floats(0, 5))
    weeks = st.sets(st.integers(2, 260), max_size=5).map(lambda later: [1, *sorted(later)])
    schedules = weeks.flatmap(
        lambda starts: st.tuples(*[st.builds(Step, st.just(week), number) for week in starts])
    )
    return st.one_of(number, st.builds(Schedule, schedules))


def text(limit, *, lines=False):
    letters = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])
    line = st.text(letters, max_size=min(limit, 30))
    return st.lists(line, max_size=4).map("\n".join) if lines else line


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | text(30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text(30), inner, max_size=3),
    max_leaves=8,
)
TARGETS = st.builds(
    Target,
    st.sampled_from(list(catalogue().outcomes)),
    st.just("mean") | st.integers(1, 99).map("p{:02d}".format),
    at_least=st.floats(0, 100),
    at_most=st.none() | st.floats(100, 1e9),
)
SCENARIOS = st.builds(
    Scenario,
    title=text(200).filter(lambda title: not is_blank(title)),
    question=text(500),
    author=text(200),
    notes=text(10_000, lines=True),
    sources=st.lists(text(500), max_size=3),
    changes=st.fixed_dictionaries(
        {}, optional={key: settings_of(slider) for key, slider in catalogue().sliders.items()}
    ),
    weeks=st.integers(4, 260),
    draws=st.integers(100, 1_000_000),
    seed=st.integers(0, MAXIMUM_SEED),
    record=st.none() | st.just(OWN_RECORD),
    targets=st.lists(TARGETS, max_size=3),
    view=st.dictionaries(text(30), JSON_VALUES, max_size=3),
)


@given(SCENARIOS)
def test_that_loading_what_was_saved_gives_the_same_scenario_and_saving_it_the_same_bytes(scenario):
    content = saved(scenario)
    loaded = parse_scenario(content, profile=MET)
    assert loaded.scenario == scenario
    assert saved(loaded.scenario) == content
    assert (loaded.moved, loaded.notes, loaded.edited) == ((), (), False)
    assert loaded.inputs_digest == scenario.inputs_digest


SCHEMA = jsonschema.Draft202012Validator(scenario_schema())


@given(SCENARIOS)
def test_that_what_is_saved_follows_the_schema(scenario):
    SCHEMA.validate(json.loads(saved(scenario)))


@given(JSON_VALUES)
def test_that_any_other_json_is_refused_with_problems_and_nothing_else(tree):
    assert complaints(parse_document, tree, profile=MET)
    for section in ("about", "changes", "resolved", "record", "targets", "view", "fingerprints"):
        # an empty object, for one, is fine; nothing but a problem may come of the rest
        with contextlib.suppress(ModellerError):
            parsed(**{section: tree})


@given(st.binary(max_size=200))
def test_that_any_bytes_at_all_are_refused_with_a_problem(content):
    assert complaints(parse_scenario, content, profile=MET)


# ---------------------------------------------------------------- what a file holds


def test_that_a_file_is_indented_by_two_ends_in_a_new_line_and_keeps_letters_as_they_are():
    content = saved(Scenario(title="Café", changes={"officer_losses": 1400.0})).decode()
    assert content.startswith('{\n  "$schema": "scenario-1.schema.json",\n  "format": 1,\n')
    assert '    "title": "Café",\n' in content
    assert '    "officer_losses": 1400\n' in content
    assert content.endswith("\n}\n")


def test_that_a_document_holds_changes_and_every_resolved_value():
    document = scenario_document(Scenario(changes={"officer_losses": 1400}, weeks=104))
    assert document["changes"] == {"officer_losses": 1400}
    assert set(document["resolved"]) == set(catalogue().sliders)
    assert document["resolved"]["officer_losses"] == 1400
    assert document["model"] == {"version": catalogue().version, "streams": "streams-1"}
    assert document["record"] == {
        "shipped": True,
        "label": shipped_record().label,
        "digest": shipped_record().digest,
    }
    assert (document["weeks"], document["draws"], document["seed"]) == (104, 10_000, 20250801)


def test_that_results_and_both_fingerprints_are_carried_through():
    results = {"arrests": {"p05": 900, "p50": 1000.5, "p95": 1100}}
    loaded = parse_scenario(
        saved(Scenario(), results=results, results_digest="cd" * 32), profile=MET
    )
    assert loaded.results == results
    assert loaded.results_digest == "cd" * 32
    assert parse_scenario(saved(Scenario()), profile=MET).results is None


def test_that_results_that_json_cannot_carry_are_refused_before_saving():
    assert complaints(lambda: scenario_document(Scenario(), results={"a": [float("nan")]})) == [
        "results.a[0] is NaN; it must be a finite number"
    ]


def test_that_a_record_of_the_users_own_is_named_and_its_values_are_written():
    evidence: dict[str, float | str] = {"family": "logit-normal", "median": 0.4, "sd": 0.1}
    declared = catalogue().recalibrated({"arrests_per_true_alert": evidence}, {})
    scenario = Scenario(record=OWN_RECORD, changes={"true_match_rate": 0.5})
    document = scenario_document(scenario, record_label="Essex 2026", declared=declared)
    assert document["record"] == {"shipped": False, "label": "Essex 2026", "digest": OWN_RECORD}
    assert document["resolved"]["arrests_per_true_alert"] == {"central": 0.4, "spread": 1}
    loaded = parse_document(document, profile=MET)
    assert loaded.scenario == scenario
    assert (loaded.record_label, loaded.moved, loaded.edited) == ("Essex 2026", (), False)
    assert scenario_document(scenario)["resolved"]["arrests_per_true_alert"] is None


def test_that_a_short_file_written_by_hand_is_enough():
    loaded = parse_scenario(
        b'\xef\xbb\xbf{"format": 1, "changes": {"true_match_rate": 0.5}}', profile=MET
    )
    assert loaded.scenario == Scenario(changes={"true_match_rate": BeliefSetting(0.5)})
    assert (loaded.edited, loaded.model_version, loaded.record_digest) == (None, None, None)


# ---------------------------------------------------------------- versions and names


def test_that_another_model_version_is_told_and_what_it_moved_is_no_error():
    document = document_of(model="0.9.0", officer_losses=1400)
    document["resolved"]["watchlist_size"] = 15000
    document["resolved"]["retired_lever"] = 3
    del document["resolved"]["charge_share"]
    loaded = parse_document(document, profile=MET)
    assert loaded.scenario == Scenario(changes={"officer_losses": 1400})
    charge_share = BeliefSetting(catalogue().beliefs["charge_share"].baseline)
    assert [(d.key, d.label, d.a, d.b) for d in loaded.moved] == [
        ("watchlist_size", "Watchlist size", 15000.0, 16000.0),
        ("charge_share", "Charged or cautioned", None, charge_share),
        ("retired_lever", "retired_lever", 3.0, None),
    ]
    assert loaded.model_version == "0.9.0"
    assert loaded.notes == (
        f"The file was saved by model 0.9.0; this is model {catalogue().version}.",
    )


def test_that_other_streams_and_another_shipped_record_are_told():
    document = document_of()
    document["model"]["streams"] = "streams-0"
    document["record"].update(label="record to 29 Jun 2025", digest="12" * 32)
    loaded = parse_document(document, profile=MET)
    assert loaded.scenario == Scenario()
    assert loaded.notes == (
        (
            "The file was saved with random streams streams-0; these are streams-1, "
            "so individual draws differ."
        ),
        (
            "The shipped record has changed since the file was saved: record to 29 Jun 2025 then, "
            f"{shipped_record().label} now."
        ),
    )


def test_that_resolved_values_that_contradict_the_changes_are_problems_with_their_place():
    document = document_of(officer_losses=1400)
    resolved = document["resolved"]
    resolved["officer_losses"] = 300
    resolved["true_match_rate"] = {"central": 0.5, "spread": 1}
    resolved["deployments_per_week"] = [{"from_week": 1, "value": 4}, {"from_week": 9, "value": 8}]
    resolved["nonsense"] = 1
    del resolved["charge_share"]
    remedy = "changes is what counts: correct it there, or leave out resolved altogether"
    assert complaints(parse_document, document, profile=MET) == [
        (
            "resolved.deployments_per_week is 4 from week 1, then 8 from week 9, but changes make "
            f"it 4; {remedy}"
        ),
        f"resolved.officer_losses is 300, but changes make it 1,400; {remedy}",
        "resolved.true_match_rate is 0.5 with spread 1, but changes make it 0.89 with spread 1; "
        + remedy,
        "resolved.charge_share is missing; add it, or leave out resolved altogether",
        "resolved.nonsense is not a choice, circumstance or belief; take it out",
    ]


def test_that_a_resolved_value_that_cannot_be_read_is_one_problem_whatever_the_version():
    for model in (catalogue().version, "0.9.0"):
        document = document_of(model=model)
        document["resolved"]["officer_losses"] = "none"
        assert complaints(parse_document, document, profile=MET) == [
            'resolved.officer_losses is "none"; it must be a number'
        ]


@pytest.fixture
def renamed(monkeypatch):
    """A catalogue in which officer_losses was once called officer_cuts, and arrests detentions."""
    names = {"officer_cuts": "officer_losses", "detentions": "arrests"}
    monkeypatch.setitem(catalogue().__dict__, "current_names", names)


@pytest.mark.usefixtures("renamed")
def test_that_former_names_are_read_as_todays():
    document = document_of(officer_losses=1400)
    for section in ("changes", "resolved"):
        document[section]["officer_cuts"] = document[section].pop("officer_losses")
    document["targets"] = [{"outcome": "detentions", "at_least": 1000}]
    loaded = parse_document(document, profile=MET)
    assert loaded.scenario == Scenario(
        changes={"officer_losses": 1400}, targets=(Target("arrests", at_least=1000),)
    )
    assert loaded.notes == ("officer_cuts is now called officer_losses.",)


@pytest.mark.usefixtures("renamed")
def test_that_a_name_and_its_former_name_together_are_refused():
    assert complaints_about(changes={"officer_cuts": 1, "officer_losses": 2}) == [
        (
            "changes.officer_cuts is given twice; it is a former name of officer_losses, which is "
            "given too; keep one of them"
        )
    ]


def test_that_a_file_of_an_older_format_climbs_every_step_to_todays(monkeypatch):
    def from_older(document):
        document["changes"] = document.pop("levers")
        return {**document, "format": 0}

    def from_old(document):
        document["about"] = {"title": document.pop("name")}
        return {**document, "format": 1}

    monkeypatch.setitem(documents.MIGRATIONS, -1, from_older)
    monkeypatch.setitem(documents.MIGRATIONS, 0, from_old)
    document = {"format": -1, "name": "Old", "levers": {"officer_losses": 1400}}
    loaded = parse_document(document, profile=MET)
    assert loaded.scenario == Scenario(title="Old", changes={"officer_losses": 1400})
    assert (loaded.format, loaded.edited) == (-1, None)
    assert loaded.notes == ("The file is in format -1, read as format 1.",)
    assert document == {"format": -1, "name": "Old", "levers": {"officer_losses": 1400}}


@pytest.mark.parametrize(
    ("given_format", "complaint"),
    [
        (2, "format is 2; this release reads up to 1; open it with a newer release"),
        (0, "format is 0; the first format released is 1; correct it"),
        (-5, "format is -5; the first format released is 1; correct it"),
        ("1", 'format is "1"; it must be a whole number such as 1'),
        (True, "format is true; it must be a whole number such as 1"),
        (None, "format is null; it must be a whole number such as 1"),
    ],
)
def test_that_a_format_that_cannot_be_read_is_refused_by_its_number(given_format, complaint):
    assert complaints_about(format=given_format) == [complaint]


def test_that_a_document_without_a_format_is_asked_whether_it_is_a_scenario():
    assert complaints(parse_document, {"changes": {}}, profile=MET) == [
        'format is missing; a scenario file begins with {"format": 1, …}; is it one?'
    ]


@pytest.mark.parametrize(
    "edit",
    [
        lambda document: document.update(weeks=53),
        lambda document: document.update(seed=1),
        lambda document: document["record"].update(digest="12" * 32),
        lambda document: (
            document["changes"].update(officer_losses=50),
            document["resolved"].update(officer_losses=50),
        ),
    ],
)
def test_that_editing_what_bears_on_the_numbers_after_saving_is_noticed(edit):
    document = document_of()
    assert parse_document(document, profile=MET).edited is False
    edit(document)
    assert parse_document(document, profile=MET).edited is True


def test_that_editing_the_words_after_saving_is_allowed():
    document = document_of()
    document["about"]["notes"] = "Read again."
    assert parse_document(document, profile=MET).edited is False
