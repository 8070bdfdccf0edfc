"""Where the shipped record's deployments were: a table by borough or by site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from modeller.base.dates import short_date
from modeller.base.language import translatable, translate
from modeller.evidence import Borough, Deployments, Visited
from modeller.profiles import Profile
from modeller.wording import exact_number, percent
from ui.look.combo import combo
from ui.look.figure_table import FigureTable
from ui.look.layouts import nested
from ui.look.running_text import RunningText

_BY = (translatable("Records", "By borough"), translatable("Records", "By site"))
_BOROUGHS: Sequence[str] = (
    translatable("Records", "Borough"),
    translatable("Records", "Deployments"),
    translatable("Records", "Sites"),
    translatable("Records", "Black residents"),
    translatable("Records", "First"),
    translatable("Records", "Last"),
    translatable("Records", "Faces"),
    translatable("Records", "Arrests"),
)
_SITES: Sequence[str] = (
    translatable("Records", "Site"),
    translatable("Records", "Borough"),
    translatable("Records", "Deployments"),
    translatable("Records", "First"),
    translatable("Records", "Last"),
    translatable("Records", "Faces"),
    translatable("Records", "Arrests"),
)
_SHARE = 0.001
"""Shares of residents are given to a tenth of a percent."""


class PlacesTable(QWidget):
    """Every borough, or every site, with how often, when first and last, and what came of it.

    Children are named "by", "places" and "places_note".
    """

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self.by = combo("by", translate("Records", "What the places are listed by"), self)
        self.by.addItems([translate("Records", text) for text in _BY])
        self.table = FigureTable("places", translate("Records", "Where the deployments were"), self)
        self.note = RunningText("", self, size="note", ink="muted", name="places_note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        above = nested(layout, QHBoxLayout())
        above.addWidget(self.by)
        above.addStretch(1)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        self.by.currentIndexChanged.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        """Show the boroughs or the sites, those visited most often first."""
        record = self._profile.deployments
        if record is None:
            self.note.setText(translate("Records", "The record of this force names no places."))
            return
        held = translate(
            "Records",
            "{deployments} deployments at {sites} sites in {boroughs} of {areas} areas, {first} to "
            "{last}. Sites and boroughs are this project’s reading of the published places.",
            deployments=exact_number(len(record)),
            sites=len(record.sites),
            boroughs=len(record.boroughs),
            areas=len(self._profile.areas),
            first=short_date(record.first_day),
            last=short_date(record.last_day),
        )
        if self.by.currentIndex() == 0:
            columns, rows = _BOROUGHS, _borough_rows(record, self._profile.areas)
            figures: Sequence[int] = (1, 2, 3, 6, 7)
            residents = translate(
                "Records",
                "Black residents: {share} in {place} ({source}). Residents are not the people who "
                "walked past a camera, and the record cannot say who was scanned.",
                place=self._profile.names.place,
                source=self._profile.sources[self._profile.about.record.areas_source].citation,
                share=percent(self._profile.whole_area.black, _SHARE),
            )
            self.note.setText(f"{held} {residents}")
        else:
            columns, rows = (
                _SITES,
                [
                    [site.name, site.borough, exact_number(site.deployments), *_visits(site)]
                    for site in _often(record.sites)
                ],
            )
            figures = (2, 5, 6)
            self.note.setText(held)
        self.table.fill([translate("Records", head) for head in columns], rows, figures=figures)


def _often(visited: Sequence[Visited]) -> list[Visited]:
    return sorted(visited, key=lambda each: (-each.deployments, each.name))


def _borough_rows(record: Deployments, areas: Mapping[str, Borough]) -> list[list[str]]:
    visited = _often(record.visited_boroughs)
    rows = [
        [
            borough.name,
            exact_number(borough.deployments),
            exact_number(borough.sites),
            percent(areas[borough.name].black, _SHARE),
            *_visits(borough),
        ]
        for borough in visited
    ]
    never = areas.keys() - {borough.name for borough in visited}
    none = exact_number(0)
    for name in sorted(never):
        share = percent(areas[name].black, _SHARE)
        rows.append([name, none, none, share, "", "", none, none])
    return rows


def _visits(visited: Visited) -> list[str]:
    return [
        short_date(visited.first),
        short_date(visited.last),
        exact_number(visited.faces_scanned),
        exact_number(visited.arrests),
    ]
