"""Descriptors beside tables: true to the Frictionless rules, and to the tables."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from modeller.base.data_package import SUFFIX, field_type, package_name
from modeller.base.errors import ModellerError
from modeller.base.version import VERSION
from modeller.sweep.running import sweep
from tests.briefings import four_scenarios, hostile, plan_and_baseline, rendered
from tests.met import parse_design

MAKERS = {"plan": plan_and_baseline, "four": four_scenarios, "hostile": hostile}
READ = {
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "string": str,
}


def check_descriptor(content):
    """What the specification asks of a tabular data package."""
    assert re.fullmatch(r"[a-z0-9._-]+", content["name"])
    assert content["profile"] == "tabular-data-package"
    assert content["resources"]
    for licence in content["licenses"]:
        assert licence.get("name") or licence.get("path")
    for source in content.get("sources", ()):
        assert source["title"]
        assert source.get("path", "https://").startswith("https://")
    names = [resource["name"] for resource in content["resources"]]
    assert len(names) == len(set(names))
    for resource in content["resources"]:
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        assert not resource["path"].startswith(("/", ".."))
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert len(fields) == len(set(fields))
        assert all(field["type"] in READ for field in resource["schema"]["fields"])


def check_table(resource, content):
    """Every cell is of the type that its column says, and the file is the one described."""
    if "hash" in resource:
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["bytes"] == len(content)
    end = resource["dialect"]["lineTerminator"].encode()
    assert content.endswith(end)
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    fields = resource["schema"]["fields"]
    assert header == [field["name"] for field in fields]
    for row in rows:
        for cell, field in zip(row, fields, strict=True):
            if cell:
                read: Any = READ[field["type"]]
                read(cell)


@pytest.mark.parametrize("which", MAKERS)
def test_that_the_data_of_a_briefing_describe_themselves(which):
    briefing = MAKERS[which]()
    with zipfile.ZipFile(io.BytesIO(rendered(which, "zip"))) as archive:
        content = json.loads(archive.read("datapackage.json"))
        check_descriptor(content)
        tables = {name for name in archive.namelist() if name.endswith(".csv")}
        assert {resource["path"] for resource in content["resources"]} == tables
        for resource in content["resources"]:
            check_table(resource, archive.read(resource["path"]))
        made = content["modeller"]
        first = briefing.projections[0]
        assert (made["draws"], made["seed"]) == (first.scenario.draws, first.scenario.seed)
        assert made["model"] == first.catalogue.version
        assert made["record"]["sha256"] == first.scenario.record_digest
        for listed, projection in zip(made["scenarios"], briefing.projections, strict=True):
            assert listed["fingerprint"] == projection.fingerprint
            assert listed["path"] in archive.namelist()


def test_that_the_weeks_have_units():
    with zipfile.ZipFile(io.BytesIO(rendered("plan", "zip"))) as archive:
        content = json.loads(archive.read("datapackage.json"))
    (weeks,) = (r for r in content["resources"] if r["title"] == "By week")
    units = [field.get("unit") for field in weeks["schema"]["fields"]]
    assert all(units[3:])
    assert weeks["schema"]["fields"][2]["type"] == "date"


DESIGN = """\
scenario = "met-plan-2025"
measures = ["arrests.p50", "false_alerts.mean"]
draws = 100
weeks = 4
[grid]
deployments_per_week = [4, 10]
"true_match_rate.spread" = [0, 1]
"""


def test_that_a_sweep_is_described_beside_its_table_and_never_over_a_file_unasked(tmp_path):
    place = tmp_path / "it.csv"
    design = parse_design(DESIGN)
    sweep(design, place)
    beside = tmp_path / f"it.csv{SUFFIX}"
    content = json.loads(beside.read_bytes())
    check_descriptor(content)
    (resource,) = content["resources"]
    assert resource["path"] == "it.csv"
    check_table(resource, place.read_bytes())
    units = {field["name"]: field.get("unit") for field in resource["schema"]["fields"]}
    assert units["arrests.p50"] == "arrests"
    assert content["modeller"]["base"]["fingerprint"] == design.base.fingerprint
    place.unlink()
    with pytest.raises(ModellerError, match="there already"):
        sweep(design, place)
    sweep(design, place, over=True)


def test_that_a_column_of_two_kinds_is_text_and_any_name_is_made_fit():
    assert field_type([1, 2, None]) == "integer"
    assert field_type([1, 2.5]) == "number"
    assert field_type([date(2026, 1, 1), None]) == "date"
    assert field_type([1, "a"]) == field_type([]) == "string"
    assert package_name("Arrests: 10 % — more!") == "arrests-10-more"
    assert package_name("…") == "data"


def test_that_the_citation_names_this_version():
    text = (Path(__file__).parents[1] / "CITATION.cff").read_text("utf-8")
    keys = dict(re.findall(r"^([a-z-]+): *(.*)$", text, re.MULTILINE))
    assert keys["version"] == VERSION
    assert keys["cff-version"] == "1.2.0"
    assert {"message", "title", "authors", "license", "type"} <= keys.keys()
