"""What was opened, and opening the scenarios of share codes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from modeller.base.bounded_json import number_text, parse, shown
from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.base.results import Result
from modeller.model.sampling import STREAMS_VERSION
from modeller.profiles import Profile
from modeller.scenario.desk_file import DeskFrame
from modeller.scenario.digest import short_fingerprint
from modeller.scenario.document import MAXIMUM_TOGETHER
from modeller.scenario.reading import LoadedScenario, parse_document
from modeller.scenario.scenario import Scenario
from modeller.scenario.share_code import read_codes

Kind = Literal[
    "scenario",
    "share code",
    "web page",
    "PDF",
    "Office document",
    "zip file",
    "desk",
]


@dataclass(frozen=True)
class Opened(Result):
    """What was opened: the scenarios, and whether they arrived unaltered.

    Attributes
    ----------
    kind
        What they came in.
    warnings
        Sentences, each naming something that was altered on the way.
    intact
        True if nothing was altered, False if something was, None if that cannot be told.
    frame
        How the scenarios of a saved desk were shown; None for anything else.
    """

    scenarios: tuple[LoadedScenario, ...]
    kind: Kind
    warnings: tuple[str, ...]
    intact: bool | None
    frame: DeskFrame | None = None

    @property
    def scenario(self) -> Scenario:
        """The first, or the only one."""
        return self.scenarios[0].scenario


def opened_from(
    loaded: tuple[LoadedScenario, ...], kind: Kind, warnings: list[str], *, sealed: bool | None
) -> Opened:
    """What was opened, with a warning for every scenario that was edited."""
    edited = [one for one in loaded if one.edited]
    warnings += [_edited(one) for one in edited]
    intact = sealed
    if edited:
        intact = False
    elif sealed and any(one.edited is None for one in loaded):
        intact = None
    return Opened(loaded, kind, tuple(warnings), intact)


def _edited(loaded: LoadedScenario) -> str:
    title = shown(loaded.scenario.title)
    then, now = short_fingerprint(loaded.inputs_digest or "0" * 64), loaded.scenario.fingerprint
    if then == now:  # its numbers are those it was saved with
        return translate(
            "Opening",
            "The scenario {title} was edited after it was saved: it names another version of the "
            "model or of the random streams than it was saved with.",
            title=title,
        )
    return translate(
        "Opening",
        "The scenario {title} was edited after it was saved: its fingerprint was {then} and "
        "is now {now}.",
        title=title,
        then=then,
        now=now,
    )


def open_code(text: str, profile: Profile, *, most: int = MAXIMUM_TOGETHER) -> Opened:
    """The scenarios of the share codes in a text, which may be a whole message.

    Parameters
    ----------
    most
        How many are opened; a warning says if there are more.

    Raises
    ------
    ModellerError
        When no code is undamaged, or with what is wrong in the scenarios. If one of them is good,
        warnings name the others.
    """
    name = translate("Problem", "the share code")
    found, faults = read_codes(text)
    problems = list(faults)
    loaded = []
    for data in found[:most]:
        try:
            loaded.append(with_fingerprint_checked(parse_document(parse(data, name), profile)))
        except ModellerError as error:
            problems += error.problems
    if not loaded:
        raise ModellerError(problems)
    warnings = [
        translate("Opening", "Another code in the text was not opened: {fault}.", fault=fault)
        for fault in problems[:most]
    ]
    if len(found) > most:
        warnings.append(
            translate(
                "Opening",
                "The text holds {count} codes; the first {most} were opened.",
                count=number_text(len(found)),
                most=most,
            )
        )
    return opened_from(tuple(loaded), "share code", warnings, sealed=True)


def with_fingerprint_checked(loaded: LoadedScenario) -> LoadedScenario:
    """The scenario, compared with the stored fingerprint, as it has no resolved values to check."""
    same = (
        loaded.model_version == loaded.scenario.catalogue.version
        and loaded.streams_version == STREAMS_VERSION
        and loaded.record_digest == loaded.scenario.record_digest
    )
    if loaded.edited is not None or loaded.inputs_digest is None or not same:
        return loaded
    return replace(loaded, edited=loaded.scenario.inputs_digest != loaded.inputs_digest)
