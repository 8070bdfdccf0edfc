"""What is wrong with a scenario file is said, all at once and each with its place."""

from __future__ import annotations

import json

import pytest

from modeller.base.bounded_json import parse
from modeller.scenario.file import (
    parse_document,
    parse_scenario,
)
from tests.met import MET
from tests.scenario_documents import (
    complaints,
    complaints_about,
)


def test_that_all_problems_of_a_file_come_at_once_each_with_its_path():
    schedule = [{"from_week": 1, "value": 0}, {"from_week": 9, "value": 5}]
    assert complaints_about(
        changez={},
        about={"title": 5, "tittle": "x"},
        weeks=1,
        changes={
            "officer_losses": [*schedule, {"from_week": 20, "value": 9000}],
            "officer_loses": 1,
            "true_match_rate": {"central": 2},
        },
        targets=[{"outcome": "arests", "at_least": 1}],
        fingerprints={"inputs": "abc"},
        record={"shipped": False},
    ) == [
        "changez is not known here; did you mean changes?",
        "about.tittle is not known here; did you mean title?",
        "record.digest is missing; a record of your own is known by it",
        'fingerprints.inputs is "abc"; it must be a SHA-256, 64 hexadecimal digits in lower case',
        "about.title is 5; it must be text",
        "weeks is 1; it must lie between 4 and 260 weeks",
        "changes.officer_losses[2].value is 9,000; it must lie between 0 and 3,000 posts",
        (
            "changes.officer_loses is not a choice, circumstance or belief; "
            "did you mean officer_losses?"
        ),
        "changes.true_match_rate.central is 2; it must lie between 0.4 and 0.99",
        "targets[0].outcome is not an outcome; did you mean arrests?",
    ]


@pytest.mark.parametrize(
    ("sections", "complaint"),
    [
        ({"about": []}, "about is a list; it must be an object"),
        ({"model": {"version": 1}}, "model.version is 1; it must be text"),
        (
            {"model": {"streams": "a\nb"}},
            'model.streams is "a\\nb"; it must be at most 40 printable characters',
        ),
        (
            {"record": {"label": "x" * 201}},
            f'record.label is "{"x" * 59}…"; it must be at most 200 printable characters',
        ),
        ({"record": {"shipped": 1}}, "record.shipped is 1; it must be true or false"),
        (
            {"record": {"digest": None}},
            "record.digest is null; it must be a SHA-256, 64 hexadecimal digits in lower case",
        ),
        ({"changes": None}, "changes is null; it must be an object, key by key"),
        ({"resolved": [1]}, "resolved is a list; it must be an object, key by key"),
        ({"targets": {"outcome": "arrests"}}, "targets is an object; it must be a list"),
        ({"results": 5}, "results is 5; it must be an object"),
        ({"$schema": 5}, "$schema is 5; it must be text"),
        ({"seed": 1.5}, "seed is 1.5; it must be a whole number"),
        ({"weeks": False}, "weeks is false; it must be a number"),
    ],
)
def test_that_every_section_is_checked(sections, complaint):
    assert complaints_about(**sections) == [complaint]


def test_that_changes_must_be_there():
    assert complaints(parse_document, {"format": 1}, profile=MET) == ["changes is missing; add it"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "the file is empty; choose a scenario file"),
        (b" \n", "the file is empty; choose a scenario file"),
        (b"[]", 'the file holds a list; it begins with {"format": 1, …}'),
        (b'"format"', 'the file holds "format"; it begins with {"format": 1, …}'),
        (
            b'{\n  "format": 1,\n  changes: {}\n}',
            ('line 3, column 3 is changes, a word without quotation marks; write "changes"'),
        ),
        (
            b"Dear committee",
            (
                "the file is a text and holds no scenario; open a scenario file or a briefing, "
                "or paste the share code that is printed in it"
            ),
        ),
        (
            b'{"format": 1,\n "notes": "caf\xe9"}',
            "line 2, column 15 is not UTF-8 text (byte 29 of the file); save the file as UTF-8",
        ),
        (
            b'{"format": 1, "changes": {"officer_losses": NaN}}',
            "changes.officer_losses is NaN; it must be a finite number",
        ),
        (
            b'{"format": 1, "changes": {"officer_losses": -Infinity}}',
            "changes.officer_losses is -infinity; it must be a finite number",
        ),
        (
            b'{"format": 1, "view": {"zoom": 1e999}}',
            "view.zoom is infinity; it must be a finite number",
        ),
        (
            b'{"format": 1, "seed": 9007199254740993}',
            (
                "seed is a whole number beyond 9,007,199,254,740,991; "
                "use a smaller one: not every program keeps larger ones exact"
            ),
        ),
        (
            b'{"format": 1, "seed": ' + b"9" * 5000 + b"}",
            "seed is a number of 5,000 characters; write it with at most 40",
        ),
        (
            b'{"format": 1, "changes": {"officer_losses": 0.' + b"3" * 90_000 + b"}}",
            "changes.officer_losses is a number of 90,002 characters; write it with at most 40",
        ),
        (
            b'{"format": 1, "changes": {"officer_losses": 1, "officer_losses": 2}}',
            "changes.officer_losses is given more than once; keep one of them",
        ),
        (
            b'{"format": 1, "about": {"title": "\\ud800"}}',
            (
                "about.title holds half a character (an unpaired surrogate); "
                "write the character in full"
            ),
        ),
        (
            b'{"format": 1,\n "view": ' + b"[" * 33 + b"]" * 33 + b"}",
            (
                "line 2, column 41 is nested more than 32 levels deep; "
                "no scenario file needs that; choose another file"
            ),
        ),
        (
            b" " * 1_000_001,
            "the file is larger than 1,000,000 bytes; a scenario file is far smaller than that",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_that_what_is_no_scenario_is_refused_with_its_place(content, complaint):
    assert complaints(parse_scenario, content, profile=MET) == [complaint]


def test_that_brackets_within_text_are_not_nesting():
    quoted = json.dumps("[" * 100 + '"' + "{" * 100)
    assert parse(f'{{"notes": {quoted}}}'.encode()) == {"notes": "[" * 100 + '"' + "{" * 100}


@pytest.mark.parametrize(
    "content",
    [
        b'"' + b'\\"' * 499_000,
        b'"' * 999_999,
        b"[" * 999_999,
        b"[" + b"[],\n" * 249_000 + b"[]]",
        b'{"a":' * 190_000,
        b'{"format": 1, "seed": ' + b"9" * 900_000 + b"}",
        b'{"format": 1, "changes": {' + b",".join(b'"%d":1' % n for n in range(90_000)) + b"}}",
        b'{"format": 1, "changes": {' + b'"officer_los": 1,' * 50_000 + b'"a": 1}}',
        b'{"format": 1, "about": {"title": "' + b"\xc2\x80" * 450_000 + b'"}}',
    ],
    ids=range(9),
)
def test_that_a_hostile_file_is_refused_in_few_words(content):
    # read without bounds, each of these takes minutes or ends the process
    lines = complaints(parse_scenario, content, profile=MET)
    assert len(lines) <= 101
    assert all(len(line) < 300 for line in lines)
