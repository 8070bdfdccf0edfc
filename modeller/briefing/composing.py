"""Composes a briefing from projections: which sections, in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from functools import partial
from typing import Any

from modeller.analysis.questions import BRIEFED
from modeller.base.bounded_json import JSON, raise_if_any
from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.language import source_language, translatable, translate
from modeller.briefing.analysis_table import ANALYSED, Analyses
from modeller.briefing.assurance import (
    assumptions_section,
    cite_section,
    identity_line,
    method_section,
    quality_section,
    reproduce_section,
    short_assumptions,
)
from modeller.briefing.content import About, Briefing, Paragraph, Section, plain_text
from modeller.briefing.pictures import LETTERS
from modeller.briefing.premises import options_section, record_section
from modeller.briefing.results import (
    annex_section,
    break_even_section,
    changes_section,
    front,
)
from modeller.briefing.shown import WORKSHOP, Shown
from modeller.briefing.where import short_where, where_section
from modeller.evidence import Record
from modeller.projection import SUMMARY, Projection, json_number
from modeller.projection.comparison import compare
from modeller.records import record_for, record_label
from modeller.scenario import Scenario
from modeller.scenario.document import MAXIMUM_TOGETHER, scenario_document
from modeller.scenario.fields import check_fields
from modeller.scenario.setting import unknown

MAXIMUM_SCENARIOS = MAXIMUM_TOGETHER
EARLIEST_DAY = date(1900, 3, 1)


SECTIONS: Mapping[str, str] = {
    "record": translatable("Briefing sections", "The record in counts"),
    "options": translatable("Briefing sections", "The options"),
    "changes": translatable("Briefing sections", "What changes"),
    "where": translatable("Briefing sections", "Where"),
    **{row.key: BRIEFED[row.key].heading for row in ANALYSED},
    WORKSHOP: translatable("Briefing sections", "The workshop"),
    "assumptions": translatable("Briefing sections", "Assumptions"),
    "quality": translatable("Briefing sections", "Quality statement"),
    "method": translatable("Briefing sections", "Method"),
    "reproduce": translatable("Briefing sections", "How to reproduce"),
    "cite": translatable("Briefing sections", "How to cite"),
    "annex": translatable("Briefing sections", "Annex: numbers for specialists"),
}
"""Key and heading of every section, in order, after page one."""

ALWAYS = ("quality", "reproduce")
"""The sections that every briefing has."""

_NO_BACKTEST = (
    "No test against the past is included with this briefing; “modeller backtest” shows how "
    "well the model would have done."
)


@source_language()
def brief(
    projections: Sequence[Projection],
    about: About,
    *,
    sections: Sequence[str] | None = None,
    analyses: Analyses | None = None,
    record: Record | None = None,
    subject: int | None = None,
    against: int = 0,
    letters: str = LETTERS,
) -> Briefing:
    """Compose a briefing from one or more projections.

    Parameters
    ----------
    projections
        The projections in the order in which they are shown; they share weeks, draws and seed.
    about
        Who made it, for whom and on what day.
    sections
        Keys of `SECTIONS` to include; all when None. Those of `ALWAYS` are always included, and the
        quality statement names the others that are not.
    analyses
        Analyses of the projection at `subject`; the section of any other analysis is left out.
    record
        The record of the scenarios, if it is neither the profile's nor kept here.
    subject
        Place of the projection the briefing is about: the second when None, or the only one.
    against
        Place of the projection that the others are compared with.
    letters
        The letters of the scenarios, in the same order, such as those in the window.

    Returns
    -------
    Briefing
        The briefing, which `modeller.export` writes in any form.

    Raises
    ------
    ModellerError
        With everything that is wrong with the request.
    """
    _check(projections, about, sections)
    shown = shown_of(projections, record, subject, against, letters)
    about = _presentable_about(about)
    found = analyses or Analyses()
    wanted = [key for key in SECTIONS if sections is None or key in sections or key in ALWAYS]
    made = _makers(shown, found)
    parts = [made[key]() for key in wanted if key in made]
    kept = {part.key for part in parts} | {"quality", "cite"}
    kept |= set() if found.has(WORKSHOP) else {WORKSHOP}  # there was none to leave out
    left_out = [heading for key, heading in SECTIONS.items() if key not in kept]
    past = _NO_BACKTEST
    if found.has("backtest"):
        from modeller.briefing.backtest import backtest_words

        past = backtest_words(found["backtest"])
    quality = quality_section(shown, about, left_out, past)
    extra = {"quality": quality, "cite": cite_section(shown, about)}
    parts += [extra[key] for key in wanted if key in extra]
    order = list(SECTIONS)
    parts.sort(key=lambda part: order.index(part.key))
    return Briefing(
        about=about,
        front=front(shown),
        sections=tuple(parts),
        short_sections={
            "assumptions": short_assumptions(shown),
            "changes": changes_section(shown, short=True),
            **{part.key: short_where(part) for part in parts if part.key == "where"},
        },
        projections=tuple(projections),
        letters=shown.letters,
        subject=shown.subject,
        against=shown.against,
        identity=shown.credit,
        documents=tuple(_document(projection, shown.record_label) for projection in projections),
        record=shown.record,
    )


def _makers(shown: Shown, found: Analyses) -> dict[str, Callable[[], Section]]:
    """By key, the functions that make the sections that are possible."""
    makers: dict[str, Callable[[], Section]] = {
        "record": lambda: record_section(shown),
        "options": lambda: options_section(shown),
        "changes": lambda: changes_section(shown),
        "what-must-be-true": lambda: break_even_section(shown),
        "annex": lambda: annex_section(shown),
        "assumptions": lambda: assumptions_section(shown),
        "method": lambda: method_section(shown),
        "reproduce": lambda: reproduce_section(shown),
        "backtest": lambda: Section("backtest", SECTIONS["backtest"], (Paragraph(_NO_BACKTEST),)),
    }
    if found.has(WORKSHOP):
        from modeller.briefing.workshop import workshop_section

        makers[WORKSHOP] = partial(workshop_section, shown, found[WORKSHOP], SECTIONS[WORKSHOP])
    where = where_section(shown, found["trade-off"].mixes if found.has("trade-off") else ())
    if where is not None:
        makers["where"] = lambda: where
    for row in ANALYSED:
        if found.has(row.key):
            makers[row.key] = partial(row.section, shown, found[row.key])
    return makers


def _check(projections: Sequence[Projection], about: About, sections: Sequence[str] | None) -> None:
    problems: list[Problem] = []
    scenario = projections[0].scenario if projections else Scenario()
    if not 1 <= len(projections) <= MAXIMUM_SCENARIOS:
        problems.append(
            problem(
                translate("Problem", "scenarios"),
                "are {count}",
                "a briefing has 1 to {most}",
                count=len(projections),
                most=MAXIMUM_SCENARIOS,
            )
        )
    for key in sections or ():
        if key not in SECTIONS:
            what = translate("Problem", "is not a section: {key}", key=key)
            unknown("sections", key, tuple(SECTIONS), what, problems)
    for name in ("author", "audience", "signed_off_by", "checked_by"):
        # the same limits as for the author of a scenario
        check_fields(
            {"author": getattr(about, name)},
            scenario.profile,
            partial(_named, name),
            problems,
        )
    for where, day in (
        (translate("Problem", "the date"), about.on),
        (translate("Problem", "sunset"), about.expires),
    ):
        if day < EARLIEST_DAY:  # workbooks have no earlier dates
            problems.append(
                problem(
                    where,
                    "is {value}",
                    "it must not lie before {day}; is the clock of this machine right?",
                    value=day,
                    day=EARLIEST_DAY,
                )
            )
    if about.expires < about.on:
        problems.append(
            problem(
                translate("Problem", "sunset"),
                "is {value}",
                "it must not lie before {day}",
                value=about.expires,
                day=about.on,
            )
        )
    raise_if_any(problems)
    if any(p.scenario.profile != projections[0].scenario.profile for p in projections):
        raise refusal(
            translate("Problem", "profile"),
            "is not the same for all scenarios",
            "make a briefing for each force",
        )
    first = projections[0].scenario.record
    if any(projection.scenario.record != first for projection in projections):
        raise refusal(
            translate("Problem", "record"),
            "is not the same for all scenarios",
            "project them on one record",
        )


def _named(name: str, _: str) -> str:
    return name


def shown_of(
    projections: Sequence[Projection],
    record: Record | None = None,
    subject: int | None = None,
    against: int = 0,
    letters: str = LETTERS,
) -> Shown:
    """What sections and charts are made from; the parameters are those of `brief`.

    Raises
    ------
    ModellerError
        When the projections do not share weeks, draws and seed.
    """
    compare(projections)
    presentable = tuple(_presentable(projection) for projection in projections)
    place = min(1, len(projections) - 1) if subject is None else subject
    known_record, label = _record(projections[0].scenario, record)
    letters = letters[: len(projections)]
    identity = identity_line(tuple(zip(letters, presentable, strict=True)), label)
    return Shown(presentable, letters, place, against, known_record, label, identity)


def _presentable(projection: Projection) -> Projection:
    """The projection with texts that every document format can hold."""
    scenario = projection.scenario
    texts = {
        name: plain_text(getattr(scenario, name))
        for name in ("title", "question", "author", "notes")
    }
    texts_changed = any(getattr(scenario, name) != text for name, text in texts.items())
    cited = tuple(plain_text(source) for source in scenario.sources)
    if not texts_changed and cited == scenario.sources:
        return projection
    return replace(projection, scenario=scenario.replace(**texts, sources=cited))


def _presentable_about(about: About) -> About:
    texts: dict[str, Any] = {
        part.name: plain_text(getattr(about, part.name))
        for part in fields(about)
        if isinstance(getattr(about, part.name), str)
    }
    return replace(about, **texts)


def _record(scenario: Scenario, given: Record | None) -> tuple[Record | None, str]:
    """The record of a scenario, or None if it is not here, and its label."""
    if given is not None:
        return given, given.label
    try:
        digest, profile = scenario.record, scenario.profile
        return record_for(digest, profile), plain_text(record_label(digest, profile))
    except ModellerError:
        return None, "a record of the user’s own"


def _document(projection: Projection, label: str) -> dict[str, Any]:
    """The scenario's document for the briefing to carry, with a summary of its results."""
    results: dict[str, JSON] = {}
    for key in projection.catalogue.outcomes:
        summary = projection.summary(key).tolist()
        results[key] = {
            name: None if number is None else float(f"{number:.9g}")
            for name, number in zip(SUMMARY, map(json_number, summary), strict=True)
        }
    return scenario_document(
        projection.scenario,
        results=results,
        results_digest=projection.results_digest,
        record_label=label,
        declared=projection.catalogue if projection.scenario.record is not None else None,
    )


def reference_for(scenario: Scenario) -> Scenario | None:
    """The baseline to compare a single scenario with, over the same weeks and with the same luck.

    None for the baseline itself.
    """
    if scenario.is_baseline:
        return None
    return Scenario(
        title="Baseline",
        question=f"What would follow at the baseline, {scenario.profile.names.baseline}, if "
        f"nothing "
        "else changed?",
        profile=scenario.profile,
        weeks=scenario.weeks,
        draws=scenario.draws,
        seed=scenario.seed,
        record=scenario.record,
    )
