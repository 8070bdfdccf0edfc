"""Reads the design of a sweep: grids, lists and samples in TOML, or a scenario a row in CSV."""

from __future__ import annotations

import csv
import itertools
import math
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from modeller.analysis.targets import Goal, Measure, parse_goal, parse_measures
from modeller.base.bounded_json import MAXIMUM_BYTES, MAXIMUM_PROBLEMS, raise_if_any, shown
from modeller.base.bounded_reading import FileKind, read_file
from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.language import numeral, translatable, translate
from modeller.base.paths import is_there
from modeller.model.catalogue import Catalogue
from modeller.profiles import Profile
from modeller.records import catalogue_for
from modeller.scenario import Scenario
from modeller.scenario.file import LoadedScenario, load_scenario
from modeller.scenario.setting import check_names
from modeller.sweep.axes import (
    MOST_SCENARIOS,
    PLACES,
    RUN,
    Axis,
    read_grid,
    read_lists,
    read_sample,
    read_table,
)
from modeller.sweep.listed import listed_design
from modeller.sweep.planned import MEASURED, Design, Values, applied
from modeller.sweep.reported import with_targets

MOST_BYTES = 100_000_000
"""The largest CSV file, in bytes; a TOML file may be as large as a scenario file."""
DESIGN_FILE = FileKind(
    MAXIMUM_BYTES,
    translatable("Problem", "name a TOML or CSV file"),
    translatable("Problem", "check its name and place"),
    translatable("Problem", "split it, or list its scenarios in a CSV file"),
)
_TABLE = replace(DESIGN_FILE, most=MOST_BYTES)
_LISTED = (".csv", ".tsv", ".txt")
MOST_PARTS = 8
MOST_COLUMNS = 1_000
_MANY_VALUES = 20
_SECTIONS = ("scenario", "measures", "targets", *RUN, "set", "grid", "list", "sample")
# A dotted name takes the parser time that grows with the square of its parts.
_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_NAME = re.compile(rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MOST_PARTS}}}")

_Made = TypeVar("_Made")


def read_design(path: Path | str, profile: Profile, *, base: Scenario | None = None) -> Design:
    """Read the design in a TOML or CSV file.

    Parameters
    ----------
    profile
        The force whose scenarios the design may name.
    base
        The scenario to vary; when None, the one that the design names, or the baseline.

    Raises
    ------
    ModellerError
        With everything that is wrong in it, before anything is run.
    """
    place = Path(path)
    listed = place.suffix.lower() in _LISTED
    content = read_file(path, _TABLE if listed else DESIGN_FILE)
    try:
        if listed:
            return listed_design(content, str(path), base or Scenario(profile=profile))
        return parse_design(content.decode("utf-8-sig"), profile, base=base, folder=place.parent)
    except UnicodeDecodeError as error:
        raise refusal(str(path), "is not UTF-8 text", "save it as UTF-8") from error
    except csv.Error as error:
        raise refusal(
            str(path),
            "cannot be read as CSV ({reason})",
            "use one sign between cells and double quotes, if any, in pairs",
            reason=error,
        ) from error


def parse_design(
    text: str,
    profile: Profile,
    *,
    base: Scenario | None = None,
    folder: Path | None = None,
) -> Design:
    """Read a design from TOML `text`.

    Raises
    ------
    ModellerError
        With everything that is wrong in it.
    """
    whole = translate("Problem", "the design")
    if _LONG_NAME.search(text):
        raise refusal(
            whole,
            "has a name of more than {most} parts",
            "no name here has more than two",
            most=MOST_PARTS,
        )
    try:
        table = tomllib.loads(text)
    except RecursionError as error:
        raise refusal(whole, "is nested too deeply", "no design needs that") from error
    except ValueError as error:  # not TOML, or with a number of thousands of digits
        raise refusal(
            whole, "is not TOML ({reason})", "put it right there", reason=error
        ) from error
    problems: list[Problem] = []
    check_names("", table, _SECTIONS, problems)
    loaded = None if base else _base(table.get("scenario"), folder or Path(), profile, problems)
    start = base or (loaded.scenario if loaded else Scenario(profile=profile))
    run = {name: table[name] for name in RUN if name in table}
    settings = dict(read_table(table, "set", problems))
    if PLACES in settings:
        run[PLACES] = settings.pop(PLACES)
    if not problems:
        start = _collect(
            lambda: start.replace(changes={**start.changes, **settings}, **run), problems, start
        )
    axes = read_grid(read_table(table, "grid", problems), profile.catalogue, problems)
    together = read_lists(read_table(table, "list", problems), profile.catalogue, problems)
    sample = read_sample(read_table(table, "sample", problems), profile.catalogue, problems)
    measures = with_targets(
        _measures(table.get("measures"), profile.catalogue, problems),
        _targets(table.get("targets", []), profile.catalogue, problems),
    )
    blocks = [*([axis] for axis in axes), *(block for block in (together, sample) if block)]
    names = [axis.name for block in blocks for axis in block]
    problems.extend(
        problem(name, "is varied twice", "vary it in one place")
        for name in sorted({name for name in names if names.count(name) > 1})
    )
    declared = _collect(lambda: catalogue_for(start.record, profile), problems, profile.catalogue)
    for block in blocks:
        for axis in block:
            _check_axis(axis, start, declared, problems)
    size = math.prod(len(block[0].values) for block in blocks)
    if size > MOST_SCENARIOS:
        problems.append(
            problem(
                whole,
                "has {size} scenarios",
                "keep to {most}: take a sample instead of a full grid",
                size=numeral(size),
                most=numeral(MOST_SCENARIOS),
            )
        )
    raise_if_any(problems)

    def rows() -> Iterator[Values]:
        for places in itertools.product(*(range(len(block[0].values)) for block in blocks)):
            yield {
                axis.name: axis.values[place]
                for block, place in zip(blocks, places, strict=True)
                for axis in block
            }

    notes = loaded.notes if loaded else ()
    return Design(start, tuple(names), measures, size, declared, rows, notes)


def _goal(text: str, declared: Catalogue) -> Goal | None:
    return parse_goal(text, declared, where="targets")


def _targets(raw: object, declared: Catalogue, problems: list[Problem]) -> list[Goal]:
    if not isinstance(raw, list) or not all(isinstance(text, str) for text in raw):
        problems.append(
            problem("targets", "is {shown}", 'write ["arrests.p20 >= 1500"]', shown=shown(raw))
        )
        return []
    found = [_collect(partial(_goal, text, declared), problems, None) for text in raw]
    return [goal for goal in found if goal is not None]


def _collect(make: Callable[[], _Made], problems: list[Problem], fallback: _Made) -> _Made:
    try:
        return make()
    except ModellerError as error:
        problems.extend(error.problems)
        return fallback


def _base(
    name: object, folder: Path, profile: Profile, problems: list[Problem]
) -> LoadedScenario | None:
    """The scenario that the design names, as everywhere: the name of a shipped one wins."""
    if name is None:
        return None
    if not isinstance(name, str):
        problems.append(
            problem("scenario", "is {shown}", "it must be a name or a file", shown=shown(name))
        )
        return None
    if name in profile.scenario_names:
        return _collect(lambda: load_scenario(name, profile, folder=folder), problems, None)
    beside = folder / name
    if Path(name).name == name and not is_there(beside):
        problems.append(
            problem(
                "scenario",
                "is {shown}, which is not there",
                "use {names}, or a file in the folder of the design",
                shown=shown(name),
                names=", ".join(profile.scenario_names),
            )
        )
        return None
    if not _is_within(folder, beside):
        # a design may come from a stranger, who must not choose files of this machine to be read
        problems.append(
            problem(
                "scenario",
                "is {shown}, in another folder",
                "copy the scenario into the folder of the design, or give it with --base",
                shown=shown(name),
            )
        )
        return None
    return _collect(lambda: load_scenario(beside, profile), problems, None)


def _is_within(folder: Path, path: Path) -> bool:
    """Whether a path, with every link followed, lies in a folder or below it."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # circular links, or not a valid path
        return False


def _measures(raw: object, declared: Catalogue, problems: list[Problem]) -> tuple[Measure, ...]:
    if raw is None:
        return MEASURED
    if not isinstance(raw, list) or not raw or not all(isinstance(text, str) for text in raw):
        problems.append(
            problem("measures", "is {shown}", 'write ["arrests.p50"]', shown=shown(raw))
        )
        return ()
    try:
        return tuple(dict.fromkeys(parse_measures(raw, declared)))
    except ModellerError as error:
        problems.extend(error.problems)
        return ()


def _check_axis(axis: Axis, base: Scenario, declared: Catalogue, problems: list[Problem]) -> None:
    """Check the values of one quantity.

    Of a long list only the lowest and highest value are checked, and the first that is not whole if
    whole ones are needed, because nothing else can be wrong with a number.
    """
    values: Sequence[float | str] = axis.values
    numbers = [value for value in values if not isinstance(value, str)]
    if len(numbers) > _MANY_VALUES:
        broken = (value for value in numbers if axis.name in RUN and not value.is_integer())
        values = [min(numbers), max(numbers), *itertools.islice(broken, 1)]
    for value in dict.fromkeys(values):
        if len(problems) > MAXIMUM_PROBLEMS:
            return
        try:
            applied(base, {axis.name: value}, declared)
        except ModellerError as error:
            where = f"{axis.where}: {value}" if isinstance(value, str) else axis.where
            problems.extend(replace(fault, where=where) for fault in error.problems)
