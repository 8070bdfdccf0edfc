"""The fields of a scenario: their bounds, and checks that report every fault with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

import rfc8785

from modeller.base.bounded_json import JSON, frozen, join, number_text, plain, shown, tree_problems
from modeller.base.errors import Problem, problem
from modeller.base.language import translate
from modeller.base.visible import is_blank
from modeller.model.catalogue import (
    MAXIMUM_DRAWS,
    MAXIMUM_SEED,
    MAXIMUM_WEEKS,
    MINIMUM_DRAWS,
    MINIMUM_WEEKS,
    Catalogue,
    Lever,
)
from modeller.profiles import Profile
from modeller.scenario.places import check_mix
from modeller.scenario.setting import (
    BeliefSetting,
    Setting,
    check_names,
    check_setting,
    read_number,
    read_whole,
    unknown,
)

MAXIMUM_TITLE, MAXIMUM_QUESTION, MAXIMUM_AUTHOR, MAXIMUM_NOTES = 200, 500, 200, 10_000
MAXIMUM_SOURCES, MAXIMUM_SOURCE = 50, 500
MAXIMUM_TARGETS = 20
MAXIMUM_VIEW_BYTES, MAXIMUM_VIEW_DEPTH = 20_000, 8

_TEXT_LIMITS = {
    "title": MAXIMUM_TITLE,
    "question": MAXIMUM_QUESTION,
    "author": MAXIMUM_AUTHOR,
    "notes": MAXIMUM_NOTES,
}
_RUN_LIMITS = {
    "weeks": (MINIMUM_WEEKS, MAXIMUM_WEEKS, "weeks"),
    "draws": (MINIMUM_DRAWS, MAXIMUM_DRAWS, "draws"),
    "seed": (0, MAXIMUM_SEED, ""),
}
STATISTIC = re.compile(r"mean|p0[1-9]|p[1-9][0-9]", re.ASCII)
_TARGET_NAMES = ("outcome", "statistic", "at_least", "at_most")
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
# marks that make text appear in another order than it is stored
_REORDERING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True)
class Target:
    """What the user wants an outcome's total to be; it is saved, but moves no number.

    `statistic` is ``mean`` or a percentile, ``p01`` to ``p99``: at least 1,500 arrests in 80 of 100
    futures is a ``p20`` of `at_least` 1,500.
    """

    outcome: str
    statistic: str = "p50"
    at_least: float | None = None
    at_most: float | None = None


def check_digest(where: str, raw: object, problems: list[Problem]) -> str | None:
    """Check a SHA-256 as it is written in files."""
    if isinstance(raw, str) and _DIGEST.fullmatch(raw):
        return raw
    problems.append(
        problem(
            where,
            "is {shown}",
            "it must be a SHA-256, 64 hexadecimal digits in lower case",
            shown=shown(raw),
        )
    )
    return None


def check_fields(
    given: Mapping[str, Any],
    profile: Profile,
    place: Callable[[str], str],
    problems: list[Problem],
) -> dict[str, Any]:
    """The fields of a scenario, checked, and their content frozen.

    Parameters
    ----------
    given
        Fields as given by the caller or a file; any may be left out.
    profile
        The force, which decides on the catalogue and the places.
    place
        Gives the place of a field in the user's terms: ``title`` is ``about.title`` in a file.
    problems
        Whatever is wrong is added here, and a faulty field is left out of the result.
    """
    checked: dict[str, Any] = {}
    for name, raw in given.items():
        before = len(problems)
        value = _check_field(name, raw, profile, place(name), problems)
        if len(problems) == before:
            checked[name] = value
    if "changes" in checked:
        own_record = checked.get("record") is not None
        checked["changes"] = in_order(checked["changes"], profile.catalogue, own_record=own_record)
    return checked


def _check_field(name: str, raw: Any, profile: Profile, where: str, problems: list[Problem]) -> Any:
    if name in _TEXT_LIMITS:
        return _check_text(where, raw, _TEXT_LIMITS[name], problems, name=name)
    if name in _RUN_LIMITS:
        low, high, unit = _RUN_LIMITS[name]
        return read_whole(where, raw, low, high, unit, problems)
    checks: Mapping[str, Callable[[str, Any, list[Problem]], Any]] = {
        "sources": _check_sources,
        "changes": partial(_check_changes, profile.catalogue),
        "record": _check_record,
        "places": partial(check_mix, profile),
        "targets": partial(_check_targets, profile.catalogue),
        "view": _check_view,
    }
    return checks[name](where, raw, problems)


def _check_text(
    where: str, raw: object, limit: int, problems: list[Problem], *, name: str = ""
) -> str:
    if not isinstance(raw, str):
        problems.append(problem(where, "is {shown}", "it must be text", shown=shown(raw)))
        return ""
    if len(raw) > limit:
        problems.append(
            problem(
                where,
                "has {count} characters",
                "shorten it to at most {most}",
                count=number_text(len(raw)),
                most=number_text(limit),
            )
        )
    if name == "title" and is_blank(raw):
        problems.append(problem(where, "is empty", "give the scenario a title"))
    allowed = "\n\t" if name == "notes" else ""
    strange = next((c for c in raw[:limit] if is_control(c) and c not in allowed), None)
    if strange is not None:
        if allowed:
            remedy = translate("Problem", "take it out: only new lines and tabs are allowed")
        else:
            remedy = translate("Problem", "take it out: it is a single line")
        code = f"U+{ord(strange):04X}"
        what = translate("Problem", "holds the control character {code}", code=code)
        problems.append(Problem(where, what, remedy))
    return raw


def is_control(character: str) -> bool:
    """Whether a character controls the line instead of being shown in it."""
    # control characters, unpaired surrogates, line and paragraph separators
    return character in _REORDERING or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}


def _check_list(where: str, raw: object, limit: int, problems: list[Problem]) -> Sequence[Any]:
    if not isinstance(raw, list | tuple):
        problems.append(problem(where, "is {shown}", "it must be a list", shown=shown(raw)))
        return ()
    if len(raw) > limit:
        problems.append(
            problem(
                where,
                "has {count} items",
                "keep at most {most}",
                count=number_text(len(raw)),
                most=limit,
            )
        )
        return ()
    return raw


def _check_sources(where: str, raw: object, problems: list[Problem]) -> tuple[str, ...]:
    return tuple(
        _check_text(join(where, index), source, MAXIMUM_SOURCE, problems)
        for index, source in enumerate(_check_list(where, raw, MAXIMUM_SOURCES, problems))
    )


def _check_changes(
    catalogue: Catalogue, where: str, raw: object, problems: list[Problem]
) -> Mapping[str, Setting]:
    if not isinstance(raw, Mapping):
        place = where or "changes"
        problems.append(
            problem(place, "is {shown}", "it must be an object, key by key", shown=shown(raw))
        )
        return {}
    changes = {
        key: check_change(join(where, str(key)), str(key), setting, catalogue, problems)
        for key, setting in raw.items()
    }
    return {key: value for key, value in changes.items() if value is not None}


def check_change(
    where: str, key: str, raw: object, catalogue: Catalogue, problems: list[Problem]
) -> Setting | None:
    """The setting of one lever or belief, if it is possible."""
    slider = catalogue.sliders.get(key)
    if slider is None:
        unknown_slider(where, key, catalogue, problems)
        return None
    return check_setting(slider, where, raw, problems)


def unknown_slider(where: str, key: str, catalogue: Catalogue, problems: list[Problem]) -> None:
    """Add the problem that there is no lever or belief `key`."""
    what = translate("Problem", "is not a choice, circumstance or belief")
    unknown(where, key, catalogue.sliders, what, problems)


def in_order(
    changes: Mapping[str, Setting], catalogue: Catalogue, *, own_record: bool
) -> Mapping[str, Setting]:
    """Only what differs from the baseline, in the catalogue's order.

    A record of the user's own gives the beliefs another baseline, which a scenario does not know.
    With such a record every belief that is set counts as a change.
    """
    kept: dict[str, Setting] = {}
    for key, slider in catalogue.sliders.items():
        setting = changes.get(key)
        if isinstance(setting, BeliefSetting):
            if own_record or (setting.central, setting.spread) != (slider.baseline, 1.0):
                kept[key] = setting
        elif setting is not None and (
            setting != slider.baseline or (isinstance(slider, Lever) and slider.follows)
        ):
            kept[key] = setting
    return MappingProxyType(kept)


def _check_record(where: str, raw: object, problems: list[Problem]) -> str | None:
    return None if raw is None else check_digest(where, raw, problems)


def _check_targets(
    catalogue: Catalogue, where: str, raw: object, problems: list[Problem]
) -> tuple[Target, ...]:
    items = _check_list(where, raw, MAXIMUM_TARGETS, problems)
    return tuple(
        _check_target(catalogue, join(where, index), item, problems)
        for index, item in enumerate(items)
    )


def _check_target(catalogue: Catalogue, where: str, raw: object, problems: list[Problem]) -> Target:
    if isinstance(raw, Target):
        raw = asdict(raw)
    if not isinstance(raw, Mapping):
        problems.append(
            problem(
                where,
                "is {shown}",
                'a target is {{"outcome": "arrests", "at_least": 1000}}',
                shown=shown(raw),
            )
        )
        return Target("")
    check_names(where, raw, _TARGET_NAMES, problems, needed=("outcome",))
    outcome = raw.get("outcome", next(iter(catalogue.outcomes)))
    if not isinstance(outcome, str) or outcome not in catalogue.outcomes:
        place = join(where, "outcome")
        what = translate("Problem", "is not an outcome")
        unknown(place, str(outcome), catalogue.outcomes, what, problems)
    statistic = raw.get("statistic", "p50")
    if not isinstance(statistic, str) or not STATISTIC.fullmatch(statistic):
        place = join(where, "statistic")
        problems.append(
            problem(place, "is {shown}", "use mean, or p01 to p99", shown=shown(statistic))
        )
    ends: dict[str, float | None] = {}
    for name in ("at_least", "at_most"):
        end = raw.get(name)
        ends[name] = None if end is None else read_number(join(where, name), end, problems)
    low, high = ends["at_least"], ends["at_most"]
    if raw.get("at_least") is None and raw.get("at_most") is None:
        problems.append(problem(where, "has no figure", "give at_least, at_most or both"))
    elif low is not None and high is not None and low > high:
        problems.append(problem(where, "has at_least above at_most", "swap the two"))
    return Target(str(outcome), str(statistic), low, high)


def _check_view(where: str, raw: object, problems: list[Problem]) -> JSON:
    if not isinstance(raw, Mapping):
        problems.append(problem(where, "is {shown}", "it must be an object", shown=shown(raw)))
        return {}
    faults = tree_problems(raw, where, maximum_depth=MAXIMUM_VIEW_DEPTH)
    problems.extend(faults)
    if faults:
        return {}
    view = frozen(raw)
    size = len(rfc8785.dumps(plain(view)))
    if size > MAXIMUM_VIEW_BYTES:
        problems.append(
            problem(
                where,
                "takes {size} bytes",
                "keep it within {most}",
                size=number_text(size),
                most=number_text(MAXIMUM_VIEW_BYTES),
            )
        )
    return view
