"""A step of a storyboard: where the deployments are, and who lives there."""

from __future__ import annotations

from modeller.base.language import lower_first, translate
from modeller.projection.by_place import deployments_above
from modeller.scenario.places import AS_RECORDED, PlaceMix
from modeller.wording.numbers import percent
from modeller.wording.outcomes import HIGH, Projected
from modeller.wording.places import mix_words
from modeller.wording.story import Figure, Ranges, Scale, Spread, Step
from modeller.wording.story_rows import step_name


def where_step(projection: Projected) -> Step | None:
    """Who lives where the deployments are; None for a force without areas."""
    scenario = projection.scenario
    profile = scenario.profile
    if not profile.mixes or not profile.areas or scenario.record is not None:
        return None
    if not projection.summary("deployments_planned")[HIGH] > 0.0:
        return None
    own = deployments_above(profile, scenario.places)
    whole = percent(profile.whole_area.black, 0.001)
    rows = [_bar(mix_words(scenario.places, profile), own, strong=True)]
    shown = {mix_words(scenario.places, profile)}
    for key in profile.mixes:
        mix = None if key == AS_RECORDED else PlaceMix(((key, 1.0),))
        if mix_words(mix, profile) not in shown:
            shown.add(mix_words(mix, profile))
            rows.append(_bar(mix_words(mix, profile), deployments_above(profile, mix)))
    place = profile.names.place
    caution = translate(
        "Storyboard",
        "Residents are not the people who walked past, boroughs are large, and the record cannot "
        "say who was scanned.",
    )
    return Step(
        "where",
        step_name("where"),
        translate(
            "Storyboard",
            "{share} of the deployments are in boroughs where more residents are Black than in "
            "{place} as a whole.",
            share=percent(own),
            place=place,
        ),
        Figure(
            percent(own),
            translate("Storyboard", "of the deployments"),
            (
                translate(
                    "Storyboard", "{place} as a whole: {share} Black", place=place, share=whole
                ),
                translate(
                    "Storyboard",
                    "Places: {mix}",
                    mix=lower_first(mix_words(scenario.places, profile)),
                ),
            ),
        ),
        Ranges(
            (
                Scale(
                    translate(
                        "Storyboard",
                        "Deployments in boroughs whose share of Black residents is above {whole}",
                        whole=whole,
                    ),
                    "",
                    tuple(rows),
                    percent=True,
                    bars=True,
                ),
            )
        ),
        caution=caution,
        notes=(
            translate(
                "Storyboard",
                "The bars are named mixes of places: this scenario’s first, then the others that "
                "can be chosen.",
            ),
            caution,
        ),
    )


def _bar(label: str, share: float, *, strong: bool = False) -> Spread:
    return Spread(label, percent(share), 100.0 * share, strong=strong)
