"""What changed a number: divides the difference between two results among the changes.

Each part is averaged over every order in which the changes could have been made (Shapley), so that
it does not depend on an order, and the parts add up to the difference exactly. What two changes do
together, beyond what each does alone, is divided between them and also reported.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import factorial
from typing import Literal

from modeller.analysis.evaluation import Evaluate, defined, evaluator, known_of
from modeller.analysis.targets import Measure
from modeller.base.errors import refusal
from modeller.base.language import translatable, translate
from modeller.base.results import DrawnResult
from modeller.model.catalogue import Catalogue
from modeller.projection import Progress
from modeller.scenario import Difference, Scenario, differences

Group = Literal["choices", "circumstances", "beliefs", "horizon", "record", "luck", "model"]

MOST_PARTS = 8
"""Up to this many changes are separate parts; with more, each kind of change is one part."""

_GROUPS: dict[Group, str] = {
    "choices": translatable("Difference", "Choices"),
    "circumstances": translatable("Difference", "Circumstances"),
    "beliefs": translatable("Difference", "Beliefs"),
    "horizon": translatable("Difference", "Weeks projected"),
    "record": translatable("Difference", "Record"),
    "luck": translatable("Difference", "Seed and number of draws"),
}
_KINDS: dict[str, Group] = {
    "choice": "choices",
    "circumstance": "circumstances",
    "belief": "beliefs",
}
_FIELD_GROUPS: dict[str, Group] = {
    "places": "choices",
    "weeks": "horizon",
    "draws": "luck",
    "seed": "luck",
    "record": "record",
}
"""Fields of a scenario that can differ besides levers and beliefs."""


@dataclass(frozen=True)
class Result:
    """One of the two results that are compared.

    Attributes
    ----------
    declared
        The catalogue calibrated on the scenario's record, which is found when None.
    stated
        The number in a file that another version of the model made. The present version's number
        for the same inputs differs from it by the change of the model.
    model_version
        The version that made `stated`.
    """

    scenario: Scenario
    declared: Catalogue | None = None
    stated: float | None = None
    model_version: str | None = None


@dataclass(frozen=True)
class Part:
    """What a change, or a group of changes, contributes.

    Attributes
    ----------
    keys
        Its items, as `differences` names them; ``model`` for the version of the model.
    contribution
        Its part of the difference, in the outcome's unit.
    alone
        How far the number moves if only this is changed in the first result.
    last
        How far it moves if everything else has been changed before.
    """

    keys: tuple[str, ...]
    label: str
    group: Group
    contribution: float
    alone: float
    last: float


@dataclass(frozen=True)
class Interaction:
    """What two parts do together to the first result, beyond what each does alone."""

    labels: tuple[str, str]
    size: float


@dataclass(frozen=True)
class Attribution(DrawnResult):
    """The parts of a difference.

    Attributes
    ----------
    first, second
        The measure in the two results; `parts` add up to second − first exactly.
    interaction
        The difference less the sum of what each part does alone.
    interactions
        The interactions of pairs of parts, largest first; those that are zero are left out.
    scenarios
        The two scenarios, in the same order.
    """

    measure: Measure
    first: float
    second: float
    parts: tuple[Part, ...]
    interaction: float
    interactions: tuple[Interaction, ...]
    scenarios: tuple[Scenario, Scenario]

    @property
    def difference(self) -> float:
        """Second less first."""
        return self.second - self.first

    def rounded(self, step: float) -> tuple[float, ...]:
        """The parts in whole steps that still add up to the difference of the rounded ends.

        The two ends are rounded first; then the parts with the largest remainders are rounded the
        other way, so that the figures of a waterfall add up as printed.
        """
        exact = [Fraction(part.contribution) / Fraction(step) for part in self.parts]
        ends = _nearest(self.second, step) - _nearest(self.first, step)
        whole = [math.floor(value) for value in exact]
        order = sorted(range(len(exact)), key=lambda i: exact[i] - whole[i], reverse=True)
        spare = ends - sum(whole)
        # rounding the ends may leave one more step to distribute than there are parts
        for turn in range(abs(spare) if order else 0):
            place = order[turn % len(order)] if spare > 0 else order[-1 - turn % len(order)]
            whole[place] += 1 if spare > 0 else -1
        return tuple(float(count * Fraction(step)) for count in whole)


def _nearest(value: float, step: float) -> int:
    return round(Fraction(value) / Fraction(step))


@dataclass(frozen=True)
class _Player:
    """A change, or several that are made together."""

    keys: tuple[str, ...]
    label: str
    group: Group


def shapley(
    count: int, value: Callable[[frozenset[int]], float], *, progress: Progress | None = None
) -> tuple[list[Fraction], Mapping[frozenset[int], Fraction]]:
    """Shapley value of each of `count` players, and the value of every coalition.

    The arithmetic is exact: the players' values add up to the value of all of them together, less
    that of none. L. S. Shapley, "A value for n-person games", 1953.
    """
    everyone = range(count)
    coalitions = [
        frozenset(group) for size in range(count + 1) for group in combinations(everyone, size)
    ]
    worth: dict[frozenset[int], Fraction] = {}
    for done, coalition in enumerate(coalitions, start=1):
        worth[coalition] = Fraction(value(coalition))
        if progress is not None:
            progress(done / len(coalitions))
    parts = [Fraction(0)] * count
    for coalition in coalitions:
        for player in everyone:
            if player not in coalition:
                weight = Fraction(
                    factorial(len(coalition)) * factorial(count - len(coalition) - 1),
                    factorial(count),
                )
                parts[player] += weight * (worth[coalition | {player}] - worth[coalition])
    return parts, worth


def attribute(
    first: Result,
    second: Result,
    measure: Measure,
    *,
    evaluate: Callable[[Catalogue], Evaluate] | None = None,
    most_parts: int = MOST_PARTS,
    progress: Progress | None = None,
) -> Attribution:
    """Divide the difference between two results among what changed.

    Up to `most_parts` changed items are a part each; with more, choices, circumstances, beliefs,
    horizon, record and luck are one part each. Every order is considered, which takes two to the
    power of the number of parts runs. The version of the model is treated separately: a former
    version cannot be run, so its part is the present version's number for the same inputs, less the
    number stated in the file.

    Parameters
    ----------
    evaluate
        Gives the function that projects scenarios under a catalogue.

    Raises
    ------
    ModellerError
        When the measure is undefined for some combination of the changes.
    """
    catalogues = [known_of(result.scenario, result.declared) for result in (first, second)]
    make = evaluate or (lambda declared: evaluator([measure.outcome], declared))
    runs = [make(catalogues[0]), make(catalogues[1])]
    changed = _changes(first, second)
    players = _players(changed, most_parts, catalogues[1])

    def value(coalition: frozenset[int]) -> float:
        keys = {key for index in coalition for key in players[index].keys}
        scenario = _mixed(first.scenario, second.scenario, keys)
        run = runs[1] if "record" in keys else runs[0]
        return defined(measure.of(run(scenario).totals(measure.outcome)), str(measure))

    shares, worth = shapley(len(players), value, progress=progress)
    none, everyone = frozenset[int](), frozenset(range(len(players)))
    parts = [
        Part(
            player.keys,
            player.label,
            player.group,
            float(shares[index]),
            float(worth[frozenset({index})] - worth[none]),
            float(worth[everyone] - worth[everyone - {index}]),
        )
        for index, player in enumerate(players)
    ]
    interactions = [
        Interaction(
            (players[a].label, players[b].label),
            float(
                worth[frozenset({a, b})]
                - worth[frozenset({a})]
                - worth[frozenset({b})]
                + worth[none]
            ),
        )
        for a, b in combinations(range(len(players)), 2)
    ]
    start, end = float(worth[none]), float(worth[everyone])
    interaction = float(
        worth[everyone]
        - worth[none]
        - sum(worth[frozenset({index})] - worth[none] for index in range(len(players)))
    )
    start, end, model = _model_part(first, second, start, end)
    return Attribution(
        measure=measure,
        first=start,
        second=end,
        parts=_adding_up([*parts, *model], end - start),
        interaction=interaction,
        interactions=tuple(
            sorted((pair for pair in interactions if pair.size), key=lambda pair: -abs(pair.size))
        ),
        scenarios=(first.scenario, second.scenario),
    )


def _changes(first: Result, second: Result) -> list[Difference]:
    if first.scenario.profile != second.scenario.profile:
        raise refusal(
            translate("Problem", "profile"),
            "is not the same in both results",
            "compare scenarios of one force",
        )
    changed = list(differences(first.scenario, second.scenario))
    same_record = all(change.key != "record" for change in changed)
    first_declared, second_declared = (
        known_of(result.scenario, result.declared) for result in (first, second)
    )
    if same_record and first_declared != second_declared:
        raise refusal(
            translate("Problem", "record"),
            "is the same in both results, but they are calibrated differently",
            "give both the same calibration",
        )
    return changed


def _group(change: Difference, declared: Catalogue) -> Group:
    if change.key in _FIELD_GROUPS:
        return _FIELD_GROUPS[change.key]
    return _KINDS[declared.sliders[change.key].kind]


def _group_words(group: Group) -> str:
    return translate("Difference", _GROUPS[group])


def _players(changed: Sequence[Difference], most_parts: int, declared: Catalogue) -> list[_Player]:
    # seed and number of draws together decide on the futures
    luck = tuple(change.key for change in changed if _group(change, declared) == "luck")
    single = [
        _Player((change.key,), change.label, _group(change, declared))
        for change in changed
        if _group(change, declared) != "luck"
    ]
    players = single + ([_Player(luck, _group_words("luck"), "luck")] if luck else [])
    if len(players) <= most_parts:
        return players
    groups: dict[Group, list[str]] = {}
    for player in players:
        groups.setdefault(player.group, []).extend(player.keys)
    return [_Player(tuple(keys), _group_words(group), group) for group, keys in groups.items()]


def _mixed(first: Scenario, second: Scenario, keys: set[str]) -> Scenario:
    """The first scenario with the named items of the second."""
    changes = dict(first.changes)
    fields = {}
    for key in keys:
        if key in _FIELD_GROUPS:
            fields[key] = getattr(second, key)
        elif key in second.changes:
            changes[key] = second.changes[key]
        else:
            changes.pop(key, None)
    return first.replace(changes=changes, **fields)


def _model_part(
    first: Result, second: Result, start: float, end: float
) -> tuple[float, float, list[Part]]:
    """The ends as stated in files, and the part of the model's version if there is one."""
    stated_start = start if first.stated is None else first.stated
    stated_end = end if second.stated is None else second.stated
    change = (start - stated_start) + (stated_end - end)
    if first.stated is None and second.stated is None:
        return start, end, []
    versions = [
        result.model_version if result.stated is not None else None for result in (first, second)
    ]
    present = second.scenario.catalogue.version
    names = [version or present for version in versions]
    label = translate(
        "Difference", "Model version {first} to {second}", first=names[0], second=names[1]
    )
    return stated_start, stated_end, [Part(("model",), label, "model", change, change, change)]


def _adding_up(parts: Sequence[Part], difference: float) -> tuple[Part, ...]:
    """The parts, adjusted so that they add up to the difference exactly.

    Each part is a fraction rounded to a float, so that their sum may miss the difference by a few
    units in the last place, which the largest part takes.
    """
    if not parts:
        return ()
    largest = max(range(len(parts)), key=lambda index: abs(parts[index].contribution))
    others = [part.contribution for index, part in enumerate(parts) if index != largest]
    exact = float(Fraction(difference) - sum(map(Fraction, others), Fraction(0)))
    settled = list(parts)
    for candidate in (exact, math.nextafter(exact, math.inf), math.nextafter(exact, -math.inf)):
        if math.fsum([*others, candidate]) == difference:
            exact = candidate
            break
    part = parts[largest]
    settled[largest] = Part(part.keys, part.label, part.group, exact, part.alone, part.last)
    return tuple(settled)
