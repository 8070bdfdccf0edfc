"""The trade-off between the named mixes of places: one row for each mix, and a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter

from modeller.analysis.mixes import MixPoint
from modeller.analysis.mixes_words import ranged_words
from modeller.base.language import translate
from modeller.profiles import Profile
from modeller.wording.numbers import percent
from modeller.wording.places import mix_words
from modeller.wording.story import Ranges
from ui.analysis.graphic import Graphic
from ui.analysis.table import AnalysisTable, Cell
from ui.charts.ranges import paint_ranges
from ui.look.style import theme

_ROW = 1.1
"""The fewest lines of text in a row."""
_AROUND = 4
"""Lines of heading and axis of a scale."""


class MixesGraphic(Graphic[Ranges]):
    """Arrests of every mix, with faces in certain boroughs below; the scenario's own in colour."""

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which every row is legible."""
        line = QFontMetrics(theme().font("note")).height()
        scales = () if self.found is None else self.found.scales
        lines = sum(_ROW * len(scale.rows) + _AROUND for scale in scales)
        return super().minimumSizeHint().expandedTo(QSize(0, round(line * lines)))

    def draw(self, painter: QPainter, area: QRectF, found: Ranges) -> None:
        """Paint into `area`."""
        paint_ranges(painter, found, area, self.letters)


def fill_mixes(table: AnalysisTable, points: Sequence[MixPoint], profile: Profile) -> None:
    """Fill the table: each mix, its totals with ranges, and whether another beats it on both."""
    heads = (
        translate("Mixes", "Mix"),
        translate("Mixes", "Arrests"),
        translate("Mixes", "Faces scanned"),
        translate("Mixes", "Faces in those boroughs"),
        translate("Mixes", "False alerts"),
        translate("Mixes", "Deployments there"),
        translate("Mixes", "Black residents, by faces"),
        translate("Mixes", "Efficient"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            _name(point, profile),
            (ranged_words("arrests", point.arrests), point.arrests[1]),
            (ranged_words("faces", point.faces), point.faces[1]),
            (ranged_words("faces", point.faces_above), point.faces_above[1]),
            (ranged_words("false alerts", point.false_alerts), point.false_alerts[1]),
            (percent(point.deployments_above), point.deployments_above),
            (percent(point.residents, 0.001), point.residents),
            translate("Mixes", "yes") if point.unbeaten else translate("Mixes", "no"),
        )
        for point in points
    ]
    table.show_cells(heads, rows)


def _name(point: MixPoint, profile: Profile) -> str:
    words = mix_words(point.mix, profile)
    return translate("Mixes", "{mix}, as now", mix=words) if point.current else words
