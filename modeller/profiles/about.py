"""Reads ``profile.toml``: the names of the force, and which files hold what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from modeller.base.errors import ModellerError, Problem, problem
from modeller.base.language import language_code
from modeller.base.toml_tables import (
    Kind,
    check_table,
    is_record_day,
    is_record_year,
    is_table,
    is_text,
    is_whole,
    read_toml,
    shortened,
)

FORMAT = 1
NAMES = (
    "force",
    "force_long",
    "of_force_long",
    "place",
    "black_people",
    "baseline",
)
"""The names that wording needs; another language must give all of them."""

_FILE = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}", re.ASCII)
_KEY = re.compile(r"[a-z][a-z0-9-]{0,39}", re.ASCII)


def is_file_name(value: Any) -> bool:
    """Whether it is a plain file name, without a folder."""
    return isinstance(value, str) and bool(_FILE.fullmatch(value)) and ".." not in value


def is_key(value: Any) -> bool:
    """Whether it is made of lower-case letters, digits and hyphens."""
    return isinstance(value, str) and bool(_KEY.fullmatch(value))


_TOP: Mapping[str, Kind] = {
    "format": is_whole,
    "key": is_key,
    "names": is_table,
    "record": is_table,
    "scenarios": is_table,
}
_RECORD: Mapping[str, Kind] = {
    "source": is_text,
    "comparable_from": is_record_day,
    "faces_counted_alike_from": is_record_day,
    "last_full_year": is_record_year,
    "black_false_alerts": is_text,
    "all_false_alerts": is_text,
}
_RECORD_TOO: Mapping[str, Kind] = {
    "weekly": is_file_name,
    "deployments": is_file_name,
    "deployments_source": is_text,
    "taken_down": is_record_day,
    "areas": is_file_name,
    "areas_source": is_text,
}
_SCENARIOS: Mapping[str, Kind] = {"folder": is_file_name, "baseline": is_key, "plan": is_key}


@dataclass(frozen=True)
class RecordFiles:
    """Which files of the profile hold its record, and from when on it is comparable.

    Attributes
    ----------
    weekly, deployments, areas
        File names; None where there is no such file. Without a weekly record, the record is the
        one by deployment, added up.
    source, deployments_source, areas_source
        Ids of the sources of these files.
    comparable_from
        The Monday from which on the threshold and the way of counting faces are today's.
    faces_counted_alike_from
        The Monday from which on the way of counting faces is today's.
    last_full_year
        The year that totals are compared with.
    black_false_alerts, all_false_alerts
        Keys of the figures for false alerts on Black people and for all false alerts.
    taken_down
        The day on which the rows by deployment were collected.
    """

    source: str
    comparable_from: date
    faces_counted_alike_from: date
    last_full_year: int
    black_false_alerts: str
    all_false_alerts: str
    weekly: str | None = None
    deployments: str | None = None
    deployments_source: str = ""
    taken_down: date = date(2199, 12, 31)
    areas: str | None = None
    areas_source: str = ""

    @property
    def file(self) -> str:
        """The name of the file that the record is read from."""
        return self.weekly or self.deployments or ""


@dataclass(frozen=True)
class Names:
    """The names of the force and of those it polices, in one language.

    Attributes
    ----------
    force
        As in “what {force} has published”: short, with its article.
    force_long, of_force_long
        The full name, and as in “the records {of_force_long}”.
    place, black_people
        The place that it polices, and the words for its Black residents.
    baseline
        The baseline in words, as in “back to the baseline, {baseline}”.
    """

    force: str
    force_long: str
    of_force_long: str
    place: str
    black_people: str
    baseline: str


@dataclass(frozen=True)
class About:
    """The content of ``profile.toml``."""

    key: str
    record: RecordFiles
    scenarios_folder: str
    baseline_scenario: str
    plan_scenario: str
    languages: Mapping[str, Names]

    @property
    def names(self) -> Names:
        """The names in the reader's language, or in English where the profile has no others."""
        return self.languages.get(language_code(), self.languages["en"])


def parse_about(content: bytes, name: str) -> About:
    """Parse the bytes of ``profile.toml``.

    Raises
    ------
    ModellerError
        With everything that is wrong, field by field.
    """
    tables = read_toml(content, name)
    problems: list[Problem] = []
    languages: dict[str, Any] = {}
    if check_table(name, tables, _TOP, {}, problems):
        if tables["format"] != FORMAT:
            problems.append(
                problem(
                    f"{name}.format",
                    "is {shown}",
                    "this release reads format {format}",
                    shown=tables["format"],
                    format=FORMAT,
                )
            )
        languages = {"en": {k: v for k, v in tables["names"].items() if not is_table(v)}}
        languages |= {k: v for k, v in tables["names"].items() if is_table(v)}
        for language, names in languages.items():
            where = f"{name}.names" + ("" if language == "en" else f".{shortened(language)}")
            check_table(where, names, dict.fromkeys(NAMES, is_text), {}, problems)
        check_table(f"{name}.record", tables["record"], _RECORD, _RECORD_TOO, problems)
        check_table(f"{name}.scenarios", tables["scenarios"], _SCENARIOS, {}, problems)
        together = ("deployments", "deployments_source", "taken_down", "areas", "areas_source")
        given = [field for field in together if field in tables["record"]]
        if not given and "weekly" not in tables["record"]:
            problems.append(
                problem(
                    f"{name}.record",
                    "names no record",
                    "give weekly, or {fields}",
                    fields=", ".join(together),
                )
            )
        if given and len(given) < len(together):
            missing = next(field for field in together if field not in given)
            problems.append(
                problem(
                    f"{name}.record.{missing}",
                    "is missing",
                    "a record by deployment and its areas go together: give {fields}",
                    fields=", ".join(together),
                )
            )
    if problems:
        raise ModellerError(problems)
    return About(
        key=tables["key"],
        record=RecordFiles(**tables["record"]),
        scenarios_folder=tables["scenarios"]["folder"],
        baseline_scenario=tables["scenarios"]["baseline"],
        plan_scenario=tables["scenarios"]["plan"],
        languages=MappingProxyType({key: Names(**names) for key, names in languages.items()}),
    )
