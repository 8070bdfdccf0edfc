"""Many scenarios side by side, such as a committee's: where they differ, and what that changes.

All are projected over the same weeks, futures and seed, so that luck is shared and only settings
differ. The one furthest from the middle is explained by dividing that difference among its
settings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import numpy as np

from modeller.analysis.evaluation import Evaluate, Totals, evaluator, prepare
from modeller.analysis.targets import Measure
from modeller.analysis.what_changed import Attribution, Part, Result, attribute
from modeller.analysis.workshop_files import Given, LeftOut, why_left_out
from modeller.base.elementary import Floats
from modeller.base.errors import ModellerError, refusal
from modeller.base.language import translate
from modeller.base.results import DrawnResult, looks
from modeller.model.catalogue import Catalogue
from modeller.projection import MEDIAN, Progress, summarise
from modeller.records import catalogue_for
from modeller.scenario import Scenario, Schedule

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_SCENARIOS = 100
"""The most that are shown; any more are only named."""
OUTCOMES = ("arrests", "false_alerts", "faces_scanned", "cost")
"""The outcomes that are compared."""
EXPLAINED = ("arrests", "false_alerts")
"""The outcomes for which the scenario furthest from the middle is explained."""
EXPLAINING_DRAWS = 1_000
_MOST_PARTS = 6
"""Separate parts, which take sixty-four runs; with more changes each kind is one part."""


@dataclass(frozen=True, eq=False)
class Entry:
    """One scenario of the workshop.

    Attributes
    ----------
    label
        Its title, with its source if another has the same title.
    scenario
        The scenario as it is projected here, over the common weeks, futures and seed.
    fingerprint
        The fingerprint of the scenario as it was given.
    totals
        By outcome, mean and quantiles of the total, in the order of `SUMMARY`.
    """

    name: str
    label: str
    scenario: Scenario
    fingerprint: str
    totals: Mapping[str, Floats]

    def median(self, outcome: str) -> float:
        """The median of an outcome's total."""
        return float(self.totals[outcome][MEDIAN])


@dataclass(frozen=True)
class LeverSpread:
    """What the scenarios set one lever or belief to.

    Attributes
    ----------
    values
        The value of each entry: the last value of a schedule, the centre of a belief.
    moved
        How many entries differ from the baseline.
    """

    key: str
    label: str
    kind: Literal["choice", "circumstance", "belief"]
    values: tuple[float, ...]
    moved: int

    @property
    def lowest(self) -> float:
        """The smallest value."""
        return min(self.values)

    @property
    def middle(self) -> float:
        """The median of the values; for an even number the lower of the two in the middle."""
        return sorted(self.values)[(len(self.values) - 1) // 2]

    @property
    def highest(self) -> float:
        """The largest value."""
        return max(self.values)


@dataclass(frozen=True)
class Furthest:
    """The entry furthest from the middle in one outcome, and why.

    Attributes
    ----------
    entry, middle
        Indices of the two entries.
    found
        The difference between the two, divided among what differs.
    belief
        The belief that explains most of it; None if they have the same beliefs.
    """

    outcome: str
    entry: int
    middle: int
    found: Attribution
    belief: Part | None

    @property
    def part(self) -> Part | None:
        """The part that explains most of the difference; None if none moves the number."""
        moving = [part for part in self.found.parts if part.contribution]
        return max(moving, key=lambda part: abs(part.contribution), default=None)


@dataclass(frozen=True, eq=False)
class Workshop(DrawnResult):
    """All scenarios together.

    Attributes
    ----------
    levers
        Every choice, circumstance and belief, in the catalogue's order.
    furthest
        One for each outcome of `EXPLAINED`; none for an outcome in which all are alike.
    left_out
        What could not be used, and why.
    adapted
        How many were given with other weeks, futures or seed than are used here.
    places_moved
        How many set the places.
    """

    entries: tuple[Entry, ...]
    levers: tuple[LeverSpread, ...]
    furthest: tuple[Furthest, ...]
    left_out: tuple[LeftOut, ...]
    adapted: int
    places_moved: int

    @property
    def scenario(self) -> Scenario:
        """The first; all have its profile, weeks, futures and seed."""
        return self.entries[0].scenario

    @property
    def moved(self) -> tuple[LeverSpread, ...]:
        """The levers that were moved: first those that differ, then by how many moved them."""
        moved = (lever for lever in self.levers if lever.moved)
        return tuple(sorted(moved, key=lambda lever: (lever.lowest == lever.highest, -lever.moved)))

    def plot(self, outcome: str = "arrests") -> Figure:
        """Draw an outcome in every scenario with its range, the highest first.

        Parameters
        ----------
        outcome
            One of `OUTCOMES`.

        Returns
        -------
        Figure
            A matplotlib figure in the outcome's unit.

        Raises
        ------
        ModellerError
            When there is no such outcome.
        """
        return looks().figure(self, outcome)

    def by_median(self, outcome: str) -> tuple[Entry, ...]:
        """The entries by the median of an outcome, the highest first."""
        return tuple(sorted(self.entries, key=lambda entry: -entry.median(outcome)))


# ---------------------------------------------------------------- together


def workshop(
    given: Sequence[Given],
    left_out: Sequence[LeftOut] = (),
    *,
    draws: int | None = None,
    progress: Progress | None = None,
) -> Workshop:
    """Project scenarios over the same futures, and find out where they differ.

    Parameters
    ----------
    left_out
        What could not be read, to be listed with what is left out here.
    draws
        How many of the common futures to use, from the first on; all when None.
    progress
        Called with the share done; an exception it raises stops the work.

    Raises
    ------
    ModellerError
        When no scenario is left.
    """
    missing = list(left_out)
    for each in given[MOST_SCENARIOS:]:
        why = translate("Workshop", "is more than the {most} that fit", most=MOST_SCENARIOS)
        missing.append(LeftOut(each.name, why))
    kept = _of_one_force(given[:MOST_SCENARIOS], missing)
    run = _common_run(kept)
    steps = len(kept) + _EXPLAINING * len(EXPLAINED)
    done = 0

    def note(share: float = 1.0) -> None:
        if progress is not None:
            progress(min((done + share) / steps, 1.0))

    entries: list[Entry] = []
    labels = _labels(kept)
    for each, label in zip(kept, labels, strict=True):
        try:
            entries.append(_entry(each, label, run, draws))
        except ModellerError as error:
            missing.append(LeftOut(each.name, why_left_out(error)))
        note()
        done += 1
    if not entries:
        raise refusal(
            translate("Problem", "the workshop"),
            "has no scenario that can be shown: {why}",
            "give the files or share codes of one or more",
            why="; ".join(f"{each.name}: {each.why}" for each in missing) or "none was given",
        )
    furthest = []
    for outcome in EXPLAINED:
        start = done
        found = _furthest(
            entries, outcome, None if progress is None else lambda share: note(_EXPLAINING * share)
        )
        if found is not None:
            furthest.append(found)
        done = start + _EXPLAINING
    note(0.0)
    adapted = sum(
        (each.scenario.weeks, each.scenario.draws, each.scenario.seed) != run for each in kept
    )
    return Workshop(
        tuple(entries),
        _levers(entries),
        tuple(furthest),
        tuple(missing),
        adapted,
        sum(entry.scenario.places is not None for entry in entries),
    )


_EXPLAINING = 5
"""About how many projections the explanation is worth, for the progress."""


def _of_one_force(given: Sequence[Given], missing: list[LeftOut]) -> list[Given]:
    """The scenarios of the same force as the first; the others are left out."""
    kept: list[Given] = []
    for each in given:
        if kept and each.scenario.profile != kept[0].scenario.profile:
            why = translate("Workshop", "belongs to another force")
            missing.append(LeftOut(each.name, why))
        else:
            kept.append(each)
    return kept


def _common_run(given: Sequence[Given]) -> tuple[int, int, int]:
    """The weeks, futures and seed that most scenarios have; of equally common ones, the first."""
    runs = [(one.scenario.weeks, one.scenario.draws, one.scenario.seed) for one in given]
    return Counter(runs).most_common(1)[0][0] if runs else (0, 0, 0)


def _labels(given: Sequence[Given]) -> list[str]:
    """The titles; those that occur more than once with their source, or a number."""
    titles = Counter(one.scenario.name for one in given)
    found: list[str] = []
    for one in given:
        label = one.scenario.name
        if titles[label] > 1:
            label = translate("Workshop", "{title} ({name})", title=label, name=one.name)
        number, whole = 2, label
        while whole in found:
            whole = translate("Workshop", "{title} ({name})", title=label, name=number)
            number += 1
        found.append(whole)
    return found


def _entry(given: Given, label: str, run: tuple[int, int, int], most: int | None) -> Entry:
    weeks, draws, seed = run
    draws = draws if most is None else min(draws, most)
    scenario = given.scenario.replace(weeks=weeks, draws=draws, seed=seed)
    prepare(1, scenario)
    totals = evaluator(OUTCOMES)(scenario)
    return Entry(
        given.name,
        label,
        scenario,
        given.scenario.fingerprint,
        MappingProxyType({key: summarise(totals.totals(key)) for key in OUTCOMES}),
    )


def _levers(entries: Sequence[Entry]) -> tuple[LeverSpread, ...]:
    declared = entries[0].scenario.catalogue
    found = []
    for key, slider in declared.sliders.items():
        scenarios = [entry.scenario for entry in entries]
        moved = sum(key in scenario.changes for scenario in scenarios)
        values = tuple(scenario.value(key, _declared(scenario)) for scenario in scenarios)
        found.append(LeverSpread(key, slider.label, slider.kind, values, moved))
    return tuple(found)


def scheduled(entry: Entry, key: str) -> bool:
    """Whether a lever has a schedule in a scenario."""
    return isinstance(entry.scenario.setting(key), Schedule)


# ---------------------------------------------------------------- who differs most


def _furthest(entries: Sequence[Entry], outcome: str, progress: Progress | None) -> Furthest | None:
    """The entry furthest from the one in the middle; None if all are alike."""
    medians = [entry.median(outcome) for entry in entries]
    order = sorted(range(len(entries)), key=lambda place: medians[place])
    middle = order[(len(order) - 1) // 2]
    far = max(range(len(entries)), key=lambda place: abs(medians[place] - medians[middle]))
    if medians[far] == medians[middle]:
        return None
    pair = [entries[place].scenario for place in (middle, far)]
    first, second = (one.replace(draws=min(one.draws, EXPLAINING_DRAWS)) for one in pair)
    measure = Measure(outcome)
    both = (Result(first, _declared(first)), Result(second, _declared(second)))
    runs = _Kept(outcome)
    found = attribute(
        *both,
        measure,
        evaluate=lambda declared: partial(runs.of, evaluator([outcome], declared)),
        most_parts=_MOST_PARTS,
        progress=progress,
    )
    return Furthest(outcome, far, middle, found, _belief(found, first, second, measure, runs))


def _declared(scenario: Scenario) -> Catalogue:
    return catalogue_for(scenario.record, scenario.profile)


class _Kept:
    """Runs scenarios, each only once."""

    def __init__(self, outcome: str) -> None:
        self._outcome = outcome
        self._known: dict[str, Totals] = {}

    def of(self, evaluate: Evaluate, scenario: Scenario) -> Totals:
        """The totals of a scenario."""
        known = self._known.get(scenario.inputs_digest)
        if known is None:
            known = self._known[scenario.inputs_digest] = evaluate(scenario)
        return known


def _belief(
    found: Attribution, first: Scenario, second: Scenario, measure: Measure, runs: _Kept
) -> Part | None:
    """The belief that explains most of a difference.

    If beliefs are a single part of it, they are tried one by one, with the choices and
    circumstances of the second scenario.
    """
    parts = [part for part in found.parts if part.group == "beliefs"]
    if any(len(part.keys) > 1 for part in parts):
        keys = [key for part in parts for key in part.keys]
        begins = second
        for key in keys:
            begins = (
                begins.with_setting(key, first.changes[key])
                if key in first.changes
                else begins.without(key)
            )
        parts = [_alone(key, begins, second, measure, runs) for key in keys]
    moving = [part for part in parts if part.contribution]
    return max(moving, key=lambda part: abs(part.contribution), default=None)


def _alone(key: str, begins: Scenario, ends: Scenario, measure: Measure, runs: _Kept) -> Part:
    """How far one belief by itself moves the number."""
    run = evaluator([measure.outcome], _declared(begins))
    changed = begins.without(key)
    if key in ends.changes:
        changed = begins.with_setting(key, ends.changes[key])
    before, after = (
        measure.of(runs.of(run, scenario).totals(measure.outcome)) for scenario in (begins, changed)
    )
    size = float(np.subtract(after, before))
    return Part((key,), begins.catalogue.sliders[key].label, "beliefs", size, size, size)
