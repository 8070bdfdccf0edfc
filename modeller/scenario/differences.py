"""What differs between two scenarios, item by item."""

from __future__ import annotations

from dataclasses import dataclass

from modeller.base.language import translate
from modeller.records import catalogue_at_hand
from modeller.scenario.places import PlaceMix
from modeller.scenario.scenario import Scenario
from modeller.scenario.setting import Setting


@dataclass(frozen=True)
class Difference:
    """One item in which two scenarios differ, with the values of both; the recorded mix is None."""

    key: str
    label: str
    a: Setting | PlaceMix | str | None
    b: Setting | PlaceMix | str | None


def differences(a: Scenario, b: Scenario) -> tuple[Difference, ...]:
    """Every item that differs between two scenarios and affects the numbers.

    Levers and beliefs come in the catalogue's order, each as the scenario's own record has it;
    then the mix of places, weeks, draws, seed and record (a digest; None is the profile's), and
    the profile.

    Parameters
    ----------
    a
        One scenario.
    b
        Another one.

    Returns
    -------
    tuple of Difference
        One for each lever, belief, number of the run, record or mix that differs.
    """
    known_a, known_b = (catalogue_at_hand(one.record, one.profile) for one in (a, b))
    found = [
        Difference(key, slider.label, a.setting(key, known_a), b.setting(key, known_b))
        for key, slider in a.catalogue.sliders.items()
        if a.changes.get(key) != b.changes.get(key)
    ]
    run = {
        "weeks": translate("Difference", "Weeks projected"),
        "draws": translate("Difference", "Draws"),
        "seed": translate("Difference", "Seed"),
        "record": translate("Difference", "Record"),
    }
    if a.places != b.places:
        found.append(Difference("places", translate("Difference", "Places"), a.places, b.places))
    found += [
        Difference(key, label, getattr(a, key), getattr(b, key))
        for key, label in run.items()
        if getattr(a, key) != getattr(b, key)
    ]
    if (a.profile.key, a.profile.digest) != (b.profile.key, b.profile.digest):
        label = translate("Difference", "Profile")
        found.append(Difference("profile", label, a.profile.key, b.profile.key))
    return tuple(found)
