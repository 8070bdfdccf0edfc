"""Reads the scenarios given to a command, as files or names, and settings on top of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from modeller.base.bounded_json import raise_if_any, shown
from modeller.base.bounded_reading import pipe_name, read_pipe
from modeller.base.errors import ModellerError, Problem
from modeller.base.paths import is_there
from modeller.base.typed_numbers import whole_number
from modeller.cli.output import print_note
from modeller.model.catalogue import Belief, Catalogue, Lever, shared_tables
from modeller.model.units import unit_named
from modeller.profiles import Profile
from modeller.records import catalogue_at_hand, record_for
from modeller.scenario import Scenario
from modeller.scenario.fields import MAXIMUM_TITLE
from modeller.scenario.file import SCENARIO_FILE, LoadedScenario, load_scenario, parse_scenario
from modeller.scenario.places import check_mix
from modeller.scenario.setting import BeliefSetting, Setting, unknown
from modeller.scenario.share_code import CODE_PREFIX
from modeller.wording import read_spread, read_typed_setting

_RUN = ("weeks", "draws", "seed")
PLACES = "places"
_MOVED = ", changed"
"""What a title gains when the command line has moved levers of its scenario."""
_Result = TypeVar("_Result")

_SET_HELP = """\
--set takes the value with or without its unit:
  --set deployments_per_week=10     --set "budget_shortfall=£260m"
  --set {share}=50%         a belief; its spread stays as it is
  --set {share}=0.5,0       and treated as exactly known (a spread of 0)
  --set {share}.spread=2    only the spread: twice the evidence's
  --set "{rate}=1 in 6,000"
  --set places=by-residents         a named mix of places
  --set "places=by-residents 40 %, fixed cameras 10 %, rest as recorded"
  --set 'officer_losses=[{{"from_week": 1, "value": 0}},
                         {{"from_week": 27, "value": 700}}]'
“modeller list parameters” shows every name."""


def example_beliefs() -> Mapping[str, str]:
    """A belief that is a share, and one that is a rate per million, for examples in help."""
    units = {key: unit_named(table["unit"]) for key, table in shared_tables()["beliefs"].items()}
    return {
        "share": next(key for key, unit in units.items() if unit.is_share),
        "rate": next(key for key, unit in units.items() if unit.of_a_million),
    }


def set_help() -> str:
    """The help on how levers and beliefs are set on top of a scenario."""
    return _SET_HELP.format(**example_beliefs())


@dataclass(frozen=True)
class NamedScenario:
    """A scenario with the name under which the user gave it, and the notes on its file."""

    name: str
    scenario: Scenario
    notes: tuple[str, ...]


def add_scenario_arguments(parser: argparse.ArgumentParser) -> None:
    """Add arguments for scenarios and for settings on top of them."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a scenario file, the name of a shipped scenario, or - for standard input",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        dest="settings",
        help="move a choice, circumstance or belief in every scenario given; may be repeated",
    )
    parser.add_argument("--weeks", metavar="N", help="weeks to project, 4 to 260")
    parser.add_argument("--draws", metavar="N", help="number of possible futures, 100 to 1,000,000")
    parser.add_argument("--seed", metavar="N", help="the number that the random numbers start from")
    parser.epilog = set_help()


def times_given(files: Sequence[str]) -> str:
    """How often files are given, for a command that wants another number of them."""
    return "is given once" if len(files) == 1 else f"is given {len(files)} times"


def read_file(name: str, profile: Profile) -> LoadedScenario:
    """Read a scenario from a file, by its name, or from standard input, and tell the notes on it.

    Raises
    ------
    ModellerError
        With everything that is wrong with it.
    """
    try:
        loaded = read_untold(name, profile)
    except ModellerError as error:
        raise ModellerError(in_place(error.problems, name)) from error
    tell_notes(name, loaded.notes)
    return loaded


def read_untold(name: str, profile: Profile) -> LoadedScenario:
    """Like `read_file`, for a caller that tells the notes itself, and which file is at fault.

    Raises
    ------
    ModellerError
        With everything that is wrong with it.
    """
    data = read_pipe(name, SCENARIO_FILE)
    if data is not None:
        return parse_scenario(data, pipe_name(name), profile=profile)
    if name.lstrip().startswith(CODE_PREFIX) and not is_there(name):
        raise ModellerError(
            Problem(
                f"{name.strip()[:20]}…",
                "is a share code and not a file",
                "make a file of it with “modeller open CODE --save PATH”",
            )
        )
    return load_scenario(name, profile)


def read_scenarios(options: argparse.Namespace) -> tuple[NamedScenario, ...]:
    """Read the scenarios of `add_scenario_arguments`, with all settings applied; tell the notes.

    Raises
    ------
    ModellerError
        With every problem of every file and every setting.
    """
    problems: list[Problem] = []
    given = []
    for name in options.files:
        loaded = collecting_problems(problems, partial(read_untold, name, options.profile), name)
        if loaded is not None:
            given.append(NamedScenario(name, loaded.scenario, loaded.notes))
            collecting_problems(
                problems, partial(record_for, loaded.scenario.record, options.profile), name
            )
    changes = _changes(options.settings, options.profile.catalogue, problems)
    run: dict[str, Any] = dict(_run_fields(options, problems))
    run |= _places(options.settings, options.profile, problems)
    changed = []
    for item in given:
        # report a setting out of its range once, and not for every file
        own: list[Problem] = []
        scenario = collecting_problems(own, partial(_changed, item.scenario, changes, run))
        problems.extend(problem for problem in own if problem not in problems)
        if scenario is not None:
            changed.append(NamedScenario(item.name, scenario, item.notes))
    raise_if_any(problems)
    for name, notes in dict.fromkeys((item.name, item.notes) for item in changed):
        tell_notes(name, notes)
    return tuple(changed)


def collecting_problems(
    problems: list[Problem], read: Callable[[], _Result], place: str = ""
) -> _Result | None:
    """The result of `read`, or None if it fails; its problems are added with the file's name."""
    try:
        return read()
    except ModellerError as error:
        problems.extend(in_place(error.problems, place) if place else error.problems)
        return None


def in_place(problems: Sequence[Problem], place: str) -> tuple[Problem, ...]:
    """The problems of a file, each with its name."""
    named = pipe_name(place)
    return tuple(
        problem
        if problem.where.strip('"') == named or problem.where.startswith(f"{named}: ")
        else Problem(f"{named}: {problem.where}", problem.what, problem.remedy)
        for problem in problems
    )


def _changes(
    settings: Sequence[str], catalogue: Catalogue, problems: list[Problem]
) -> dict[str, dict[str, Any]]:
    """By key, what is set: a whole setting, a spread, or both."""
    changes: dict[str, dict[str, Any]] = {}
    for text in settings:
        key, equals, value = (part.strip() for part in text.partition("="))
        key, dot, part = key.partition(".")
        key = catalogue.current_names.get(key, key)
        slider = catalogue.sliders.get(key)
        if not equals or not key:
            remedy = "write KEY=VALUE, such as deployments_per_week=10"
            what = "names nothing to set" if equals else "has no ="
            problems.append(Problem(f"--set {shown(text)}", what, remedy))
        elif key == PLACES:
            continue
        elif key in _RUN:
            problems.append(Problem(key, "is not set with --set", f"use --{key} {value}"))
        elif slider is None:
            what = "is not a choice, circumstance or belief"
            unknown(key, key, catalogue.sliders, what, problems)
        elif dot and (part not in ("spread", "central") or key not in catalogue.beliefs):
            remedy = f"set {key} itself"
            if key in catalogue.beliefs:
                remedy = f"set {key}, {key}.central or {key}.spread"
            problems.append(Problem(f"{key}.{part}", "is not known", remedy))
        else:
            reader = read_spread if part == "spread" else read_typed_setting
            found = collecting_problems(problems, partial(_read, reader, value, slider))
            side = "spread" if part == "spread" else "setting"
            if side in changes.get(key, {}):
                problems.append(Problem(f"--set {key}", "is given more than once", "keep one"))
            elif found is not None:
                changes.setdefault(key, {})[side] = found
    return changes


def _places(settings: Sequence[str], profile: Profile, problems: list[Problem]) -> dict[str, Any]:
    """The mix of places that is set, if any."""
    found: dict[str, Any] = {}
    for text in settings:
        key, equals, value = (part.strip() for part in text.partition("="))
        if key == PLACES and equals:
            before = len(problems)
            mix = check_mix(profile, PLACES, value, problems)
            if len(problems) == before:
                found = {PLACES: mix}
    return found


def _read(
    reader: Callable[[str, Lever | Belief], object], value: str, slider: Lever | Belief
) -> object:
    return reader(value, slider)


def _run_fields(options: argparse.Namespace, problems: list[Problem]) -> dict[str, int]:
    fields: dict[str, int] = {}
    for name in _RUN:
        text = getattr(options, name)
        if text is None:
            continue
        number = whole_number(text)
        if number is not None:
            fields[name] = number
        else:
            problems.append(Problem(f"--{name}", f"is {shown(text)}", "it must be a whole number"))
    return fields


def _changed(
    scenario: Scenario, changes: dict[str, dict[str, Any]], run: dict[str, Any]
) -> Scenario:
    """The scenario with all settings, checked together.

    What was written about it need not hold for what it has become, and is left out, as from a copy.
    """
    if not changes and not run:
        return scenario
    settings: dict[str, Any] = dict(scenario.changes)
    for key, change in changes.items():
        if "setting" in change:
            settings[key] = _with_spread_kept(scenario, key, change["setting"])
        if "spread" in change:
            raw = settings[key] if key in settings else _standing(scenario, key)
            central = raw["central"] if isinstance(raw, dict) else raw
            central = central.central if isinstance(central, BeliefSetting) else central
            settings[key] = {"central": central, "spread": change["spread"]}
    made = scenario.replace(changes=settings, **run)
    if made.everything_changed == scenario.everything_changed:
        return made
    title = f"{scenario.name[: MAXIMUM_TITLE - len(_MOVED)]}{_MOVED}"
    return made.replace(title=title, question="", author="", notes="", sources=())


def _standing(scenario: Scenario, key: str) -> Setting:
    """Where it stands by the scenario's record: its centre stays when only a spread is set."""
    return scenario.setting(key, catalogue_at_hand(scenario.record, scenario.profile))


def _with_spread_kept(scenario: Scenario, key: str, typed: Any) -> Any:
    """The setting in which a plain number moves a belief's centre and keeps its spread."""
    now = scenario.setting(key)
    if isinstance(now, BeliefSetting) and isinstance(typed, int | float):
        return {"central": typed, "spread": now.spread}
    return typed


def tell_notes(name: str, notes: Sequence[str]) -> None:
    """Print the notes on a file, such as versions and former names, on standard error."""
    for note in notes:
        print_note(f"{name}: {note}")
