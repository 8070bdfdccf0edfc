"""What was written about a shipped scenario is not said of one whose levers have been moved."""

from __future__ import annotations

from modeller.scenario.file import parse_scenario
from modeller.scenario.scenario import Scenario


def with_words_that_hold(scenario: Scenario) -> Scenario:
    """The scenario as a document may quote it.

    A question or notes that are word for word those of a shipped scenario with other settings ask
    and say something else than the figures beside them. They are left out, and with them author and
    sources, as from a copy; words that somebody has written anew stay.

    Parameters
    ----------
    scenario
        The scenario that is quoted; it is not changed.

    Returns
    -------
    Scenario
        The same settings, with the words that hold.
    """
    profile = scenario.profile
    if not (scenario.question or scenario.notes):
        return scenario
    for name in profile.scenario_names:
        shipped = parse_scenario(profile.scenario_text(name), name, profile=profile).scenario
        if shipped.everything_changed == scenario.everything_changed:
            continue
        stale = {
            field: ""
            for field in ("question", "notes")
            if getattr(scenario, field) and getattr(scenario, field) == getattr(shipped, field)
        }
        if stale:
            return scenario.replace(author="", sources=(), **stale)
    return scenario
