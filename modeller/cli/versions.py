"""The versions that a result depends on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from modeller import kernel
from modeller.base.dates import short_date
from modeller.base.version import VERSION
from modeller.model.sampling import STREAMS_VERSION
from modeller.profiles import Profile
from modeller.records import record_for, record_label
from modeller.scenario import Scenario


def version_line(profile: Profile) -> str:
    """``modeller 2.0.0, model 2.0.0, streams-1, record to 28 Dec 2031 (fe1f898be3e8)``."""
    record = profile.record
    return (
        f"modeller {VERSION}, model {profile.catalogue.version}, {STREAMS_VERSION}, "
        f"{record.label} ({record.digest[:12]})"
    )


def engine_line() -> str:
    """What runs the model here, which does not change numbers: ``runs on machine code …``."""
    runs_on = kernel.runs_on()
    if runs_on == "library":
        return "runs on machine code that was compiled in advance"
    if runs_on == "numba":
        return "runs on machine code that was compiled here"
    if kernel.can_compile():
        return "runs on numpy, and compiles machine code before long work"
    return "runs on numpy: there is no machine code for this computer"


def provenance(scenario: Scenario) -> str:
    """The line under a title: ``52 weeks from 20 Apr 2026, 10,000 futures; model 2.0.0, …``."""
    begins = record_for(scenario.record, scenario.profile).last_day + timedelta(days=1)
    return (
        f"{scenario.weeks} weeks from {short_date(begins)}, {scenario.draws:,} futures; "
        f"model {scenario.catalogue.version}, {record_words(scenario)}"
    )


def record_words(scenario: Scenario) -> str:
    """The record of a scenario: ``record to 28 Dec 2031``, ``record “Ours, to …”``."""
    digest, profile = scenario.record, scenario.profile
    label = record_label(digest, profile)
    return label if digest in (None, profile.record.digest) else f"record “{label}”"


def records_differ(scenarios: Sequence[Scenario]) -> str:
    """A warning if scenarios are based on different records; otherwise empty."""
    records = {scenario.record_digest: record_words(scenario) for scenario in scenarios}
    if len(records) < 2:
        return ""
    return (
        f"These scenarios stand on different records: {'; '.join(records.values())}. Every number "
        "that comes from a record differs with it, and not only what was changed."
    )
