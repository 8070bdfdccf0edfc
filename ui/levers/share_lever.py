"""The lever of a tile: its share of the deployments, dragged, stepped and typed like any other."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from modeller.base.language import translatable
from modeller.model.catalogue import Lever
from modeller.profiles import Profile
from modeller.scenario.place_shares import shares_by_tile
from modeller.wording.by_place import tile_words
from ui.levers.lever import LeverWidget
from ui.look.round_buttons import GlyphButton

KEY = "place-share"
STEP, PAGE_STEP = 0.005, 0.05
"""What an arrow key adds to a share of the deployments, and what a Page key adds."""
_DECIMALS = 3
"""A share is shown to a tenth of a per cent, however many digits it has."""
HELP = translatable(
    "Catalogue",
    "Share of the deployments that take place here. When it grows, the other places lose in "
    "proportion to their shares, or a single one does; locked places keep theirs, and the shares "
    "always add up to 100 %. The yield of a deployment here is estimated from the record by "
    "deployment; the fewer there were, the closer it is kept to the yield of other places.",
)


def shown_share(share: float) -> float:
    """A share as the lever shows it."""
    return round(share, _DECIMALS)


def lever_of(profile: Profile, tile: str) -> Lever:
    """A tile's share as a lever: its baseline is what the record has."""
    return Lever(
        key=KEY,
        source_label=tile_words(profile.tiles[tile]),
        unit="share",
        source_help=HELP,
        grade="derived",
        sources=(profile.about.record.deployments_source, profile.about.record.areas_source),
        minimum=0.0,
        maximum=1.0,
        step=STEP,
        page_step=PAGE_STEP,
        kind="choice",
        baseline=shown_share(shares_by_tile(None, profile)[tile]),
    )


class ShareLever(LeverWidget):
    """The lever of one tile; it has no schedule, since a mix is the same in every week."""

    def __init__(self, profile: Profile, tile: str, parent: QWidget | None = None) -> None:
        super().__init__(lever_of(profile, tile), profile.sources, parent)
        self.tile = tile

    def _clock(self) -> GlyphButton | None:
        return None
