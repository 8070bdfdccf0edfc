"""Who is wrongly flagged (equation 12): the numbers, and the caution that must go with them."""

from __future__ import annotations

from dataclasses import dataclass

from modeller.base.elementary import Floats
from modeller.base.language import translatable
from modeller.projection.projection import Projection
from modeller.projection.summaries import summarise

CAUTION = translatable(
    "Wrongly flagged",
    "Residents are not the people who walked past the cameras, so this shows an imbalance and not "
    "its cause.",
)
"""To be shown with any of these numbers."""


@dataclass(frozen=True, eq=False)
class WronglyFlagged:
    """The false alerts of a projection, and on whom they would fall.

    Summaries are in the order of `modeller.projection.SUMMARY`, shape (8,).

    Attributes
    ----------
    false_alerts, on_black_people
        Totals over the horizon.
    share
        Share of false alerts that fall on Black people, by the scenario's belief.
    residents
        Share of Black people among residents.
    times_residents
        `share` over `residents`.
    counted
        The cases that the share comes from: Black people, and all who were wrongly flagged.
    """

    false_alerts: Floats
    on_black_people: Floats
    share: Floats
    residents: float
    times_residents: Floats
    counted: tuple[int, int]
    caution: str = CAUTION

    def of_wrongly_flagged(self, number: int = 10) -> Floats:
        """How many of so many wrongly flagged people would be Black, as a natural frequency."""
        return number * self.share

    def of_residents(self, number: int = 10) -> float:
        """How many of so many residents are Black."""
        return number * self.residents


def wrongly_flagged(projection: Projection) -> WronglyFlagged:
    """The numbers of equation 12 for a projection."""
    model, grounds = projection.catalogue.model, projection.scenario.profile.grounds
    (belief,) = model.taken_by("false_alerts_on_black_people", "belief")
    share = projection.inputs.beliefs[belief]
    residents = projection.catalogue.figures["black_share_of_residents"]
    black, everyone = (
        int(number) for number in (grounds.black_false_alerts, grounds.all_false_alerts)
    )
    return WronglyFlagged(
        false_alerts=projection.summary("false_alerts"),
        on_black_people=projection.summary("false_alerts_on_black_people"),
        share=summarise(share),
        residents=residents,
        times_residents=summarise(share / residents),
        counted=(black, everyone),
    )
