"""Settings of levers and beliefs: a number, a schedule, or a central value with a spread."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from numbers import Real
from typing import Any, TypeAlias

from modeller.base.bounded_json import MAXIMUM_PROBLEMS, join, number_text, shown
from modeller.base.errors import Problem, problem
from modeller.base.language import number_style, translatable, translate
from modeller.model.catalogue import MAXIMUM_WEEKS, Belief, Lever, Slider

MAXIMUM_SPREAD = 5.0

_FEW_NAMES = 14  # as many as a message can list
_SCHEDULE_EXAMPLE = '[{"from_week": 1, "value": 4}, {"from_week": 27, "value": 10}]'
_BELIEF_EXAMPLE = '{"central": 0.5, "spread": 1}'


@dataclass(frozen=True)
class Step:
    """A lever has `value` from the start of `from_week` on; the first week is 1."""

    from_week: int
    value: float


@dataclass(frozen=True)
class Schedule:
    """The values of a lever from certain weeks on: a step function, which begins in week 1.

    Phase-in applies to plain numbers only, not to schedules. So a schedule of one step differs from
    its number, and a schedule is always a change. Steps after the last projected week are kept and
    have no effect.
    """

    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "steps", tuple(self.steps))


@dataclass(frozen=True)
class BeliefSetting:
    """A belief moved to `central`, in its own unit.

    `spread` multiplies the spread of the evidence on the belief's link's scale: 1 leaves it, 0
    means "treat as exactly known", and 5 is the most.
    """

    central: float
    spread: float = 1.0


LeverSetting: TypeAlias = float | Schedule
Setting: TypeAlias = float | Schedule | BeliefSetting


def baseline_setting(slider: Lever | Belief) -> float | BeliefSetting:
    """The setting of a lever or belief that is not changed."""
    baseline = float(slider.baseline)
    return _untouched(baseline) if isinstance(slider, Belief) else baseline


@lru_cache(maxsize=256)
def _untouched(central: float) -> BeliefSetting:
    """Cached, so that equal settings are the same object and compare quickly."""
    return BeliefSetting(central)


def plain_number(value: float) -> int | float:
    """The number as people write it: 10, not 10.0."""
    return int(value) if float(value).is_integer() else float(value)


def plain_setting(setting: Setting) -> object:
    """The setting as plain JSON."""
    if isinstance(setting, Schedule):
        return [
            {"from_week": step.from_week, "value": plain_number(step.value)}
            for step in setting.steps
        ]
    if isinstance(setting, BeliefSetting):
        return {"central": plain_number(setting.central), "spread": plain_number(setting.spread)}
    return plain_number(setting)


def setting_text(setting: Setting) -> str:
    """The setting in a message: ``10``, ``4, from week 27 10``, ``0.5 with spread 1``."""
    if isinstance(setting, Schedule):
        first, *rest = setting.steps
        later = "".join(
            translate(
                "Problem",
                ", then {value} from week {week}",
                week=step.from_week,
                value=number_text(step.value),
            )
            for step in rest
        )
        begins = translate("Problem", "{value} from week 1", value=number_text(first.value))
        return begins + later
    if isinstance(setting, BeliefSetting):
        return translate(
            "Problem",
            "{value} with spread {spread}",
            value=number_text(setting.central),
            spread=number_text(setting.spread),
        )
    return number_text(setting)


def unknown(
    where: str, name: str, known: Collection[str], what: str, problems: list[Problem]
) -> None:
    """Add the problem that `name` is not among the `known`, with the nearest of them.

    `what` says so in the user's language: "is not an outcome".
    """
    near: list[str] = []
    # looking for a near name takes time, so only for problems that will be listed
    if len(name) <= 60 and len(problems) < MAXIMUM_PROBLEMS:
        near = get_close_matches(name, known, n=1)
    if near:
        remedy = translate("Problem", "did you mean {name}?", name=near[0])
    elif len(known) <= _FEW_NAMES:
        remedy = translate("Problem", "the names are {names}", names=", ".join(known))
    else:
        remedy = translate("Problem", "“modeller list” shows all names")
    problems.append(Problem(where, what, remedy))


def read_number(where: str, raw: object, problems: list[Problem]) -> float | None:
    """A finite number; True and False do not count."""
    if isinstance(raw, bool) or not isinstance(raw, Real):
        problems.append(problem(where, "is {shown}", "it must be a number", shown=shown(raw)))
        return None
    try:
        value = float(raw)
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        problems.append(
            problem(where, "is {value}", "it must be a finite number", value=number_text(value))
        )
        return None
    return value + 0.0  # turns -0 into 0, so that a digest knows only one of them


def read_whole(
    where: str, raw: object, low: int, high: int, unit: str, problems: list[Problem]
) -> int | None:
    """A whole number between `low` and `high`."""
    value = read_number(where, raw, problems)
    if value is None:
        return None
    if not value.is_integer():
        problems.append(
            problem(where, "is {value}", "it must be a whole number", value=number_text(value))
        )
        return None
    if not low <= value <= high:
        problems.append(
            problem(
                where,
                "is {value}",
                "it must lie between {range}",
                value=number_text(value),
                range=_between(number_text(low), number_text(high), unit),
            )
        )
        return None
    return int(value)


def read_setting(where: str, raw: object, problems: list[Problem]) -> Setting | None:
    """A setting of any lever or belief, of which the form is checked but not the range."""
    if isinstance(raw, BeliefSetting):
        raw = {"central": raw.central, "spread": raw.spread}
    elif isinstance(raw, Schedule):
        raw = raw.steps
    if isinstance(raw, Mapping):
        return _read_belief_setting(where, raw, problems)
    if isinstance(raw, list | tuple):
        return _read_schedule(where, raw, problems)
    return read_number(where, raw, problems)


def check_setting(
    slider: Lever | Belief, where: str, raw: object, problems: list[Problem]
) -> Setting | None:
    """A setting that `slider` can have; anything wrong with it is added to `problems`.

    Parameters
    ----------
    raw
        A number, a `Schedule`, a `BeliefSetting`, or their plain JSON. A number for a belief is its
        central value, with the spread of the evidence.
    """
    is_belief = isinstance(slider, Belief)
    is_mapping = isinstance(raw, Mapping | BeliefSetting)
    is_list = isinstance(raw, Schedule | list | tuple)
    if is_belief and is_list:
        problems.append(
            problem(
                where,
                "is a schedule",
                "a belief is a number, or {example}, for the whole time",
                example=_BELIEF_EXAMPLE,
            )
        )
        return None
    if not is_belief and is_mapping:
        if slider.kind == "choice":
            remedy = translatable(
                "Problem", "a choice is a number, or a schedule such as {example}"
            )
        else:
            remedy = translatable(
                "Problem", "a circumstance is a number, or a schedule such as {example}"
            )
        problems.append(problem(where, "is an object", remedy, example=_SCHEDULE_EXAMPLE))
        return None
    setting = read_setting(where, raw, problems)
    if setting is None:
        return None
    before = len(problems)
    if isinstance(setting, Schedule):
        for index, step in enumerate(setting.steps):
            _check_range(slider, join(join(where, index), "value"), step.value, problems)
    elif isinstance(setting, BeliefSetting):
        _check_range(slider, join(where, "central"), setting.central, problems)
    else:
        _check_range(slider, where, setting, problems)
        setting = BeliefSetting(setting) if is_belief else setting
    return setting if len(problems) == before else None


def range_text(slider: Slider) -> str:
    """The range in words: ``4 and 10 a week``, ``£0 and £450m a year``, ``0.4 and 0.99``."""
    low, high = map(number_text, slider.bounds)
    unit, style = slider.counted_in, number_style()
    if unit.is_money:
        letter = style.million.letter if unit.millions else ""
        low = style.money.format(figure=low, letter="")
        high = style.money.format(figure=high, letter=letter)
    return _between(low, high, "" if unit.is_bare else unit.said)


def _between(low: str, high: str, unit: str) -> str:
    if not unit:
        return translate("Problem", "{low} and {high}", low=low, high=high)
    unit = translate("Unit", unit)
    return translate("Problem", "{low} and {high} {unit}", low=low, high=high, unit=unit)


def _check_range(slider: Slider, where: str, value: float, problems: list[Problem]) -> None:
    if not slider.contains(value):
        problems.append(
            problem(
                where,
                "is {value}",
                "it must lie between {range}",
                value=number_text(value),
                range=range_text(slider),
            )
        )


def _read_belief_setting(
    where: str, raw: Mapping[Any, object], problems: list[Problem]
) -> BeliefSetting | None:
    before = len(problems)
    check_names(where, raw, ("central", "spread"), problems, needed=("central",))
    central = read_number(join(where, "central"), raw.get("central", 0.0), problems)
    place = join(where, "spread")
    spread = read_number(place, raw.get("spread", 1.0), problems)
    if spread is not None and not 0.0 <= spread <= MAXIMUM_SPREAD:
        problems.append(
            problem(
                place,
                "is {value}",
                "it must lie between 0 (exactly known) and 5 times the evidence’s spread",
                value=number_text(spread),
            )
        )
    if central is None or spread is None or len(problems) > before:
        return None
    return BeliefSetting(central, spread)


def _read_schedule(where: str, raw: Sequence[object], problems: list[Problem]) -> Schedule | None:
    before = len(problems)
    if not 1 <= len(raw) <= MAXIMUM_WEEKS:
        problems.append(
            problem(
                where,
                "has {count} steps",
                "a schedule has 1 to {most} steps",
                count=number_text(len(raw)),
                most=MAXIMUM_WEEKS,
            )
        )
        return None
    steps: list[Step] = []
    earlier = 0
    for index, step in enumerate(raw):
        place = join(where, index)
        if isinstance(step, Step):
            step = {"from_week": step.from_week, "value": step.value}
        if not isinstance(step, Mapping):
            problems.append(
                problem(
                    place,
                    "is {shown}",
                    'a step is {{"from_week": 27, "value": 10}}',
                    shown=shown(step),
                )
            )
            continue
        both = ("from_week", "value")
        check_names(place, step, both, problems, needed=both)
        week_place = join(place, "from_week")
        week_raw = step.get("from_week", earlier + 1)
        week = read_whole(week_place, week_raw, 1, MAXIMUM_WEEKS, "", problems)
        value = read_number(join(place, "value"), step.get("value", 0.0), problems)
        if week is not None:
            if index == 0 and week != 1:
                problems.append(
                    problem(week_place, "is {week}", "the first step is from week 1", week=week)
                )
            elif week <= earlier:
                problems.append(
                    problem(
                        week_place,
                        "is {week}",
                        "each step comes after the one before, which is from week {earlier}",
                        week=week,
                        earlier=earlier,
                    )
                )
            earlier = week
        if week is not None and value is not None:
            steps.append(Step(week, value))
    return Schedule(tuple(steps)) if len(problems) == before else None


def check_names(
    where: str,
    raw: Mapping[Any, object],
    known: Collection[str],
    problems: list[Problem],
    *,
    needed: Collection[str] = (),
) -> None:
    """Add a problem for every name in `raw` that is not `known`, and for every missing one."""
    for name in raw:
        if name not in known:
            what = translate("Problem", "is not known here")
            unknown(join(where, str(name)), str(name), known, what, problems)
    problems.extend(
        problem(join(where, name), "is missing", "add it") for name in needed if name not in raw
    )
