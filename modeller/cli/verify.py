"""``modeller verify``: whether a saved file is unaltered and gives the same results again.

It shows that the content is unchanged and the calculation repeatable, not that it is true.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import Literal

from modeller.base.errors import ModellerError
from modeller.base.results import Result
from modeller.cli.inputs import in_place, read_untold, tell_notes
from modeller.cli.layout import paragraph
from modeller.cli.output import add_output_arguments, check_out, deliver, json_text, width
from modeller.cli.progress import Progress
from modeller.model.sampling import STREAMS_VERSION
from modeller.profiles import Profile
from modeller.projection import Progress as Told
from modeller.projection import project
from modeller.records import record_for
from modeller.scenario import Scenario
from modeller.scenario.file import LoadedScenario

Answer = Literal["reproduces", "results differ", "edited after saving", "cannot be checked here"]
_EXIT_CODES: dict[Answer, int] = {
    "reproduces": 0,
    "results differ": 1,
    "edited after saving": 1,
    "cannot be checked here": 1,
}


NOT_VOUCHED_FOR = (
    "about.title",
    "about.question",
    "about.author",
    "about.notes",
    "about.sources",
    "record.label",
    "profile.digest",
    "targets",
    "view",
)
"""Fields that are in no fingerprint, and can be edited without changing the answer."""
_WORDS = (
    "This vouches for what decides the numbers, and not for the words beside them: title, "
    "question, author, notes, sources, the record’s label, the profile’s digest, targets and view "
    "are in no fingerprint."
)


@dataclass(frozen=True)
class Verdict(Result):
    """One of four answers, with the reasons."""

    answer: Answer
    explanation: str
    moved: tuple[str, ...] = ()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("file", metavar="FILE", help="a saved scenario file")
    add_output_arguments(parser, ("text", "json"))
    parser.epilog = (
        "Answers: reproduces (exit code 0); results differ, edited after saving, or cannot be\n"
        "checked here (exit code 1). A file that cannot be read gives 2."
    )


def run(options: argparse.Namespace) -> int:
    """Verify a file."""
    check_out(options)
    with Progress("Projecting again") as progress:
        verdict = verify(options.file, options.profile, progress=progress)
    if options.format == "json":
        document = {
            "file": options.file,
            "answer": verdict.answer,
            "explanation": verdict.explanation,
            "moved": list(verdict.moved),
            "not_vouched_for": list(NOT_VOUCHED_FOR),
        }
        deliver(json_text(document), options)
    else:
        text = f"{options.file}: {verdict.answer}. {verdict.explanation}"
        lines = [*paragraph(text, width()), *paragraph(_WORDS, width())]
        deliver("\n".join(lines) + "\n", options)
    return _EXIT_CODES[verdict.answer]


def verify(name: str, profile: Profile, *, progress: Told | None = None) -> Verdict:
    """Read a file and, if it is unaltered, project it again.

    Raises
    ------
    ModellerError
        When it cannot be read as a scenario at all.
    """
    try:
        loaded = read_untold(name, profile)
    except ModellerError as error:
        # the values written out for readers no longer agree with the changes
        if all(problem.where.startswith("resolved") for problem in error.problems):
            return Verdict("edited after saving", f"In the file, {error.problems[0]}.")
        raise ModellerError(in_place(error.problems, name)) from error
    tell_notes(name, loaded.notes)
    if loaded.edited:
        return Verdict(
            "edited after saving",
            "What determines the numbers is not what the fingerprint in the file was made from.",
        )
    if loaded.edited is None:
        return Verdict(
            "cannot be checked here",
            "The file holds no fingerprint of its inputs, or not all that it was made from.",
        )
    if not _is_kept(loaded.scenario):
        return Verdict(
            "cannot be checked here",
            f"It uses a record of its own ({loaded.record_label or 'without a name'}), "
            "which is not here.",
        )
    if loaded.results_digest is None:
        return Verdict(
            "cannot be checked here",
            "It is unaltered since it was saved, but holds no fingerprint of its results.",
        )
    return _project_again(loaded, progress)


def _is_kept(scenario: Scenario) -> bool:
    """Whether the record of a scenario is kept here."""
    try:
        record_for(scenario.record, scenario.profile)
    except ModellerError:
        return False
    return True


def _project_again(loaded: LoadedScenario, progress: Told | None) -> Verdict:
    moved = versions_moved(loaded)
    results = project(loaded.scenario, progress=progress).results_digest
    if results == loaded.results_digest:
        note = f" All the same, {' and '.join(moved)}." if moved else ""
        return Verdict(
            "reproduces",
            f"Inputs and results are those of the file; fingerprint "
            f"{loaded.scenario.fingerprint}.{note}",
            moved,
        )
    why = (
        f"Since then {' and '.join(moved)}."
        if moved
        else "Model, random streams and record are the same: it was calculated differently, or the "
        "fingerprint of the results was altered."
    )
    return Verdict("results differ", f"The inputs match the file, the results do not. {why}", moved)


def versions_moved(loaded: LoadedScenario) -> tuple[str, ...]:
    """Which versions differ from those that the file was saved with, in words."""
    record = loaded.scenario.profile.record
    then_and_now = (
        ("the model", loaded.model_version, loaded.scenario.catalogue.version),
        ("the random streams", loaded.streams_version, STREAMS_VERSION),
    )
    moved = [
        f"{what} went from {then} to {now}"
        for what, then, now in then_and_now
        if then not in (None, now)
    ]
    if loaded.record_digest not in (None, record.digest):
        moved.append(f"the record went from “{loaded.record_label}” to “{record.label}”")
    return tuple(moved)
