"""The subject and the sources of everything that leaves the program, in the same words."""

from __future__ import annotations

from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.profiles import Profile
from modeller.records import record_label
from modeller.scenario import Scenario


def subject_words(profile: Profile) -> str:
    """``Live facial recognition (LFR)`` and the place, for the titles of windows."""
    return translate("Subject", "Live facial recognition (LFR), {place}", place=profile.names.place)


def subject_line(profile: Profile) -> str:
    """The subject of a projection, for documents, commands and pictures."""
    return translate("Subject", "{subject} · projection", subject=subject_words(profile))


def record_words(scenario: Scenario) -> str:
    """The record of a scenario: ``record to 17 Apr 2026``, ``record “Ours, to …”``."""
    try:
        label = record_label(scenario.record, scenario.profile)
    except ModellerError:
        return translate("Subject", "a record that is not kept here")
    if scenario.record in (None, scenario.profile.record.digest):
        return label
    return translate("Subject", "record “{label}”", label=label)


def credit(scenario: Scenario, name: str, version: str) -> str:
    """The two lines under a picture: what it shows, and what it is based on.

    Parameters
    ----------
    name
        The title of the scenario.
    version
        The version of the model.
    """
    first = translate(
        "Subject", "{subject} · {name}", subject=subject_line(scenario.profile), name=name
    )
    second = translate(
        "Subject",
        "{source} · {record} · {fingerprint} · model {version}",
        source=source_words(scenario),
        record=record_words(scenario),
        fingerprint=scenario.fingerprint,
        version=version,
    )
    return f"{first}\n{second}"


def source_words(scenario: Scenario) -> str:
    """The source of the record."""
    if scenario.record in (None, scenario.profile.record.digest):
        force = scenario.profile.names.force
        return translate("Subject", "Source: records published by {force}", force=force)
    return translate("Subject", "Source: a record of the user’s own")
