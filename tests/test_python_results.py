"""Every result of `import modeller` is a line, a tidy table, escaped HTML and a picture."""

from __future__ import annotations

import csv
import inspect
import io
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import modeller
from modeller.base.results import DrawnResult, Result
from modeller.cli import main
from tests.command_line import QUICK

AVON = Path(__file__).parent / "profiles" / "avon"
TARGET = "arrests.p20 >= 100"
LEVER = "deployments_per_week"
HOSTILE = "<script>alert(1)</script> & \"'"
DESIGN = (
    'measures = ["arrests.p50"]\ntargets = ["arrests.p20 >= 1"]\nweeks = 4\ndraws = 100\n'
    "[grid]\ndeployments_per_week = [4, 10]\n"
)
PLAIN = (str, bytes, Path, type(None), tuple, modeller.Profile, modeller.Measure, modeller.Goal)
"""What a function gives that is no result: a text, names, a declaration, nothing."""
LONGEST = 300


def quick(name="met-plan-2025", **changed):
    return modeller.load_scenario(name).replace(weeks=4, draws=100, **changed)


@dataclass
class World:
    """What the functions are called with; the scenario's title is hostile."""

    folder: Any
    plan: modeller.Scenario
    base: modeller.Scenario
    now: modeller.Projection
    then: modeller.Projection

    @property
    def design(self):
        path = self.folder / "design.toml"
        path.write_text(DESIGN, "utf-8")
        return path

    @property
    def saved(self):
        path = self.folder / "plan.scenario.json"
        path.unlink(missing_ok=True)
        digest = self.then.results_digest
        modeller.write_scenario(path, self.plan, results_digest=digest)
        return path

    @property
    def ledger(self):
        path = self.folder / "ledger.jsonl"
        if not path.exists():
            modeller.lock_projection(self.then, path)
        return path

    @property
    def later(self):
        """The record with two more weeks, of the four that the plan projects."""
        record = self.plan.profile.record
        text = record.to_csv()
        for week in (1, 2):
            day = record.first_day + timedelta(weeks=int(_weeks_of(record)) + week)
            text += f"{day},10,100000,50,48,2,20,56,0.64,16000,current\n"
        path = self.folder / "later.csv"
        path.write_text(text, "utf-8")
        return path


def _weeks_of(record):
    return (record.week_starting[-1] - record.week_starting[0]) / np.timedelta64(7, "D")


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    plan, base = quick(title=HOSTILE), quick("baseline")
    return World(
        tmp_path_factory.mktemp("results"),
        plan,
        base,
        modeller.project(base),
        modeller.project(plan),
    )


def kept(world):
    return modeller.import_record(modeller.read_record(world.later), name=HOSTILE)


ABOUT = modeller.About(on=date(2026, 5, 1))
CALLS = {
    "analyse": lambda w: modeller.analyse(w.plan, ["sensitivity"]),
    "brief": lambda w: modeller.brief([w.now, w.then], ABOUT),
    "by_place": lambda w: modeller.by_place(w.then),
    "compare": lambda w: modeller.compare([w.now, w.then]),
    "differences": lambda w: modeller.differences(w.base, w.plan),
    "export": lambda w: modeller.export(
        modeller.brief([w.then], ABOUT), w.folder / "plan.html", over=True
    ),
    "headlines": lambda w: modeller.headlines(w.then),
    "import_record": kept,
    "load_profile": lambda w: modeller.load_profile(AVON),
    "load_scenario": lambda w: modeller.load_scenario(w.saved),
    "lock_projection": lambda w: modeller.lock_projection(w.then, w.folder / "another.jsonl"),
    "open_": lambda w: modeller.open_(modeller.share(w.plan)),
    "parse_goal": lambda w: modeller.parse_goal(TARGET, w.plan.catalogue),
    "parse_measure": lambda w: modeller.parse_measure("arrests.p50", w.plan.catalogue),
    "places": lambda w: modeller.places(),
    "project": lambda w: modeller.project(w.plan),
    "read_design": lambda w: modeller.read_design(w.design),
    "read_ledger": lambda w: modeller.read_ledger(w.ledger),
    "read_record": lambda w: modeller.read_record(w.later),
    "remove_record": lambda w: modeller.remove_record(kept(w).digest),
    "robustness": lambda w: modeller.robustness(w.plan, "false_alerts.p80 <= 2", cases=1000),
    "run_backtest": lambda w: modeller.run_backtest(),
    "run_sweep": lambda w: modeller.run_sweep(w.design, w.folder / "out.csv", over=True),
    "score_ledger": lambda w: modeller.score_ledger(w.ledger, modeller.read_record(w.later)),
    "seek": lambda w: modeller.seek(w.plan, TARGET, [LEVER]),
    "sensitivity": lambda w: modeller.sensitivity(w.plan),
    "share": lambda w: modeller.share(w.plan),
    "shares_of_spread": lambda w: modeller.shares_of_spread(w.plan, "arrests"),
    "shipped_profile": lambda w: modeller.shipped_profile(),
    "stored_records": lambda w: modeller.stored_records(),
    "trade_off": lambda w: modeller.trade_off(w.plan, points=(3, 2)),
    "value_of_knowing": lambda w: modeller.value_of_knowing([w.base, w.plan], TARGET),
    "verify": lambda w: modeller.verify(w.saved),
    "verify_ledger": lambda w: modeller.verify_ledger(w.ledger),
    "what_changed": lambda w: modeller.what_changed(w.base, w.plan),
    "what_must_be_true": lambda w: modeller.what_must_be_true(w.plan, TARGET),
    "workshop": lambda w: modeller.workshop([w.saved, "baseline"]),
    "write_scenario": lambda w: modeller.write_scenario(w.folder / "copy.scenario.json", w.plan),
}
NUMBERS = (
    "by_place", "compare", "project", "robustness", "run_backtest", "run_sweep", "score_ledger",
    "seek", "sensitivity", "shares_of_spread", "trade_off", "value_of_knowing", "what_changed",
    "what_must_be_true", "workshop",
)  # fmt: skip
"""The functions that work out numbers: all of their results are drawn."""


def functions():
    return {
        name: getattr(modeller, name)
        for name in modeller.__all__
        if callable(getattr(modeller, name)) and not isinstance(getattr(modeller, name), type)
    }


def test_that_every_public_function_is_called_here():
    assert set(functions()) == set(CALLS)


def observations(table):
    """The table without what is said twice: each row is to be an observation of its own."""
    return table.astype(str).drop_duplicates()


@pytest.mark.parametrize("name", CALLS)
def test_that_what_a_function_gives_shows_itself(world, name):
    found = CALLS[name](world)
    several = found if isinstance(found, tuple) else (found,)
    for each in several:
        assert len(repr(each)) < LONGEST or isinstance(each, str | bytes)
        assert " at 0x" not in repr(each)
        assert "\n" not in repr(each)
    if name in NUMBERS:
        assert isinstance(found, DrawnResult)
    if not isinstance(found, Result):
        assert isinstance(found, PLAIN)
        return
    assert type(found).__name__ in repr(found)
    table = found.table()
    assert len(table)
    assert len(observations(table)) == len(table)
    units = table.attrs.get("units", {})
    if isinstance(found, DrawnResult):
        for column in table.select_dtypes("float"):
            assert "unit" in table or units.get(column), column
    shown = found._repr_html_()
    assert "<table" in shown
    assert "<script" not in shown
    if isinstance(found, DrawnResult):
        figure = found.plot()
        assert figure.axes
        assert any(text.get_text().strip() for text in figure.texts)


def sections(doc):
    return {line.strip() for line in (doc or "").splitlines()}


@pytest.mark.parametrize("name", CALLS)
def test_that_a_docstring_says_what_is_given_and_comes_back(name):
    function = functions()[name]
    signature = inspect.signature(function)
    said = sections(function.__doc__)
    if signature.parameters:
        assert "Parameters" in said
    for parameter in signature.parameters:
        assert any(parameter in line.split(", ") for line in said), parameter
    if signature.return_annotation not in ("None", None):
        assert "Returns" in said
    if name in NUMBERS:
        assert "References" in said


SLOW = [
    name for name, each in functions().items() if "progress" in inspect.signature(each).parameters
]


class StoppedError(Exception):
    pass


@pytest.mark.parametrize("name", SLOW)
def test_that_whoever_waits_is_told_the_share_done_and_can_stop_it(world, monkeypatch, name):
    function, told = getattr(modeller, name), []

    def stop(*_):
        raise StoppedError

    monkeypatch.setattr(
        modeller, name, partial(function, progress=lambda *share: told.append(share))
    )
    CALLS[name](world)
    shares = [share[0] / share[-1] if len(share) == 2 else share[0] for share in told]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)
    monkeypatch.setattr(modeller, name, partial(function, progress=stop))
    with pytest.raises(StoppedError):
        CALLS[name](world)


@pytest.mark.parametrize(
    "called",
    [
        lambda w: modeller.seek(w.plan, "nothing >= 1", [LEVER]),
        lambda w: modeller.sensitivity(w.plan, "arrests.p200"),
        lambda w: modeller.trade_off(w.plan, ("x", "y")),
        lambda w: w.then.plot("nothing"),
        lambda w: w.then.plot("arrests", "total"),
        lambda w: modeller.compare([w.then] * 5).plot(),
        lambda w: modeller.run_backtest().plot("nothing"),
        lambda w: modeller.run_backtest().plot(day=date(1999, 1, 1)),
        lambda w: modeller.shipped_profile().record.plot("nothing"),
        lambda w: modeller.workshop(["baseline"]).plot("nothing"),
        lambda w: modeller.score_ledger(w.ledger).plot(),
        lambda w: modeller.load_scenario("nothing"),
    ],
)
def test_that_what_is_wrong_is_told_where_and_what_to_do(world, called):
    with pytest.raises(modeller.ModellerError) as told:
        called(world)
    for problem in told.value.problems:
        assert problem.where
        assert problem.what
        assert problem.remedy


def results(plan):
    """A result of every kind, and the command whose CSV has the same rows."""
    base, named = quick("baseline"), ["met-plan-2025", *QUICK]
    wanted = ["--target", TARGET]
    yield "sensitivity", named, modeller.sensitivity(plan)
    yield "what-changed", ["baseline", *named], modeller.what_changed(base, plan)
    yield "what-must-be-true", [*named, *wanted], modeller.what_must_be_true(plan, TARGET)
    yield "seek", [*named, *wanted, "--vary", LEVER], modeller.seek(plan, TARGET, [LEVER])
    yield "trade-off", [*named, "--points", "3x2"], modeller.trade_off(plan, points=(3, 2))
    found = modeller.robustness(plan, TARGET, cases=1000)
    yield "robustness", [*named, *wanted, "--cases=1000"], found
    known = modeller.value_of_knowing([base, plan], TARGET)
    yield "value-of-knowing", ["baseline", *named, *wanted], known
    yield "backtest", [], modeller.run_backtest()


def cells(frame):
    return [
        {name: "" if value is None else str(value) for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


def test_that_a_table_has_the_rows_of_the_commands_csv(capsys):
    for command, arguments, found in results(quick()):
        assert main([command, *arguments, "--format", "csv"]) == 0
        printed = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        ours = cells(found.table())
        assert len(ours) == len(printed)
        for mine, theirs in zip(ours, printed, strict=True):
            shared = mine.keys() & theirs.keys()
            assert len(shared) >= 5
            assert {name: mine[name] for name in shared} == {name: theirs[name] for name in shared}


def test_that_a_plot_is_a_figure_with_the_projections_median(world):
    figure = world.then.plot("arrests", "cumulative")
    medians = world.then.smooth("arrests", "cumulative")[:, 4]
    drawn = [np.asarray(line.get_ydata()) for line in figure.axes[0].lines]
    assert any(len(line) == 4 and list(line) == pytest.approx(list(medians)) for line in drawn)
    with pytest.raises(modeller.ModellerError, match="not an outcome"):
        world.then.plot("nothing")
    with pytest.raises(modeller.ModellerError, match="has no weeks"):
        world.then.plot("arrests", "total")


def bars(figure):
    return [patch.get_bbox() for axes in figure.axes for patch in axes.patches]


def marks(figure):
    return [float(x) for axes in figure.axes for line in axes.lines for x in line.get_xdata()]


def heights(line):
    return np.asarray(line.get_ydata(), dtype=float).tolist()


def test_that_the_waterfall_goes_from_the_first_number_to_the_second(world):
    found = modeller.what_changed(world.base, world.plan, "arrests.mean")
    drawn = bars(found.plot())
    assert len(drawn) == len(found.parts)
    assert {found.first, found.second} <= set(marks(found.plot()))
    assert sum(bar.x1 - bar.x0 for bar in drawn) == pytest.approx(
        sum(abs(part.contribution) for part in found.parts)
    )


def test_that_the_picture_of_a_seek_has_the_target_and_the_answer(world):
    found = modeller.seek(world.plan, "arrests.p50 >= 120", [LEVER])
    axes = found.plot().axes[0]
    assert any(set(heights(line)) == {120.0} for line in axes.lines)
    assert any(found.measured_now in heights(line) for line in axes.lines)


def test_that_the_picture_of_what_is_worth_knowing_has_every_chance(world):
    found = modeller.value_of_knowing([world.base, world.plan], "arrests.p20 >= 90")
    assert found.beliefs
    today = {round(100.0 * float(chance), 9) for chance in found.chances}
    assert today <= {round(mark, 9) for mark in marks(found.plot())}


def test_that_the_picture_of_where_a_plan_fails_has_every_region(world):
    found = modeller.robustness(world.plan, "false_alerts.p80 <= 2", cases=1000)
    widths = {round(bar.x1 - bar.x0, 9) for bar in bars(found.plot())}
    assert round(100.0 * found.failing, 9) in widths
    for box in found.boxes:
        assert {round(100.0 * box.coverage, 9), round(100.0 * box.density, 9)} <= widths


def test_that_the_picture_of_what_must_be_true_has_a_row_for_each_that_bears(world):
    found = modeller.what_must_be_true(world.plan, TARGET)
    bearing = [value for value in found.values if value.bears]
    figure = found.plot()
    assert len(figure.axes[0].texts) == 2 * min(len(bearing), 16)


@pytest.mark.parametrize("view", ["weekly", "cumulative"])
def test_that_the_picture_of_the_past_has_what_happened(view):
    found = modeller.run_backtest()
    origin = found.origins[3]
    axes = found.plot("false_alerts", view, day=origin.day).axes[0]
    series = origin.told[found.tellings[0]]["false_alerts"]
    happened = series.observed_weekly if view == "weekly" else series.observed_cumulative
    assert any(heights(line) == happened.tolist() for line in axes.lines)


def test_that_a_sweep_of_any_form_is_a_table_with_units(world):
    for form in ("csv", "jsonl", "parquet"):
        done = modeller.run_sweep(world.design, world.folder / f"table.{form}", over=True)
        table = done.table()
        assert list(table[LEVER]) == [4, 10]
        assert table.attrs["units"]["arrests.p50"] == "arrests"
        assert all(isinstance(mark, str) for mark in table["fingerprint"])
