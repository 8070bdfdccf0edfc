"""Texts about the table that is being imported, for the window and the command line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from modeller.base.language import numeral, translatable, translate
from modeller.records.appending import Appended
from modeller.records.findings import LeftOut

_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "date": translatable("Import", "Date"),
        "week_starting": translatable("Import", "Week beginning"),
        "deployments": translatable("Import", "Deployments in the week"),
        "place": translatable("Import", "Place"),
        "site": translatable("Import", "Site"),
        "fixed_cameras": translatable("Import", "Fixed cameras: yes or no"),
        "event": translatable("Import", "Event: yes or no"),
        "borough": translatable("Import", "Borough"),
        "hours": translatable("Import", "Duration"),
        "watchlist": translatable("Import", "Watchlist size"),
        "threshold": translatable("Import", "Threshold"),
        "faces": translatable("Import", "Faces scanned"),
        "alerts": translatable("Import", "All alerts"),
        "true_alerts": translatable("Import", "True alerts"),
        "true_alerts_confirmed": translatable("Import", "True alerts: those confirmed"),
        "true_alerts_unconfirmed": translatable("Import", "True alerts: those not confirmed"),
        "false_alerts": translatable("Import", "False alerts"),
        "false_alerts_confirmed": translatable("Import", "False alerts: those confirmed"),
        "false_alerts_unconfirmed": translatable("Import", "False alerts: those not confirmed"),
        "arrests": translatable("Import", "Arrests"),
        "face_count_basis": translatable("Import", "How faces were counted"),
    }
)
_LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        "title": translatable("Import", "above the header"),
        "header": translatable("Import", "the header again"),
        "totals": translatable("Import", "a total"),
        "footnotes": translatable("Import", "a note"),
        "not-available": translatable("Import", "no figures"),
        "suppressed": translatable("Import", "no exact figure"),
        "duplicates": translatable("Import", "repeats a row"),
    }
)


def field_words(field: str | None) -> str:
    """The words for a field: "" is a column that is not needed, None an unknown one."""
    if field is None:
        return translate("Import", "Not known: left out")
    return translate("Import", _FIELDS[field]) if field else translate("Import", "Not needed")


def left_out_words(row: LeftOut) -> str:
    """Why a row is not used, in words."""
    return translate("Import", _LEFT_OUT[row.kind])


def added_words(joined: Appended) -> str:
    """``Added to the record to 17 Apr 2026: 4 new weeks, 2 the same in both.``"""
    said = [translate("Import", "%n new week(s)", n=len(joined.new))]
    if joined.same:
        count = numeral(len(joined.same))
        said.append(translate("Import", "{count} the same in both", count=count))
    if joined.changed:
        count = numeral(len(joined.changed))
        said.append(translate("Import", "{count} with other figures", count=count))
    return translate(
        "Import", "Added to {record}: {weeks}.",
        record=_the(joined), weeks=translate("List", ", ").join(said),
    )  # fmt: skip


def _the(joined: Appended) -> str:
    """The record as a sentence names it; one of the user's own has a name."""
    if joined.base.shipped:
        return translate("Import", "the {record}", record=joined.base_label)
    return translate("Import", "“{record}”", record=joined.base_label)
