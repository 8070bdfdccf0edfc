"""What mixes of places are called."""

from __future__ import annotations

from types import MappingProxyType

from modeller.base.language import translatable, translate
from modeller.scenario.places import PlaceMix

MIX_LABELS = MappingProxyType(
    {
        "as-recorded": translatable("Places", "As recorded"),
        "plan-zones": translatable("Places", "The plan’s six zones"),
        "plan-boroughs": translatable("Places", "The six boroughs of the plan’s zones"),
        "by-residents": translatable("Places", "Boroughs by their residents"),
        "evenly": translatable("Places", "All boroughs evenly"),
        "boroughs-at-or-below-londons-black-share": translatable(
            "Places", "Boroughs with no more than the overall Black share"
        ),
        "fixed-cameras": translatable("Places", "Fixed cameras for three in ten"),
    }
)
"""What named mixes are called, where a name alone would not say it."""


def mix_words(mix: PlaceMix | None) -> str:
    """A mix in a few words: its name, or its parts with their shares."""
    if mix is None:
        return translate("Places", MIX_LABELS["as-recorded"])
    if isinstance(mix.plain, str) and mix.plain in MIX_LABELS:
        return translate("Places", MIX_LABELS[mix.plain])
    return str(mix)
