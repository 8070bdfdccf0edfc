"""What a record says of the model's numbers, before and after, as rows of a table."""

from __future__ import annotations

from modeller.base.language import translate
from modeller.calibration import Estimate
from modeller.records.posterior_changes import PosteriorChange
from modeller.wording import style_for
from modeller.wording.numbers import unit_words
from ui.desk.session import Session


def estimate_words(estimate: Estimate | None, change: PosteriorChange) -> str:
    """The middle and the 90 % range, both records rounded alike."""
    if estimate is None:
        return translate("Records", "not in the record")
    known = [found for found in (change.before, change.after) if found is not None]
    narrowest = min(known, key=lambda found: found.p95 - found.p05)
    style = style_for("", narrowest.p05, narrowest.p95)
    if estimate.p05 == estimate.p95:
        return style.figure(estimate.value)
    return f"{style.figure(estimate.value)} ({style.range(estimate.p05, estimate.p95)})"


def _moved_words(change: PosteriorChange) -> str:
    if change.apart:
        return translate("Records", "apart")
    return "" if change.moved else translate("Records", "unchanged")


def change_rows(changes: tuple[PosteriorChange, ...]) -> list[list[str]]:
    """Every calibrated number before and after, by its label."""
    return [
        [
            change.label,
            unit_words(change.unit),
            estimate_words(change.before, change),
            estimate_words(change.after, change),
            _moved_words(change),
        ]
        for change in changes
    ]


def use_record(session: Session, digest: str | None, name: str) -> None:
    """Base the selected scenario on a record; this can be undone."""
    session.replace_scenario(
        session.scenario.replace(record=digest),
        translate("Undo", "projecting from {name}", name=name),
    )
