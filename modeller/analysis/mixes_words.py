"""The trade-off between the named mixes of places, in words and as rows with ranges."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from modeller.analysis.mixes import MixPoint, Range
from modeller.base.language import translate
from modeller.profiles import Profile
from modeller.wording.numbers import percent, style_for
from modeller.wording.places import mix_words
from modeller.wording.story import Ranges, Scale, Spread


def mixes_sentence(points: Sequence[MixPoint], profile: Profile) -> str:
    """Arrests and faces in certain boroughs, from the mix with the fewest to that with the most."""
    fewest, most = _ends(points, lambda point: point.arrests)
    few, many = _ends(points, lambda point: point.faces_above)
    return translate(
        "Mixes",
        "Between the mixes of places, arrests go from {fewest} ({mix}) to {most} ({other}), and "
        "faces scanned in boroughs with a larger share of Black residents than {place} from {few} "
        "({third}) to {many} ({fourth}).",
        fewest=figure_words("arrests", fewest.arrests),
        mix=mix_words(fewest.mix, profile),
        most=figure_words("arrests", most.arrests),
        other=mix_words(most.mix, profile),
        place=profile.names.place,
        few=figure_words("faces", few.faces_above),
        third=mix_words(few.mix, profile),
        many=figure_words("faces", many.faces_above),
        fourth=mix_words(many.mix, profile),
    )


def mixes_caution(profile: Profile) -> str:
    """Which boroughs those are, and what the residents' shares cannot say."""
    return translate(
        "Mixes",
        "Those boroughs: where more residents are Black than in {place} as a whole ({overall}); "
        "but residents are not the people who walked past, boroughs are large, and the record "
        "cannot say who was scanned.",
        place=profile.names.place,
        overall=percent(profile.whole_area.black, 0.001),
    )


def _ends(points: Sequence[MixPoint], of: Callable[[MixPoint], Range]) -> tuple[MixPoint, MixPoint]:
    ordered = sorted(points, key=lambda point: of(point)[1])
    return ordered[0], ordered[-1]


def figure_words(unit: str, values: Range) -> str:
    """The median, as precise as its range allows."""
    low, middle, high = values
    return style_for(unit, low, high, whole=True).figure(middle)


def ranged_words(unit: str, values: Range) -> str:
    """The median, with its range in brackets if it has one."""
    low, middle, high = values
    written = style_for(unit, low, high, whole=True)
    figure = written.figure(middle)
    return figure if low == high else f"{figure} ({written.range(low, high)})"


def mixes_ranges(points: Sequence[MixPoint], profile: Profile) -> Ranges:
    """Arrests above, faces in those boroughs below; a row a mix, that with most arrests first."""
    ordered = sorted(points, key=lambda point: -point.arrests[1])

    def scale(heading: str, unit: str, of: Callable[[MixPoint], Range]) -> Scale:
        rows = [
            Spread(
                mix_words(point.mix, profile),
                ranged_words(unit, of(point)),
                of(point)[1],
                (of(point)[0], of(point)[2]),
                strong=point.current,
            )
            for point in ordered
        ]
        return Scale(heading, unit, tuple(rows))

    return Ranges(
        (
            scale(translate("Mixes", "Arrests"), "arrests", lambda point: point.arrests),
            scale(
                translate(
                    "Mixes",
                    "Faces scanned in boroughs with a larger share of Black residents than {place}",
                    place=profile.names.place,
                ),
                "faces",
                lambda point: point.faces_above,
            ),
        )
    )
