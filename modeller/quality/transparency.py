"""A draft of the algorithmic transparency record (ATRS), made from the quality log.

The record is the public sector's form for describing an algorithmic tool. What is in the log is
filled in; what only the organisation that uses the model can say is marked as open.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from modeller.backtest.words import miss_sentence, standpoints_words
from modeller.base.language import source_language
from modeller.quality.log import QualityLog
from modeller.quality.sections import Section, Table, tests_sentence, version_words

TITLE = "Algorithmic transparency record: draft"
OPEN = "[To be completed by the organisation]"
"""The beginning of every field that only the organisation can fill in."""

_HOW_TO_READ = (
    "A draft in the order of the government’s Algorithmic Transparency Recording Standard: first a "
    "short description for everybody (tier 1), then the details (tier 2). It describes the "
    "modeller as a tool for exploring a policy. It does not describe the facial recognition system "
    "that {force} uses, which needs a record of its own."
)


@dataclass(frozen=True)
class Field:
    """A field of the record; if it is `open`, `text` says what the organisation has to add."""

    name: str
    text: str
    open: bool = False
    section: str = ""

    @property
    def shown(self) -> str:
        """The text, marked if it is open."""
        return f"{OPEN} {self.text}" if self.open else self.text


_DECISIONS = (
    Field(
        "What it provides",
        "Projections with ranges, what they rest on, and where they go beyond the evidence. It "
        "gives no verdict and no recommendation, and decides nothing about any person or "
        "place.",
    ),
    Field("Integration into the process", "Where its results are used.", True),
    Field("Human decisions and review", "Who weighs them, and with what else.", True),
    Field("Frequency and scale of use", "How often, and for how many choices.", True),
    Field("Training", "What those who use it are taught.", True),
    Field("Appeals and review", "How somebody affected can object.", True),
)


@source_language()
def transparency_fields(log: QualityLog) -> tuple[Field, ...]:
    """Every field of the record, in order."""
    made = {
        "Tier 1: overview": _overview(log),
        "Tier 2: owner and responsibility": _owner(log),
        "Tier 2: description and rationale": _rationale(log),
        "Tier 2: decision-making process": _DECISIONS,
        "Tier 2: tool specification": _specification(log),
        "Tier 2: data": _data(log),
        "Tier 2: risks, mitigations and impact assessments": _risks(log),
    }
    return tuple(replace(each, section=name) for name, fields in made.items() for each in fields)


def transparency_sections(log: QualityLog) -> tuple[Section, ...]:
    """The record as headings and tables."""
    fields = transparency_fields(log)
    names = dict.fromkeys(field.section for field in fields)
    left = sum(field.open for field in fields)
    start = Section(
        "About this draft",
        (
            _HOW_TO_READ.format(force=log.names.force_long),
            f"Made on {log.made} from {', '.join(version_words(log))}.",
            f"{left} of {len(fields)} fields are left open; each begins with “{OPEN}”.",
        ),
    )
    return (
        start,
        *(
            Section(
                name,
                table=Table(
                    name,
                    ("Field", "Entry"),
                    tuple((f.name, f.shown) for f in fields if f.section == name),
                ),
            )
            for name in names
        ),
    )


def transparency_json(log: QualityLog) -> bytes:
    """The record as JSON."""
    fields = [
        {"section": f.section, "name": f.name, "text": f.text, "open": f.open}
        for f in transparency_fields(log)
    ]
    content = {"format": 1, "made": log.made.isoformat(), "fields": fields}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _overview(log: QualityLog) -> tuple[Field, ...]:
    return (
        Field(
            "Name",
            f"Policy scenario modeller: live facial recognition (LFR), {log.names.place}",
        ),
        Field(
            "Description",
            f"{log.statement.purpose} The user moves levers, such as deployments a week or "
            "officers lost, and sees projected arrests, false alerts, faces scanned and cost, with "
            "ranges.",
        ),
        Field("Website", "Where the organisation describes its use of the model.", True),
        Field("Contact", "An address that answers questions from the public.", True),
    )


def _owner(log: QualityLog) -> tuple[Field, ...]:
    said = log.statement
    return (
        Field("Organisation or department", "The organisation that uses it.", True),
        Field("Team", "The team that runs it.", True),
        Field("Senior responsible owner", "The role that answers for its use.", True),
        Field(
            "Supplier or developer",
            f"{said.analyst}. The software is free under the MIT licence and runs on the user’s "
            "own machine.",
        ),
        Field("Supplier’s access to data", "None: the software sends nothing anywhere."),
        Field(
            "Approval",
            f"The model is {said.signed_off}. Last reviewed {said.reviewed}; not to be relied on "
            f"after {said.sunset} without a new review. {said.sunset_reason}",
        ),
        Field("Approval by the organisation", "Who approved its use, and when.", True),
    )


def _rationale(log: QualityLog) -> tuple[Field, ...]:
    decided = " ".join(
        f"{decision.what} Not chosen: {decision.instead}" for decision in log.decisions
    )
    return (
        Field(
            "Detailed description",
            "A stochastic model goes week by week through thousands of possible futures. Each has "
            "its own value of every uncertain figure, drawn from its evidence, and its own "
            "luck; scenarios share both, so that they differ only by what was changed.",
        ),
        Field("Scope and intended use", log.statement.purpose),
        Field("Benefits", "What the organisation gains from using it.", True),
        Field("Previous process", "How such questions were answered before.", True),
        Field("Alternatives considered in the design", decided),
        Field("Alternatives to using it", "What else the organisation considered.", True),
    )


def _specification(log: QualityLog) -> tuple[Field, ...]:
    judged = sum(found.grade == "judgement" for found in log.assumptions)
    return (
        Field("Versions", f"{', '.join(version_words(log))}."),
        Field(
            "Inputs and assumptions",
            f"{len(log.assumptions)} levers, beliefs and fixed figures, each with its grade, range "
            "and source in the quality log. "
            f"{judged} of them are judgements: nobody has published them.",
        ),
        Field(
            "Outputs",
            "Deployments, faces scanned, alerts, arrests and cost: by week and in total, as a "
            "median with the range that holds 8 of 10 futures.",
        ),
        Field("Verification", " ".join((tests_sentence(log), *log.verification))),
        Field("Performance", " ".join((*log.validation, *_backtest(log)))),
        Field("Maintenance", "How often the organisation reviews it.", True),
    )


def _backtest(log: QualityLog) -> tuple[str, ...]:
    found = log.backtest
    if found is None:
        return ("The backtest was not run for this draft.",)
    missed = tuple(f"Worst miss: {miss_sentence(miss)}" for miss in found.worst[:1])
    return (standpoints_words(found), *missed)


def _data(log: QualityLog) -> tuple[Field, ...]:
    record, *others = log.data
    return (
        Field("Source data", f"{record.source} {record.content}"),
        Field("Known faults", " ".join(record.faults) or "None known."),
        Field(
            "Other sources",
            f"{len(others)} published sources, each named in the quality log.",
        ),
        Field(
            "Personal data",
            "None: the record has counts by week and holds nothing about any person.",
        ),
        Field("Data the organisation adds", "Its own record or figures, if any.", True),
        Field("Access and storage", "Who may see its files, and for how long.", True),
    )


def _risks(log: QualityLog) -> tuple[Field, ...]:
    return (
        Field("Limitations of the model", " ".join(log.limitations)),
        Field(
            "Mitigations in the model",
            "Every figure has its range; what lies beyond the evidence is marked; judgements are "
            "called judgements; every document names its scenario, versions and record, and is a "
            "draft until somebody signs it off.",
        ),
        Field("Risks of its use", "What could go wrong where it is used.", True),
        Field("Impact assessments", "Equality, data protection and others.", True),
    )
