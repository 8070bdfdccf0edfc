"""The record is listed by deployment, week, borough and site."""

import csv
import io
import json

import pytest

from modeller.evidence import (
    deployment_blemishes,
    gaps,
    known_of_shipped,
    parse_record,
    shipped_deployments,
    weekly_record,
)
from modeller.evidence.record import COLUMNS as WEEKLY_COLUMNS
from tests.command_line import document, run
from tests.deployment_rows import parse


def test_that_the_record_is_listed_by_deployment_week_borough_and_site(capsys):
    record = shipped_deployments()
    for by, number in (("deployment", 529), ("week", 127), ("borough", 33), ("site", 94)):
        found = document(capsys, "list", "evidence", "--by", by)["evidence"]
        assert len(found) == number
        assert sum(row["arrests"] for row in found) == record.totals()["arrests"]
        code, printed, _ = run(capsys, "list", "evidence", "--by", by, "--format", "csv")
        assert code == 0
        lines = list(csv.DictReader(io.StringIO(printed)))
        assert [line["faces_scanned"] for line in lines] == [
            str(row["faces_scanned"]) for row in found
        ]


def test_that_the_csv_by_deployment_or_week_reads_back_as_the_record(capsys):
    _, printed, _ = run(capsys, "list", "evidence", "--by", "deployment", "--format", "csv")
    assert parse(printed, known_of_shipped()) == shipped_deployments()
    _, printed, _ = run(capsys, "list", "evidence", "--by", "week", "--format", "csv")
    weeks = parse_record(printed.encode(), name="printed")
    assert weeks == weekly_record(shipped_deployments(), name="derived")
    assert printed.split("\n", 1)[0] == ",".join(WEEKLY_COLUMNS)


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_that_the_text_by_site_says_how_often_and_when(capsys, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    for by in ("deployment", "week", "borough", "site"):
        code, printed, _ = run(capsys, "list", "evidence", "--by", by)
        assert code == 0
        words = " ".join(printed.split())
        assert "529 deployments at 94 sites in 32 of 33 areas" in words
        if columns == "40" or by in ("site", "week"):
            assert ("too narrow" in words) == (columns == "40" or (columns, by) == ("80", "site"))
        if columns == "200" and by == "site":
            assert "Croydon, North End Croydon 41 2023-12-07 2026-04-16" in words
    if columns == "200":
        _, printed, _ = run(capsys, "list", "evidence", "--by", "borough")
        assert "13.5 % Black" in printed
        assert "cannot say who was scanned" in " ".join(printed.split())


def test_that_the_evidence_tells_blemishes_and_what_was_not_found(capsys):
    found = document(capsys, "list", "evidence")["evidence"]
    kinds = [row["kind"] for row in found]
    assert kinds.count("blemish of the record") == len(deployment_blemishes())
    assert kinds.count("not found") == len(gaps())
    _, printed, _ = run(capsys, "list", "evidence")
    words = " ".join(printed.split())
    for told in (*(fault.treatment for fault in deployment_blemishes()), *(g.what for g in gaps())):
        assert told in words


def test_that_only_the_evidence_can_be_listed_by_place(capsys):
    code, printed, complained = run(capsys, "list", "beliefs", "--by", "site")
    assert (code, printed) == (2, "")
    assert "--by is for evidence" in complained
    assert json.loads(run(capsys, "list", "evidence", "--by", "site", "--format", "json")[1])["by"]
