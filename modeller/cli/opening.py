"""``modeller open``: the scenarios in a share code, a briefing or a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from modeller.base.bounded_json import raise_if_any
from modeller.base.bounded_reading import pipe_name, read_pipe
from modeller.base.errors import ModellerError
from modeller.base.language import upper_first
from modeller.base.paths import is_there
from modeller.cli.inputs import in_place
from modeller.cli.output import print_note, print_text
from modeller.cli.writing import add_force_argument, path_problems
from modeller.profiles import Profile
from modeller.scenario.file import SUFFIX, write_scenario
from modeller.scenario.opened import Opened
from modeller.scenario.reading import LoadedScenario
from modeller.scenario.sharing import SHARED_FILE, open_bytes, open_shared
from modeller.wording import setting_words
from modeller.wording.places import mix_words

_STATES = {
    True: "unaltered",
    False: "ALTERED",
    None: "whether it was altered cannot be determined",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "what",
        metavar="CODE|FILE",
        help="a share code, a briefing in any form, a scenario file, the name of a shipped "
        "scenario, or - for standard input",
    )
    parser.add_argument(
        "--save",
        metavar="PATH",
        help="save as a scenario file; several scenarios get -A, -B and so on in their names",
    )
    add_force_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Open it, say what it is, and save it if asked; 1 if it was altered."""
    name = options.what
    data = read_pipe(name, SHARED_FILE)
    if data is not None:
        opened = open_bytes(data, pipe_name(name), profile=options.profile)
    else:
        opened = _opened(name, options.profile)
    print_text("\n".join(_lines(opened)) + "\n")
    for warning in opened.warnings:
        print_note(warning)
    if options.save is not None:
        places = _places(options.save, opened)
        raise_if_any(
            [fault for path, _ in places for fault in path_problems("--save", str(path), options)]
        )
        for path, loaded in places:
            write_scenario(path, loaded.scenario, over=options.force)
            saved = f"{loaded.scenario.title} {loaded.scenario.fingerprint}"
            print_text(f"Written to {path}: {saved}\n")
    return 1 if opened.intact is False else 0


def _opened(name: str, profile: Profile) -> Opened:
    try:
        return open_shared(name, profile)
    except ModellerError as error:
        if not is_there(name):  # a share code, or the name of nothing
            raise
        raise ModellerError(in_place(error.problems, name)) from error


def _lines(opened: Opened) -> list[str]:
    lines = [f"{upper_first(opened.kind)}: {_STATES[opened.intact]}"]
    for loaded in opened.scenarios:
        scenario = loaded.scenario
        lines += ["", f"{scenario.title}  {scenario.fingerprint}"]
        lines += [f"  {text}" for text in (scenario.question, scenario.author) if text]
        lines.append(f"  {scenario.weeks} weeks, {scenario.draws:,} futures, seed {scenario.seed}")
        lines += [f"  {_change(loaded, key)}" for key in scenario.everything_changed]
        lines += [f"  {note}" for note in loaded.notes]
    return lines


def _change(loaded: LoadedScenario, key: str) -> str:
    scenario = loaded.scenario
    if key == "places":
        return f"Places: {mix_words(scenario.places, scenario.profile)}"
    slider = scenario.catalogue.sliders[key]
    return f"{slider.label}: {setting_words(slider, scenario.changes[key])}"


def _places(save: str, opened: Opened) -> list[tuple[Path, LoadedScenario]]:
    path = Path(save)
    if len(opened.scenarios) == 1:
        return [(path, opened.scenarios[0])]
    stem = path.name.removesuffix(SUFFIX).removesuffix(path.suffix)
    return [
        (path.with_name(f"{stem}-{letter}{SUFFIX}"), loaded)
        for letter, loaded in zip("ABCD", opened.scenarios, strict=False)
    ]
