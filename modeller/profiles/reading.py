"""Reads the folder of a profile within bounds, and checks all of it at once."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

from modeller.base.bounded_reading import FileKind, read_file
from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.language import numeral, translatable, translate
from modeller.base.paths import is_file, is_folder, is_there
from modeller.base.toml_tables import add_unless_known, shortened
from modeller.profiles.about import About, parse_about
from modeller.profiles.profile import (
    ABOUT,
    CATALOGUE,
    LAYOUTS,
    MIXES,
    SCENARIO,
    SHIPPED,
    SOURCES,
    Profile,
    named_files,
    profile_of,
    shipped_profile,
)

MOST_SCENARIOS = 200
MOST_BYTES = 30_000_000
"""Of all files of a profile together."""
_FILE = FileKind(
    2_000_000,
    translatable("Problem", "a profile is a folder with profile.toml and the files that it names"),
    translatable("Problem", "make it possible to read it"),
    translatable("Problem", "a file of a profile is far smaller than that"),
)


def profile_folder(path: Path) -> Path | None:
    """The folder of the profile that a path leads to: itself, or a file or scenario in it."""
    for folder in (path, *path.parents[:2]):
        if is_file(folder / ABOUT):
            return folder
    return None


def load_profile(folder: Path | str) -> Profile:
    """The profile in a folder, completely checked.

    Parameters
    ----------
    folder
        The folder of its files (CONTRIBUTING.md says which).

    Returns
    -------
    Profile
        The profile, read and checked completely.

    Raises
    ------
    ModellerError
        With every problem of every file, each with its file, and line or key.
    """
    place = Path(folder)
    with as_file(files("modeller.profiles") / SHIPPED) as own:
        if is_there(place) and is_there(own) and place.resolve() == own.resolve():
            return shipped_profile()
    if not is_folder(place):
        raise refusal(
            str(folder),
            "is not a folder",
            "a profile is a folder with profile.toml and the files that it names",
        )
    about = parse_about(read_file(place / ABOUT, _FILE, name=str(place / ABOUT)), ABOUT)
    problems: list[Problem] = []
    contents: dict[str, bytes] = {}
    paths = {name: place / name for name in named_files(about, place)}
    paths |= _scenario_files(place, about, problems)
    left = MOST_BYTES
    for name, path in paths.items():
        try:
            contents[name] = read_file(path, _FILE, name=name)
        except ModellerError as error:
            problems.extend(error.problems)
        left -= len(contents.get(name, b""))
        if left < 0:
            what = translate("Problem", "is larger than {most} bytes", most=numeral(MOST_BYTES))
            problems.append(Problem(str(folder), what, translate("Problem", _FILE.smaller)))
            break
    if problems:
        raise ModellerError(problems)
    profile = profile_of(contents)
    if profile.shipped:
        if profile == shipped_profile():
            return shipped_profile()
        # a fingerprint holds no digest of the shipped profile: there is one of it
        raise refusal(
            f"{ABOUT}.key",
            "is {key}, which is the profile that comes with the modeller",
            "give another edition of it a key of its own",
            key=profile.key,
        )
    check(profile)
    return profile


def check(profile: Profile) -> None:
    """Read every part of a profile.

    Raises
    ------
    ModellerError
        With everything that is wrong in any of its files.
    """
    problems: list[Problem] = []
    if _read(lambda: profile.published, SOURCES, problems):
        _read(lambda: profile.catalogue, CATALOGUE, problems)
        _read(lambda: profile.layouts, LAYOUTS, problems)
        _check_names(profile, problems)
        declared = profile.about.record
        if _read(lambda: profile.areas, declared.areas or "", problems) and _read(
            lambda: profile.deployments, declared.deployments or "", problems
        ):
            _read(lambda: profile.record, declared.file, problems)
            _read(lambda: profile.mixes, MIXES, problems)
    if not problems:
        # otherwise a record that nothing can be fitted to would fail much later
        _read(profile.calibrate, profile.about.record.file, problems)
    if problems:
        raise ModellerError(problems)


def _read(part: Callable[[], object], name: str, problems: list[Problem]) -> bool:
    """Whether a part can be read; what is wrong is added with the name of the file."""
    try:
        part()
    except ModellerError as error:
        problems.extend(
            fault
            if fault.where.startswith(name.removesuffix(".csv"))
            else Problem(f"{name}, {fault.where}", fault.what, fault.remedy)
            for fault in error.problems
        )
        return False
    return True


def _check_names(profile: Profile, problems: list[Problem]) -> None:
    """Check that everything named in ``profile.toml`` exists."""
    about, published = profile.about, profile.published
    figures = {figure.key: figure for figure in published.figures}
    for field in ("black_false_alerts", "all_false_alerts"):
        key = getattr(about.record, field)
        where = f"{ABOUT}.record.{field}"
        add_unless_known(where, key, figures, problems)
        if key in figures and not figures[key].number:
            problems.append(
                problem(
                    f"{where}: {key}",
                    "has no number above 0",
                    "give the figure its number in {file}",
                    file=SOURCES,
                )
            )
    for field in ("source", "deployments_source", "areas_source"):
        if key := getattr(about.record, field):
            add_unless_known(f"{ABOUT}.record.{field}", key, published.sources, problems)
    names = dict.fromkeys(profile.scenario_names)
    for field in ("baseline", "plan"):
        key = getattr(about, f"{field}_scenario")
        add_unless_known(f"{ABOUT}.scenarios.{field}", key, names, problems)


def _scenario_files(place: Path, about: About, problems: list[Problem]) -> dict[str, Path]:
    """The files in the profile's folder of scenarios."""
    folder = place / about.scenarios_folder
    try:
        found = sorted(path for path in folder.iterdir() if path.name.endswith(SCENARIO))
    except OSError as error:
        problems.append(
            problem(
                f"{ABOUT}.scenarios.folder",
                "cannot be read ({reason})",
                "make the folder {folder} with the scenarios of the profile",
                reason=error.strerror or error,
                folder=about.scenarios_folder,
            )
        )
        return {}
    if len(found) > MOST_SCENARIOS:
        what = translate("Problem", "has more than {most} scenarios", most=MOST_SCENARIOS)
        problems.append(Problem(str(folder), what, translate("Problem", "keep fewer of them")))
        return {}
    problems.extend(
        problem(
            f"{about.scenarios_folder}/{shortened(path.name)}",
            "cannot be the name of a scenario",
            "use letters, figures and hyphens",
        )
        for path in found
        if not path.name.isprintable()
    )
    return {f"{about.scenarios_folder}/{path.name}": path for path in found}
