"""Reads the design of a sweep: grids, lists and samples in TOML, or a scenario a row in CSV."""

from __future__ import annotations

import csv
import itertools
import math
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, TypeVar

from modeller.analysis.targets import Measure, parse_measures
from modeller.base.bounded_json import MAXIMUM_BYTES, MAXIMUM_PROBLEMS, raise_if_any, shown
from modeller.base.bounded_reading import FileKind, read_file
from modeller.base.errors import ModellerError, Problem, at_line, problem
from modeller.base.language import numeral, translatable, translate
from modeller.base.paths import is_there
from modeller.base.typed_numbers import typed_number
from modeller.model.catalogue import Belief, Catalogue
from modeller.profiles import Profile
from modeller.records import catalogue_for
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.file import load_scenario
from modeller.scenario.setting import check_names
from modeller.sweep.axes import (
    MOST_SCENARIOS,
    PLACES,
    RUN,
    SPREAD,
    TEXTS,
    Axis,
    check_known,
    read_grid,
    read_lists,
    read_sample,
    read_table,
)

MOST_BYTES = 100_000_000
"""The largest CSV file, in bytes; a TOML file may be as large as a scenario file."""
DESIGN_FILE = FileKind(
    MAXIMUM_BYTES,
    translatable("Problem", "name a TOML or CSV file"),
    translatable("Problem", "check its name and place"),
    translatable("Problem", "split it, or list its scenarios in a CSV file"),
)
_TABLE = replace(DESIGN_FILE, most=MOST_BYTES)
MOST_PARTS = 8
MOST_COLUMNS = 1_000
_MANY_VALUES = 1_000
_SECTIONS = ("scenario", "measures", *RUN, "set", "grid", "list", "sample")
MEASURED = tuple(
    Measure(outcome, statistic)
    for outcome in ("deployments", "faces_scanned", "true_alerts", "false_alerts", "arrests")
    for statistic in ("mean", "p10", "p50", "p90")
)
"""What is reported if the design does not say."""

# parsing a dotted name takes time that grows with the square of its parts
_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_NAME = re.compile(rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MOST_PARTS}}}")

Values = Mapping[str, float | str]

_Made = TypeVar("_Made")


@dataclass(frozen=True)
class Row:
    """One scenario of a sweep: its number from 0, the design's values, and the scenario."""

    index: int
    values: Values
    scenario: Scenario


@dataclass(frozen=True)
class Design:
    """The design of a sweep.

    Attributes
    ----------
    columns
        What the design sets, in the order of the output's columns: keys of levers and beliefs, keys
        with ``.spread``, ``weeks``, ``draws``, ``seed``, ``places``, and ``title`` in a CSV.
    measures
        What is reported for each scenario.
    size
        How many scenarios there are.
    declared
        The catalogue of the record that all scenarios are based on.
    """

    base: Scenario
    columns: tuple[str, ...]
    measures: tuple[Measure, ...]
    size: int
    declared: Catalogue
    _rows: Callable[[], Iterator[Values]]

    def rows(self) -> Iterator[Row]:
        """The scenarios one by one, in the same order every time."""
        for index, values in enumerate(self._rows()):
            yield Row(index, values, _apply(self.base, values, self.declared))


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
    listed = place.suffix.lower() == ".csv"
    content = read_file(path, _TABLE if listed else DESIGN_FILE)
    try:
        if listed:
            return _csv_design(content, str(path), base or Scenario(profile=profile))
        return parse_design(content.decode("utf-8-sig"), profile, base=base, folder=place.parent)
    except UnicodeDecodeError as error:
        raise ModellerError(problem(str(path), "is not UTF-8 text", "save it as UTF-8")) from error
    except csv.Error as error:
        raise ModellerError(
            problem(
                str(path),
                "cannot be read as CSV ({reason})",
                "use commas between cells and double quotes, if any, in pairs",
                reason=error,
            )
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
        raise ModellerError(
            problem(
                whole,
                "has a name of more than {most} parts",
                "no name here has more than two",
                most=MOST_PARTS,
            )
        )
    try:
        table = tomllib.loads(text)
    except RecursionError as error:
        raise ModellerError(
            problem(whole, "is nested too deeply", "no design needs that")
        ) from error
    except ValueError as error:  # not TOML, or with a number of thousands of digits
        raise ModellerError(
            problem(whole, "is not TOML ({reason})", "put it right there", reason=error)
        ) from error
    problems: list[Problem] = []
    check_names("", table, _SECTIONS, problems)
    start = base or _base(table.get("scenario"), folder, profile, problems)
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
    measures = _measures(table.get("measures"), profile.catalogue, problems)
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

    return Design(start, tuple(names), measures, size, declared, rows)


def _collect(make: Callable[[], _Made], problems: list[Problem], fallback: _Made) -> _Made:
    try:
        return make()
    except ModellerError as error:
        problems.extend(error.problems)
        return fallback


def _base(name: object, folder: Path | None, profile: Profile, problems: list[Problem]) -> Scenario:
    baseline = Scenario(profile=profile)
    if name is None:
        return baseline
    if not isinstance(name, str):
        problems.append(
            problem("scenario", "is {shown}", "it must be a name or a file", shown=shown(name))
        )
        return baseline
    beside = (folder or Path()) / name
    plain = Path(name).name == name
    if plain and not is_there(beside):
        return _collect(lambda: _shipped(name, profile), problems, baseline)
    if not _is_within(folder or Path(), beside):
        # a design may come from a stranger, who must not choose files of this machine to be read
        problems.append(
            problem(
                "scenario",
                "is {shown}, in another folder",
                "copy the scenario into the folder of the design, or give it with --base",
                shown=shown(name),
            )
        )
        return baseline
    return _collect(lambda: load_scenario(beside, profile).scenario, problems, baseline)


def _shipped(name: str, profile: Profile) -> Scenario:
    if name not in profile.scenario_names:
        raise ModellerError(
            problem(
                "scenario",
                "is {shown}, which is not there",
                "use {names}, or a file in the folder of the design",
                shown=shown(name),
                names=", ".join(profile.scenario_names),
            )
        )
    return load_scenario(name, profile).scenario


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
            _apply(base, {axis.name: value}, declared)
        except ModellerError as error:
            where = f"{axis.where}: {value}" if isinstance(value, str) else axis.where
            problems.extend(replace(fault, where=where) for fault in error.problems)


def _apply(base: Scenario, values: Values, declared: Catalogue) -> Scenario:
    """The base scenario with the values of one row of the design."""
    changes = dict(base.changes)
    fields: dict[str, Any] = {}
    for name, value in values.items():
        key = name.removesuffix(SPREAD)
        if name in (*RUN, *TEXTS):
            fields[name] = value
        elif isinstance(declared.sliders[key], Belief):
            now = changes.get(key) or base.setting(key, declared)
            assert isinstance(now, BeliefSetting)
            number = float(value)
            changes[key] = (
                BeliefSetting(now.central, number)
                if name.endswith(SPREAD)
                else BeliefSetting(number, now.spread)
            )
        else:
            changes[key] = float(value)
    return base.replace(changes=changes, **fields)


def _csv_design(content: bytes, path: str, base: Scenario) -> Design:
    """A design with a scenario a row and a quantity a column; empty cells keep the base's value."""
    problems: list[Problem] = []
    declared = catalogue_for(base.record, base.profile)
    names: list[str] = next(_reader(content), [])
    names = [name.strip() for name in names]
    if len(names) > MOST_COLUMNS:
        raise ModellerError(
            problem(
                path,
                "has {count} columns",
                "name each quantity once",
                count=numeral(len(names)),
            )
        )
    if not any(names):
        problems.append(problem(path, "is empty", "name the columns in the first line"))
    for name in names:
        check_known(name, _column(name), declared, problems, texts=TEXTS)
    problems.extend(
        problem(_column(name), "is there twice", "keep one of them")
        for name in sorted({name for name in names if names.count(name) > 1})
    )
    raise_if_any(problems)
    size = 0
    for line, cells in _csv_lines(content):
        size += 1
        if len(problems) > 100 or size > MOST_SCENARIOS:
            break
        try:
            _apply(base, _csv_values(line, names, cells), declared)
        except ModellerError as error:
            here = at_line(line)
            problems.extend(
                fault
                if fault.where.startswith(here)
                else replace(fault, where=at_line(line, fault.where))
                for fault in error.problems
            )
    if size > MOST_SCENARIOS:
        problems.append(
            problem(
                path,
                "has too many rows",
                "split it: a sweep has at most {most}",
                most=numeral(MOST_SCENARIOS),
            )
        )
    raise_if_any(problems)

    def rows() -> Iterator[Values]:
        for line, cells in _csv_lines(content):
            yield _csv_values(line, names, cells)

    return Design(base, tuple(names), MEASURED, size, declared, rows)


def _column(name: str) -> str:
    return translate("Problem", "column {name}", name=shown(name))


def _reader(content: bytes) -> Any:
    return csv.reader(TextIOWrapper(BytesIO(content), encoding="utf-8-sig", newline=""))


def _csv_lines(content: bytes) -> Iterator[tuple[int, list[str]]]:
    reader = _reader(content)
    next(reader, None)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, cells


def _csv_values(line: int, names: Sequence[str], cells: Sequence[str]) -> Values:
    problems: list[Problem] = []
    if len(cells) != len(names):
        raise ModellerError(
            problem(
                at_line(line),
                "has {count} cells where the first line has {wanted}",
                "give every column a cell",
                count=len(cells),
                wanted=len(names),
            )
        )
    values: dict[str, float | str] = {}
    for name, cell in zip(names, cells, strict=True):
        text = cell.strip()
        if not text:
            continue
        if name in TEXTS:
            values[name] = text
            continue
        number = typed_number(text, commas=False)
        if number is None:
            problems.append(
                problem(
                    at_line(line, name),
                    "is {shown}",
                    "write a plain number, without commas or units",
                    shown=shown(text),
                )
            )
            continue
        values[name] = number
    raise_if_any(problems)
    return values
