"""The versions that a result depends on."""

from __future__ import annotations

from importlib.metadata import version

from modeller.model.sampling import STREAMS_VERSION
from modeller.profiles import Profile
from modeller.scenario import Scenario


def version_line(profile: Profile) -> str:
    """``modeller 0.1.0, model 1.0.0, streams-1, record to 28 Dec 2025 (fe1f898be3e8)``."""
    record = profile.record
    return (
        f"modeller {version('modeller')}, model {profile.catalogue.version}, {STREAMS_VERSION}, "
        f"{record.label} ({record.digest[:12]})"
    )


def provenance(scenario: Scenario) -> str:
    """The line under a title: ``52 weeks, 10,000 futures; model 1.0.0, record to …``."""
    return (
        f"{scenario.weeks} weeks, {scenario.draws:,} futures; model {scenario.catalogue.version}, "
        f"{scenario.profile.record.label}"
    )
