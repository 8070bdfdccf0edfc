"""The names of mixes of places."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from modeller.base.language import language_code, translatable, translate
from modeller.profiles import Profile
from modeller.scenario.place_shares import set_words
from modeller.scenario.places import AS_RECORDED, PlaceMix
from modeller.wording.numbers import percent

_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "recorded": translatable("Places", "As recorded"),
        "residents": translatable("Places", "By residents"),
        "evenly": translatable("Places", "Evenly"),
        "low share": translatable("Places", "Black share ≤ average"),
        "fixed cameras": translatable("Places", "Fixed cameras {share}"),
    }
)
_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "recorded": translatable(
            "Places", "Where the deployments of the record were, leaving out events."
        ),
        "parts": translatable("Places", "The places that it names, in the proportions it gives."),
        "residents": translatable(
            "Places", "Each borough by how many people live in it, whoever they are."
        ),
        "evenly": translatable("Places", "As many deployments in every borough."),
        "low share": translatable(
            "Places",
            "As recorded, but only in boroughs whose share of Black residents is no more than the "
            "overall share.",
        ),
        "fixed cameras": translatable(
            "Places",
            "{share} of the deployments by the fixed cameras, the others where they were recorded.",
        ),
    }
)
"""Label and sentence of a mix by its rule, if the profile does not give them."""


def named_words(key: str, profile: Profile) -> str:
    """The label of a named mix."""
    return _said(key, profile, "label", _LABELS) or key.replace("-", " ")


def mix_sentence(key: str, profile: Profile) -> str:
    """A sentence that says what a named mix is."""
    return _said(key, profile, "sentence", _SENTENCES)


def _said(key: str, profile: Profile, field: str, by_rule: Mapping[str, str]) -> str:
    declared = profile.mixes.get(key, {"rule": "recorded"})
    others = declared.get(f"{field}_in", {})
    given = others.get(language_code(), declared.get(field, ""))
    if given:
        return str(given)
    text = by_rule.get(declared["rule"], "")
    if not text:
        return ""
    return translate("Places", text, share=percent(declared.get("share", 0.0)))


def mix_words(mix: PlaceMix | None, profile: Profile) -> str:
    """A mix in a few words: its label, or the shares that differ from the record."""
    if mix is None:
        return named_words(AS_RECORDED, profile)
    if isinstance(mix.plain, str):
        return named_words(mix.plain, profile)
    return set_words(mix, profile, lambda key: _called(key, profile), percent)


def _called(key: str, profile: Profile) -> str:
    tile = profile.tiles[key]
    if tile.fixed_cameras:
        return translate("Places", "fixed cameras, {area}", area=tile.area)
    return tile.area
