"""Turns a previewed table into a kept record, alone or added to another, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from modeller.base.errors import ModellerError, refusal
from modeller.base.language import cropped, translate
from modeller.calibration.posteriors import weeks_between
from modeller.evidence import Deployments, Record
from modeller.profiles import Profile
from modeller.records import store
from modeller.records.appending import Appended, appended, comes_after
from modeller.records.deployment_text import after, deployments_of, rows_up_to
from modeller.records.findings import Finding, found, one_of_a_kind
from modeller.records.layouts import NOT_NEEDED, field_of, normal, remember, remembered
from modeller.records.places import (
    PlaceMatch,
    match_place,
    names_a_place,
    none_of_these,
    place_key,
    remember_places,
    remembered_places,
    site_names,
)
from modeller.records.preview import Preview, Said, question
from modeller.records.with_places import with_places

_SHOWN = 5


@dataclass(frozen=True)
class Import:
    """The record that a table would become, and what must be confirmed first.

    Attributes
    ----------
    record
        The whole record: the table's rows, added to another record unless `appended` is None.
    before
        The record that it is compared with.
    before_label
        The name of that record.
    places
        The match of each place's text; empty where the table names no places.
    deployments
        The single deployments of the record; None where they are not known.
    findings
        Everything unusual, beginning with that of the table.
    """

    preview: Preview
    record: Record
    before: Record
    before_label: str
    appended: Appended | None
    places: tuple[PlaceMatch, ...]
    deployments: Deployments | None
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    said: Said
    profile: Profile

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that still have to be confirmed."""
        return tuple(finding for finding in self.findings if finding.open)

    def check(self) -> None:
        """Raise while anything has still to be confirmed.

        Raises
        ------
        ModellerError
            With every open question, and how to answer it.
        """
        if self.open_findings:
            raise ModellerError(
                [question(self.preview.name, finding) for finding in self.open_findings]
            )


def plan_import(
    preview: Preview,
    said: Said,
    profile: Profile,
    *,
    base: str | None = None,
    alone: bool = False,
    in_use: str | None = None,
    folder: Path | None = None,
) -> Import:
    """The record that the table would become.

    Parameters
    ----------
    profile
        The force whose record it is.
    base
        Name or digest of the record to which the rows are added. When None, and unless `alone`,
        the rows are added to the record `in_use` if they go on beyond its end, or if they are not
        enough to calibrate on.
    in_use
        Digest of the record that the user works with; None for the profile's own.
    folder
        The folder for what the user has said about places; None for none.

    Raises
    ------
    ModellerError
        When the table has problems, or there is no such record.
    """
    if preview.record is None:
        raise ModellerError(preview.problems)
    given = preview.record
    digest = in_use if base is None else None
    if base is not None and base.strip().casefold() != store.SHIPPED:
        digest = store.choose(base, profile).digest
    known = store.record_for(digest, profile)
    label = known.label if digest is None else store.record_label(digest, profile)
    joined = None
    too_little = base is None and not alone and not _stands_alone(given, profile)
    if base is not None or too_little or (not alone and comes_after(known, given)):
        joined = appended(
            known,
            given,
            base_label=label,
            accept=said.accept,
            blemishes=profile.published.blemishes,
        )
    whole = given if joined is None else joined.record
    findings = tuple(
        finding
        for finding in preview.findings
        if joined is None or not _filled(finding, preview, known)
    )
    places, place_findings = _places(preview, said, profile, folder)
    deployments = _deployments(preview, places, joined, digest, profile)
    if joined is not None and whole.digest_of_weeks == known.digest_of_weeks:
        record = replace(whole, rows=known.rows)  # it holds nothing new
    else:
        record = with_places(whole, deployments, profile)
    return Import(
        preview=preview,
        record=record,
        before=known,
        before_label=label,
        appended=joined,
        places=places,
        deployments=deployments,
        findings=one_of_a_kind((*findings, *place_findings, *(joined.findings if joined else ()))),
        notes=(
            *preview.notes,
            *((_too_little(label),) if too_little else ()),
            *(joined.notes if joined else ()),
        ),
        said=said,
        profile=profile,
    )


def _stands_alone(record: Record, profile: Profile) -> bool:
    """Whether the record alone is enough to calibrate on."""
    try:
        weeks_between(record, profile.about.record.comparable_from, None)
    except ModellerError:
        return False
    return True


def _filled(finding: Finding, preview: Preview, base: Record) -> bool:
    """Whether a finding is about gaps that the weeks of the other record fill."""
    days = {row.line: row.day for row in preview.deployments}
    return finding.kind == "gaps" and all(
        line in days and base.first_day <= days[line] <= base.last_day for line in finding.lines
    )


def _too_little(label: str) -> str:
    return translate(
        "Import",
        "By itself the table holds nothing to calibrate on; it is added to “{record}”.",
        record=label,
    )


def keep(
    planned: Import,
    name: str = "",
    *,
    folder: Path | None = None,
    not_remembered: Callable[[ModellerError], object] = lambda _error: None,
) -> store.StoredRecord:
    """Keep the record, and what the user said about its columns and places.

    Parameters
    ----------
    not_remembered
        Called with the error if the record was kept but what was said about it could not be.

    Raises
    ------
    ModellerError
        While anything has still to be confirmed, or as from `store.import_record`; nothing is then
        kept.
    """
    planned.check()
    kept = store.import_record(
        planned.record,
        planned.profile,
        name or Path(planned.preview.name).stem,
        deployments=planned.deployments,
    )
    place = folder or store.folder(planned.profile)
    try:
        remember(place, planned.preview.headings, _said_of_columns(planned, place))
        remember_places(place, planned.places, planned.profile)
    except ModellerError as error:
        not_remembered(error)  # the record itself has been kept
    return kept


def _said_of_columns(planned: Import, folder: Path) -> dict[str, str]:
    """What the user said about columns, where it differs from what their headings mean."""
    said = {
        normal(column.heading): column.field or NOT_NEEDED
        for column in planned.preview.columns
        if column.heading and column.field is not None and column.field != field_of(column.heading)
    }
    before = remembered(folder, planned.preview.headings)
    return {} if said == before else said


def _places(
    preview: Preview, said: Said, profile: Profile, folder: Path | None
) -> tuple[tuple[PlaceMatch, ...], list[Finding]]:
    """The match of the place of each deployment, in their order."""
    wrong = [name for name in said.places.values() if name and not names_a_place(name, profile)]
    if wrong:
        raise refusal(
            f"“{cropped(wrong[0])}”",
            "is neither a site of the record nor a borough",
            "write one as the record does, such as “{site}”",
            site=next(iter((*site_names(profile), *profile.areas)), "–"),
        )
    answers = {} if folder is None else dict(remembered_places(folder, profile))
    answers |= {place_key(text): name for text, name in said.places.items()}
    found_places: dict[tuple[str, str], PlaceMatch] = {}
    for row in preview.deployments:
        key = (row.place, row.borough)
        if key not in found_places:
            found_places[key] = match_place(row.place, answers, profile, row.borough)
    matches = tuple(found_places[row.place, row.borough] for row in preview.deployments)
    near = [match for match in found_places.values() if match.how == "near"]
    if not near:
        return matches, []
    others = "places-kept" in said.accept
    shown = "; ".join(f"“{cropped(match.text, 40)}” → {match.site}" for match in near[:_SHOWN])
    what = translate(
        "Import",
        "Places that are spelt nearly like known ones: {places}.",
        places=shown + (" …" if len(near) > _SHOWN else ""),
    )
    choices = [
        ("places", translate("Import", "they are these")),
        ("places-kept", translate("Import", "they are other places, and kept as they are")),
    ]
    lines = [
        row.line
        for row, match in zip(preview.deployments, matches, strict=True)
        if match.how == "near"
    ]
    if others:
        matches = tuple(
            none_of_these(match, profile, row.borough) if match.how == "near" else match
            for row, match in zip(preview.deployments, matches, strict=True)
        )
    return matches, [found("places", what, choices, lines, said.accept)]


def _deployments(
    preview: Preview,
    places: tuple[PlaceMatch, ...],
    joined: Appended | None,
    digest: str | None,
    profile: Profile,
) -> Deployments | None:
    if not preview.deployments:
        return None
    own = deployments_of(preview.deployments, places, preview.name)
    if joined is None:
        return own
    if digest is None:
        base = rows_up_to(joined.base, profile.deployments)
    else:
        base = store.deployments_for(digest, profile)
    return after(base, own, joined.record)
