"""Puts the scenarios of a briefing into its Office forms, so that they open in the modeller."""

from __future__ import annotations

from modeller.base.zips import unzipped, zipped
from modeller.briefing.content import Briefing, Form
from modeller.scenario.in_briefings import embedded_text
from modeller.scenario.office import held_part, parts_digest, with_part


def carrying_scenarios(content: bytes, briefing: Briefing, form: Form) -> bytes:
    """The Office file with the briefing's scenarios in it, and a digest of everything else."""
    parts = with_part(unzipped(content), form)
    name, held = held_part(embedded_text(briefing.carried, parts_digest(parts)))
    return zipped({**parts, name: held}, briefing.about.on)
