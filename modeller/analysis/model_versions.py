"""Compares two versions of the model by their results for the same scenarios.

The results of a version are kept in a file, because its code is gone once there is another: totals
of every shipped scenario, and of the plan with each lever and belief moved by itself.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from modeller.analysis.evaluation import prepare
from modeller.base.bounded_json import join, parse, raise_if_any
from modeller.base.bounded_reading import FileKind
from modeller.base.errors import Problem, problem, refusal
from modeller.base.language import translatable, untranslated
from modeller.model.catalogue import former_names
from modeller.profiles import Profile
from modeller.projection import MEDIAN, SUMMARY, Progress, json_number, project
from modeller.scenario import Scenario, Schedule, Setting, Step
from modeller.scenario.file import load_scenario

FORMAT = 1
GRID_DRAWS, GRID_WEEKS = 256, 30
LOW, HIGH = SUMMARY.index("p10"), SUMMARY.index("p90")
MOST_SCENARIOS, MOST_OUTCOMES = 2_000, 100
RESULTS_FILE = FileKind(
    16 * 2**20,
    translatable("Problem", "choose a file of results that modeller versions has written"),
    translatable("Problem", "choose a file of results that can be"),
    translatable("Problem", "a file of results is far smaller than that"),
)

Totals = Mapping[str, tuple[float, ...]]
"""By outcome, mean and quantiles in the order of `SUMMARY`; infinite for a ratio to zero."""


@dataclass(frozen=True)
class VersionResults:
    """The results of scenarios under one version of the model, by their names.

    `profile` is the key of the force; `record` is the label of its record.
    """

    model: str
    profile: str
    record: str
    results: Mapping[str, Totals]

    def text(self) -> str:
        """The text of a file, with a line for each scenario."""
        head = {
            "format": FORMAT, "model": self.model, "profile": self.profile, "record": self.record,
            "summary": list(SUMMARY),
        }  # fmt: skip
        lines = [
            f"{json.dumps(name, ensure_ascii=False)}: "
            + json.dumps({key: [json_number(v) for v in row] for key, row in totals.items()})
            for name, totals in self.results.items()
        ]
        body = ",\n".join(lines)
        return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "results": {{\n{body}\n}}}}\n'


@dataclass(frozen=True)
class Moved:
    """The total of an outcome in a scenario under both versions, each in the order of `SUMMARY`."""

    before: tuple[float, ...]
    after: tuple[float, ...]

    @property
    def by(self) -> float | None:
        """How far the median moved, as a share of what it was; None if that was zero."""
        first, second = self.before[MEDIAN], self.after[MEDIAN]
        if not (math.isfinite(first) and math.isfinite(second)) or first == 0.0:
            return None
        return (second - first) / abs(first)

    @property
    def apart(self) -> bool:
        """Whether the two ranges that hold 8 of 10 futures do not overlap."""
        return self.before[HIGH] < self.after[LOW] or self.after[HIGH] < self.before[LOW]


def scenarios_of(profile: Profile) -> Iterator[tuple[str, Scenario]]:
    """Every shipped scenario, and the plan with one lever or belief moved, by descriptive names.

    Levers are set to both ends of their sliders and the middle, beliefs to the ends of their
    evidence. The grid has few weeks and futures, so that it takes seconds.
    """
    for name in profile.scenario_names:
        yield name, load_scenario(name, profile).scenario
    plan = load_scenario(profile.about.plan_scenario, profile).scenario
    declared = profile.catalogue

    def moved(key: str, setting: Setting) -> Scenario:
        changes = {**plan.changes, key: setting}
        return plan.replace(changes=changes, draws=GRID_DRAWS, weeks=GRID_WEEKS)

    for key, lever in declared.levers.items():
        for share in (0.0, 0.5, 1.0):
            value = lever.minimum + share * (lever.maximum - lever.minimum)
            value = min(max(round(value / lever.step) * lever.step, lever.minimum), lever.maximum)
            yield f"plan, {key} {value:g}", moved(key, value)
    for key, belief in declared.beliefs.items():
        for value in belief.evidence:
            held = min(max(value, belief.minimum), belief.maximum)
            yield f"plan, {key} {held:g}", moved(key, held)
    first = next(iter(declared.levers.values()))
    steps = (Step(1, first.minimum), Step(9, first.maximum), Step(20, first.baseline))
    yield "plan, a schedule", moved(first.key, Schedule(steps))
    yield untranslated("plan, five years"), plan.replace(weeks=260, draws=GRID_DRAWS // 2)


def compute_results(profile: Profile, progress: Progress | None = None) -> VersionResults:
    """The results under the installed version."""
    asked = list(scenarios_of(profile))
    prepare(len(asked), asked[0][1])
    found: dict[str, Totals] = {}
    for index, (name, scenario) in enumerate(asked):
        projection = project(scenario)
        found[name] = MappingProxyType(
            {
                key: tuple(projection.summary(key, "total").tolist())
                for key in projection.catalogue.outcomes
            }
        )
        if progress is not None:
            progress((index + 1) / len(asked))
    return VersionResults(
        profile.catalogue.version, profile.key, profile.record.label, MappingProxyType(found)
    )


def parse_results(data: bytes, name: str) -> VersionResults:
    """The results in the bytes of a file.

    Raises
    ------
    ModellerError
        With everything that is wrong with them.
    """
    tree = parse(data, name)
    given = tree.get("results") if isinstance(tree, Mapping) else None
    if not isinstance(tree, Mapping) or not isinstance(given, Mapping):
        raise refusal(name, "holds no results", "choose one that modeller versions has written")
    problems: list[Problem] = []
    if tree.get("format") != FORMAT or tree.get("summary") != list(SUMMARY):
        problems.append(
            problem(name, "is in a form that this modeller does not read", "write it anew")
        )
    if len(given) > MOST_SCENARIOS or any(
        isinstance(row, Mapping) and len(row) > MOST_OUTCOMES for row in given.values()
    ):
        problems.append(
            problem(name, "has more scenarios or outcomes than any version has", "write it anew")
        )
        raise_if_any(problems)
    found = {
        str(key): _totals(join("results", str(key)), row, problems) for key, row in given.items()
    }
    about = {key: tree.get(key) for key in ("model", "profile", "record")}
    problems += [
        problem(key, "is not text", "write which it was")
        for key, value in about.items()
        if not isinstance(value, str) or len(value) > 100 or not value.isprintable()
    ]
    problems += [
        problem(join("results", key), "is no name of a scenario", "give it one printable line")
        for key in found
        if len(key) > 300 or not key.isprintable()
    ]
    raise_if_any(problems)
    model, profile, record = map(str, about.values())
    return VersionResults(model, profile, record, MappingProxyType(found))


def _totals(where: str, row: object, problems: list[Problem]) -> Totals:
    """The totals of a scenario; null stands for infinity."""
    if not isinstance(row, Mapping):
        problems.append(problem(where, "is not an object", "give totals by outcome"))
        return {}
    found, names = {}, former_names("outcomes")
    for key, values in row.items():
        figures = isinstance(values, list | tuple) and len(values) == len(SUMMARY)
        if not figures or not all(
            v is None or (isinstance(v, int | float) and not isinstance(v, bool)) for v in values
        ):
            problems.append(problem(join(where, str(key)), "is not a total", "give eight figures"))
            continue
        found[names.get(key, str(key))] = tuple(np.inf if v is None else float(v) for v in values)
    return MappingProxyType(found)


def moved_between(
    before: VersionResults, after: VersionResults
) -> Mapping[str, Mapping[str, Moved]]:
    """By scenario and outcome, the totals that both versions have."""
    return {
        name: {
            key: Moved(before.results[name][key], totals[key])
            for key in totals
            if key in before.results[name]
        }
        for name, totals in after.results.items()
        if name in before.results
    }
