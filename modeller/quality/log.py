"""The content of the quality log: assumptions, data, decisions, tests, validation, limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from modeller.backtest import Backtest
from modeller.base.bounded_json import raise_if_any
from modeller.base.bounded_reading import read_start
from modeller.base.errors import Problem, refusal
from modeller.base.language import source_language
from modeller.base.toml_tables import (
    Kind,
    add_unknown,
    check_table,
    is_any_text,
    is_day,
    is_text,
    read_toml,
    shortened,
)
from modeller.base.version import VERSION
from modeller.base.visible import names_somebody
from modeller.evidence import DEFINITION, JUDGEMENT, Record, Source
from modeller.model.catalogue import Belief, Catalogue, Constant, Entry, Lever
from modeller.model.sampling import STREAMS_VERSION
from modeller.profiles import QUALITY, Profile
from modeller.profiles.about import Names
from modeller.quality.effects import Effect, Effects
from modeller.wording.numbers import counted

NOT_SIGNED_OFF = "not signed off"
_MOST_BYTES = 20_000_000


@dataclass(frozen=True)
class Assumption:
    """One entry of the catalogue.

    Attributes
    ----------
    kind
        ``choice``, ``circumstance``, ``belief`` or ``fixed figure``.
    value
        Its value in the plan whose effects are measured.
    low, high
        The 90 % range of a belief or fixed figure, or the range of a lever.
    effect
        Its effect; None if it has no range.
    reliability
        How reliable it is, by its grade and sources.
    """

    key: str
    label: str
    kind: str
    unit: str
    value: float
    low: float
    high: float
    grade: str
    spread_grade: str
    effect: Effect | None
    reliability: str
    why: str
    sources: tuple[str, ...]
    reviewed: date
    who: str
    signed_off: str


@dataclass(frozen=True)
class DataItem:
    """A body of data: what it is, where it comes from, and its known faults."""

    name: str
    source: str
    content: str
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Decision:
    """A decision about the design, with the alternatives."""

    date: date
    what: str
    why: str
    instead: str


@dataclass(frozen=True)
class Statement:
    """Who is responsible for the model, for what purpose and until when; names may be empty."""

    purpose: str
    analyst: str
    reviewed: date
    sunset: date
    sunset_reason: str
    commissioner: str
    assurer: str
    approver: str

    @property
    def signed_off(self) -> str:
        """Who approved it, or that nobody has."""
        if not names_somebody(self.approver):
            return NOT_SIGNED_OFF
        return f"signed off by {self.approver}"


@dataclass(frozen=True)
class TestResults:
    """The last run of the tests, from its file of results."""

    __test__ = False  # not a test itself

    ran: str
    tests: int
    failed: int
    skipped: int


@dataclass(frozen=True)
class QualityLog:
    """The whole log; `tests` and `backtest` are None if not available.

    `names` are the force's names in English, the language of the log.
    """

    names: Names
    made: date
    versions: Mapping[str, str]
    statement: Statement
    plan: str
    medians: Mapping[str, float]
    assumptions: tuple[Assumption, ...]
    data: tuple[DataItem, ...]
    decisions: tuple[Decision, ...]
    verification: tuple[str, ...]
    tests: TestResults | None
    validation: tuple[str, ...]
    backtest: Backtest | None
    limitations: tuple[str, ...]

    @property
    def expired(self) -> bool:
        """Whether the sunset date has passed."""
        return self.made > self.statement.sunset


_DECISION: Mapping[str, Kind] = {
    "date": is_day,
    "what": is_text,
    "why": is_text,
    "instead": is_text,
}
_STATEMENT: Mapping[str, Kind] = {
    "purpose": is_text,
    "analyst": is_text,
    "reviewed": is_day,
    "sunset": is_day,
    "sunset_reason": is_text,
    "commissioner": is_any_text,
    "assurer": is_any_text,
    "approver": is_any_text,
}
_LISTS: Mapping[str, Mapping[str, Kind]] = {
    "decision": _DECISION,
    "verification": {"what": is_text},
    "validation": {"what": is_text},
    "limitation": {"what": is_text},
}


def _written(profile: Profile) -> dict[str, Any]:
    """Read and check a profile's quality statement.

    Raises
    ------
    ModellerError
        With everything that is wrong in it, or when the profile has none.
    """
    if QUALITY not in profile.files:
        raise refusal(
            QUALITY,
            "is not in the profile",
            "a quality log needs it: who is responsible, for what purpose and until when",
        )
    tables = read_toml(profile.files[QUALITY], QUALITY)
    problems: list[Problem] = []
    for name in tables:
        if name not in ("statement", *_LISTS):
            add_unknown(f"{QUALITY}, {shortened(name)}", ("statement", *_LISTS), name, problems)
    check_table(f"{QUALITY}, statement", tables.get("statement"), _STATEMENT, {}, problems)
    for kind, fields in _LISTS.items():
        for number, table in enumerate(tables.setdefault(kind, []), start=1):
            check_table(f"{QUALITY}, {kind} {number}", table, fields, {}, problems)
    raise_if_any(problems)
    return tables


@source_language()
def quality_log(
    measured: Effects,
    declared: Catalogue,
    record: Record,
    *,
    today: date,
    tests: TestResults | None = None,
    backtest: Backtest | None = None,
) -> QualityLog:
    """Make the log from the present model.

    Parameters
    ----------
    measured
        The result of `modeller.quality.effects`.
    declared, record
        The catalogue that was used, and the record that it was calibrated on.
    """
    profile = measured.scenario.profile
    written = _written(profile)
    statement = Statement(**written["statement"])
    return QualityLog(
        names=profile.about.languages["en"],
        made=today,
        versions={
            "modeller": VERSION,
            "model": declared.version,
            "random streams": STREAMS_VERSION,
            "record": f"{record.label} ({record.digest[:12]})",
        },
        statement=statement,
        plan=measured.scenario.title,
        medians=measured.now,
        assumptions=_assumptions(measured, declared, statement),
        data=_data(record, profile),
        decisions=tuple(Decision(**table) for table in written["decision"]),
        verification=tuple(table["what"] for table in written["verification"]),
        tests=tests,
        validation=tuple(table["what"] for table in written["validation"]),
        backtest=backtest,
        limitations=tuple(table["what"] for table in written["limitation"]),
    )


def _assumptions(
    measured: Effects, declared: Catalogue, statement: Statement
) -> tuple[Assumption, ...]:
    entries: list[Lever | Belief | Constant] = [
        *declared.levers.values(),
        *declared.beliefs.values(),
        *declared.constants.values(),
    ]
    cited = measured.scenario.profile.sources
    found = []
    for entry in entries:
        low, high = _range(entry)
        found.append(
            Assumption(
                key=entry.key,
                label=entry.label,
                kind="fixed figure" if isinstance(entry, Constant) else entry.kind,
                unit=entry.unit,
                value=_value(entry, measured),
                low=low,
                high=high,
                grade=entry.grade,
                spread_grade=getattr(entry, "spread_grade", entry.grade),
                effect=measured.by_key.get(entry.key),
                reliability=_reliability(entry, cited),
                why=entry.help,
                sources=tuple(cited[source].citation for source in entry.sources),
                reviewed=statement.reviewed,
                who=statement.analyst,
                signed_off=statement.signed_off,
            )
        )
    return tuple(found)


def _range(entry: Lever | Belief | Constant) -> tuple[float, float]:
    if isinstance(entry, Belief):
        return entry.evidence
    ends = entry.range if isinstance(entry, Constant) else (entry.minimum, entry.maximum)
    return float(ends[0]), float(ends[1])


def _value(entry: Lever | Belief | Constant, measured: Effects) -> float:
    if isinstance(entry, Constant):
        return float(entry.value)
    if isinstance(entry, Belief) and entry.key not in measured.scenario.changes:
        return entry.baseline
    return float(measured.scenario.value(entry.key))


def _reliability(entry: Entry, cited: Mapping[str, Source]) -> str:
    """The reliability in words, from the grade and the kind of sources."""
    if entry.grade == "judgement":
        return "low: nobody has published it"
    if all(cited[source].weak for source in entry.sources):
        return "fair: seen only at second hand"
    if getattr(entry, "spread_grade", entry.grade) == "judgement":
        return "fair: the value has a source, its range is a judgement"
    if entry.grade == "derived":
        return "good within its range: computed from the record"
    return "good: published"


def _data(record: Record, profile: Profile) -> tuple[DataItem, ...]:
    cited, own = profile.sources, profile.about.record.source
    totals = record.totals()
    content = (
        f"{counted(len(record), 'weeks')} with a row, {record.first_day} to "
        f"{record.last_known_day}: "
        + ", ".join(counted(total, name.replace("_", " ")) for name, total in totals.items())
        + f". SHA-256 {record.digest}."
    )
    faults = tuple(
        f"{fault.what} {fault.treatment}" for fault in profile.published.blemishes_of(record)
    )
    source = (
        cited[own].linked_citation
        if record.digest == profile.record.digest
        else f"A record of the user’s own, {record.name}"
    )
    items = [DataItem(record.label, source, content, faults)]
    items += [
        DataItem(
            source.title,
            source.linked_citation,
            source.note,
            ("Seen only at second hand, or one person's remark.",) if source.weak else (),
        )
        for source in cited.values()
        if source.id not in (own, JUDGEMENT, DEFINITION)
    ]
    return tuple(items)


def results_file() -> Path:
    """The file in which the tests leave their results, in a checkout of the project."""
    return Path(__file__).resolve().parents[2] / "build" / "test-results.xml"


def read_test_results(path: Path | None = None) -> TestResults | None:
    """The last run of the tests; None if there is no file of results or it is damaged."""
    from xml.etree import ElementTree as ET

    place = results_file() if path is None else path
    try:
        content = read_start(place, _MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            return None
        suites: Sequence[ET.Element] = list(ET.fromstring(content).iter("testsuite"))
        counted = {
            name: sum(int(suite.get(name, "0")) for suite in suites)
            for name in ("tests", "failures", "errors", "skipped")
        }
        ran = suites[0].get("timestamp", "")
    except (OSError, ET.ParseError, ValueError, IndexError):
        return None
    failed = counted["failures"] + counted["errors"]
    return TestResults(ran[:19].replace("T", " "), counted["tests"], failed, counted["skipped"])
