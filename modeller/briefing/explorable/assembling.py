"""Puts together an explorable page: markup, style, script and the script's data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

from modeller.base.errors import refusal
from modeller.base.language import source_language, translate
from modeller.briefing.content import Briefing
from modeller.briefing.explorable.controls import controls, mix_control, movable, named_mixes
from modeller.briefing.explorable.inputs import Inputs
from modeller.briefing.explorable.labels import LABELS
from modeller.briefing.explorable.packing import Pack
from modeller.briefing.explorable.pictures import colour_rules, pictures
from modeller.briefing.explorable.sentences import PLANNED, sentences
from modeller.briefing.pictures import Fan
from modeller.briefing.shown import Shown
from modeller.kernel import wasm
from modeller.kernel.live_source import LiveSource
from modeller.scenario import Scenario
from modeller.scenario.share_code import coded_document, share_code

if TYPE_CHECKING:
    from jinja2 import Template

DRAWS = 2_048
"""The most futures of a page."""
MOST_BYTES = 1_500_000
"""The largest size of a page, including the briefing."""
_SCRIPTS = ("numbers", "kernel", "engine", "words", "charts", "levers", "sharing", "page")


@dataclass(frozen=True)
class Explorer:
    """What an explorable page has in addition to the briefing.

    Attributes
    ----------
    style, script
        Their sources, which the page's policy allows by their digests.
    markup
        The markup above the briefing, hidden until the script shows it.
    data
        The script's data, in base64.
    """

    style: str
    script: str
    markup: str
    data: str


@source_language()
def explorer(briefing: Briefing, draws: int = DRAWS) -> Explorer:
    """The explorable part of a briefing's page.

    Parameters
    ----------
    draws
        The number of futures, or that of the scenarios if that is smaller.

    Raises
    ------
    ModellerError
        When there is no WebAssembly module for the equations of the briefing's profile.
    """
    shown = _shown(briefing)
    declared, scenario = shown.main.catalogue, shown.main.scenario
    live, module = LiveSource(declared.model), wasm.module()
    if module is None or not module.fits(live):
        raise refusal(
            translate("Problem", "the explorable page"),
            "cannot be made: this installation has no WebAssembly module of its equations",
            "leave it out; “make wasm” makes the module in a checkout",
        )
    used = min(draws, scenario.draws)
    pack = Pack()
    others = [one.scenario for one in shown.projections if one is not shown.main]
    inputs = Inputs(
        pack, declared, live, scenario, others, movable(declared), named_mixes(scenario), used
    )
    levers = controls(scenario, declared)
    (planned,) = (lever["values"] for lever in levers if lever["key"] == PLANNED)
    about: dict[str, Any] = {
        "module": pack.add(_bytes(module.code)),
        "functions": module.functions,
        "kernel": inputs.about,
        "levers": levers,
        "mix": mix_control(scenario),
        "labels": LABELS,
        "words": sentences(scenario, declared, planned, shown.past),
        "pictures": pictures(pack, shown),
        "share": _share(scenario),
        "identity": {
            "model": declared.version,
            "draws": used,
            "fingerprint": scenario.fingerprint,
            "record": shown.record_label,
        },
    }
    return Explorer(
        style=_read("explore.css") + colour_rules(),
        script=script(),
        markup=_template().render(subject=briefing.front.subject),
        data=pack.text(about),
    )  # fmt: skip


def script() -> str:
    """The script of every explorable page."""
    return "".join(('"use strict";\n', *(_read(f"{name}.js") for name in _SCRIPTS)))


def _shown(briefing: Briefing) -> Shown:
    figure = briefing.front.figure.picture
    assert isinstance(figure, Fan)
    return Shown(
        briefing.projections, briefing.letters, briefing.subject, briefing.against,
        briefing.record, figure.record_label, briefing.identity,
    )  # fmt: skip


def _share(scenario: Scenario) -> Mapping[str, Any]:
    """What the page makes share codes from: the scenario's own code, and the parts of others."""
    document = coded_document(scenario)
    del document["fingerprints"]
    return {"code": share_code(scenario), "document": document}


def _bytes(content: bytes) -> Any:
    return np.frombuffer(content, np.uint8)


@cache
def _read(name: str) -> str:
    return (resources.files("modeller.briefing.explorable") / "page" / name).read_text("utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    return Environment(autoescape=True, undefined=StrictUndefined).from_string(
        _read("explore.html.jinja")
    )
