"""``modeller open``: the scenarios in a share code, a briefing or a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from modeller.base.errors import ModellerError, Problem
from modeller.base.paths import is_folder
from modeller.cli.inputs import STANDARD_INPUT
from modeller.cli.output import put, tell
from modeller.scenario.file import SUFFIX, write_scenario
from modeller.scenario.reading import LoadedScenario
from modeller.scenario.sharing import MAXIMUM_BRIEFING_BYTES, Opened, open_bytes, open_shared
from modeller.wording import setting_words

_STATES = {
    True: "unaltered",
    False: "ALTERED",
    None: "it cannot be told whether it was altered",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "what",
        metavar="CODE|FILE",
        help="a share code, a briefing (web page or PDF), a scenario file, the name of a shipped "
        "scenario, or - for standard input",
    )
    parser.add_argument(
        "--save",
        metavar="PATH",
        help="save as a scenario file; several scenarios get -A, -B and so on in their names",
    )


def run(options: argparse.Namespace) -> int:
    """Open it, say what it is, and save it if asked. 1 when it was altered."""
    if options.what == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MAXIMUM_BRIEFING_BYTES + 1)
        opened = open_bytes(data, "standard input")
    else:
        opened = open_shared(options.what)
    put("\n".join(_lines(opened)) + "\n")
    for warning in opened.warnings:
        tell(warning)
    if options.save is not None:
        for path, loaded in _places(options.save, opened):
            write_scenario(path, loaded.scenario)
            put(f"{path}\n")
    return 1 if opened.intact is False else 0


def _lines(opened: Opened) -> list[str]:
    lines = [f"{opened.kind[0].upper()}{opened.kind[1:]}: {_STATES[opened.intact]}"]
    for loaded in opened.scenarios:
        scenario = loaded.scenario
        lines += ["", f"{scenario.title}  {scenario.fingerprint}"]
        lines += [f"  {text}" for text in (scenario.question, scenario.author) if text]
        lines.append(f"  {scenario.weeks} weeks, {scenario.draws:,} futures, seed {scenario.seed}")
        lines += [f"  {_change(loaded, key)}" for key in scenario.changes]
        lines += [f"  {note}" for note in loaded.notes]
    return lines


def _change(loaded: LoadedScenario, key: str) -> str:
    from modeller.model.catalogue import catalogue

    slider = catalogue().sliders[key]
    return f"{slider.label}: {setting_words(slider, loaded.scenario.changes[key])}"


def _places(save: str, opened: Opened) -> list[tuple[Path, LoadedScenario]]:
    path = Path(save)
    if is_folder(path) or not is_folder(path.parent):
        what = "is a folder" if is_folder(path) else "is in a folder that does not exist"
        raise ModellerError(Problem("--save", f"{save} {what}", "name a file in a folder"))
    if len(opened.scenarios) == 1:
        return [(path, opened.scenarios[0])]
    stem = path.name.removesuffix(SUFFIX).removesuffix(path.suffix)
    return [
        (path.with_name(f"{stem}-{letter}{SUFFIX}"), loaded)
        for letter, loaded in zip("ABCD", opened.scenarios, strict=False)
    ]
