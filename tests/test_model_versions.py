"""What scenarios give under two versions of the model: kept, read back, set against each other."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from pathlib import Path

import pytest

from modeller.analysis import model_versions
from modeller.analysis.model_versions import (
    Moved,
    VersionResults,
    compute_results,
    moved_between,
    parse_results,
    scenarios_of,
)
from modeller.base.errors import ModellerError
from modeller.cli import main
from modeller.projection import SUMMARY, project
from tests.met import MET

DOCS = Path(__file__).parents[1] / "docs"


def row(median, low=0.9, high=1.1):
    """A total by its median and the ends of its 80 % range, as shares of it."""
    return tuple(median * share for share in (1, low, low, low, 1, high, high, high))


def results(model, **scenarios):
    return VersionResults(model, "met", "record to 17 Apr 2026", scenarios)


@pytest.fixture
def kept(tmp_path):
    """Two versions' files: arrests rose by a quarter, deployments stayed."""

    def keep(name, version):
        path = tmp_path / name
        path.write_text(version.text(), "utf-8")
        return str(path)

    one = results(
        "8.0.0",
        baseline={"arrests": row(1000.0), "deployments": row(208.0, 1, 1)},
        gone={"arrests": row(1.0)},
    )
    two = results(
        "9.0.0",
        baseline={"arrests": row(1250.0), "deployments": row(208.0, 1, 1), "new": row(1.0)},
        fresh={"arrests": row(1.0)},
    )
    return keep("8.json", one), keep("9.json", two)


def test_that_a_version_is_kept_and_read_back_to_the_last_bit(monkeypatch):
    few = list(scenarios_of(MET))[-3:]
    monkeypatch.setattr(model_versions, "scenarios_of", lambda profile: iter(few))
    shares: list[float] = []
    found = compute_results(MET, shares.append)
    assert shares == [1 / 3, 2 / 3, 1]
    assert (found.model, found.profile) == (MET.catalogue.version, "met")
    assert list(found.results) == [name for name, _ in few]
    (name, scenario), *_ = few
    total = project(scenario).summary("arrests", "total")
    assert found.results[name]["arrests"] == tuple(total.tolist())
    assert parse_results(found.text().encode(), "kept") == found


def test_that_an_outcome_that_nothing_divides_is_kept_as_infinite():
    found = results("9.0.0", suspended={"cost_per_arrest": (math.inf,) * 8})
    assert parse_results(found.text().encode(), "kept") == found
    (moved,) = moved_between(found, found)["suspended"].values()
    assert moved.by is None


def test_that_what_moved_is_told_by_its_median_and_whether_the_ranges_part():
    assert Moved(row(100.0), row(125.0)).by == pytest.approx(0.25)
    assert Moved(row(100.0), row(75.0)).by == pytest.approx(-0.25)
    assert Moved(row(100.0), row(125.0)).apart
    assert Moved(row(125.0), row(100.0)).apart
    assert not Moved(row(100.0), row(105.0)).apart
    assert Moved(row(0.0), row(5.0)).by is None


def test_that_two_versions_are_set_against_each_other_on_a_page(kept, capsys):
    assert main(["versions", *kept]) == 0
    page = capsys.readouterr().out
    assert "Model 8.0.0 (profile met, record to 17 Apr 2026) against model 9.0.0" in page
    assert "Only under 8.0.0: gone." in page
    assert "Only under 9.0.0: fresh." in page
    lines = [" ".join(line.split()) for line in page.splitlines()]
    assert any(line.startswith("baseline 1,0") and line.endswith("+25 % *") for line in lines)
    assert "baseline 208 (208) 208 (208) 0 %" in lines


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_that_programs_and_pages_have_the_same_figures(kept, capsys, form):
    assert main(["versions", *kept, "--format", form]) == 0
    text = capsys.readouterr().out
    if form == "json":
        document = json.loads(text)
        assert document["only_before"] == ["gone"]
        assert document["only_after"] == ["fresh"]
        arrests = document["scenarios"]["baseline"]["arrests"]
        assert arrests["median_moved_by"] == 0.25
        assert arrests["ranges_apart"] is True
        assert list(zip(document["summary"], arrests["after"], strict=True))[4] == ("p50", 1250)
        assert "new" not in document["scenarios"]["baseline"]
    elif form == "csv":
        rows = {
            (each["scenario"], each["outcome"]): each for each in csv.DictReader(io.StringIO(text))
        }
        assert set(rows) == {("baseline", "arrests"), ("baseline", "deployments")}
        assert float(rows["baseline", "arrests"]["after_p50"]) == 1250
        assert float(rows["baseline", "arrests"]["median_moved_by"]) == 0.25
    else:
        assert "arrests, 8.0.0 | arrests, 9.0.0 |" in text
        assert "| gone | — | — |" in text


def test_that_the_version_installed_is_written_and_compared(kept, tmp_path, capsys, monkeypatch):
    few = list(scenarios_of(MET))[-2:]
    monkeypatch.setattr(model_versions, "scenarios_of", lambda profile: iter(few))
    out = tmp_path / "now.json"
    assert main(["versions", "now", "--out", str(out)]) == 0
    assert list(parse_results(out.read_bytes(), "now").results) == [name for name, _ in few]
    assert main(["versions", str(out), "now", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    for of in document["scenarios"].values():
        assert {each["median_moved_by"] for each in of.values()} <= {0.0, None}


def test_that_the_first_versions_results_are_read():
    first = parse_results((DOCS / "model-1-results.json").read_bytes(), "first")
    assert first.model == "1.0.0"
    assert {"baseline", "plan-crews-of-ten"} <= first.results.keys()


HEAD = {"format": 1, "model": "1", "profile": "met", "record": "r", "summary": list(SUMMARY)}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ([], "holds no results"),
        ({"format": 1}, "holds no results"),
        ({**HEAD, "format": 2, "results": {}}, "is in a form that this modeller does not read"),
        (
            {**HEAD, "summary": ["mean"], "results": {}},
            "is in a form that this modeller does not read",
        ),
        ({**HEAD, "model": 7, "results": {}}, "model is not text"),
        ({**HEAD, "record": "x" * 101, "results": {}}, "record is not text"),
        ({**HEAD, "model": "1\x1b[31m", "results": {}}, "model is not text"),
        ({**HEAD, "profile": "met\u202e", "results": {}}, "profile is not text"),
        ({**HEAD, "results": {"a\nb": {}}}, "is no name of a scenario"),
        ({**HEAD, "results": {"a": 1}}, "results.a is not an object"),
        ({**HEAD, "results": {"a": {"b": [1]}}}, "results.a.b is not a total"),
        ({**HEAD, "results": {"a": {"b": [True] * 8}}}, "results.a.b is not a total"),
        ({**HEAD, "results": {"a": {"b": ["1"] * 8}}}, "results.a.b is not a total"),
        ({**HEAD, "results": {"a": {str(n): 1 for n in range(101)}}}, "more scenarios or outcomes"),
        ({**HEAD, "results": {str(n): {} for n in range(2001)}}, "more scenarios or outcomes"),
    ],
)
def test_that_other_files_are_refused_with_what_is_wrong(document, said):
    with pytest.raises(ModellerError) as caught:
        parse_results(json.dumps(document).encode(), "mine")
    assert said in str(caught.value)


def test_that_no_text_of_a_file_breaks_out_of_a_table(tmp_path, capsys):
    row = [1.0] * len(SUMMARY)
    name = "a | b <script>alert(1)</script>"
    document = {**HEAD, "record": "x | <b>", "results": {name: {"arrests": row}}}
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(document))
    assert main(["versions", str(path), str(path), "--format", "markdown"]) == 0
    printed = capsys.readouterr().out
    tables = [line for line in printed.splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in tables}) == 1
    assert "<script" not in printed
    assert "a \\| b &lt;script>" in printed


def test_that_no_more_than_two_versions_are_compared(kept, capsys):
    assert main(["versions", *kept, "now"]) == 2
    assert "name one or two" in capsys.readouterr().err
