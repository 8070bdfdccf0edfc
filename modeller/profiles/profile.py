"""A profile: everything about one force that the model needs, as one immutable value.

All profiles share the equations and the names of levers, beliefs and outcomes; each has its own
numbers, words, record, areas, sources and scenarios. A profile is handed down from the top: from
the command line, the window or the scenario that was made with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from modeller.base.elementary import Floats
from modeller.base.toml_tables import read_toml
from modeller.evidence import (
    Area,
    Borough,
    Deployments,
    Figure,
    Layout,
    Published,
    Record,
    Source,
    known_of,
    parse_boroughs,
    parse_deployment_record,
    parse_layouts,
    parse_published,
    parse_record,
    together,
    weekly_record,
)
from modeller.model.catalogue import Catalogue
from modeller.model.fitted import Fit, FitDraws, Mix
from modeller.profiles.about import About, Names, parse_about
from modeller.profiles.merging import merged
from modeller.profiles.tiles import Tile, tiles_of
from modeller.profiles.what_counts import digest_of_numbers

if TYPE_CHECKING:  # so that the start does not wait for it
    from modeller.calibration import Calibration, Grounds

ABOUT, CATALOGUE, SOURCES, QUALITY, LAYOUTS, MIXES = (
    "profile.toml",
    "catalogue.toml",
    "sources.toml",
    "quality.toml",
    "layouts.toml",
    "named_mixes.toml",
)
SCENARIO = ".scenario.json"
SHIPPED = "met"
"""Key of the profile that comes with the modeller, which a file need not name."""


class Profile:
    """One force. Two profiles are equal when their files are.

    Each part is read when it is first needed; `modeller.profiles.load_profile` reads all of them.

    Attributes
    ----------
    files
        The bytes of every file that was read, by name; the name of a scenario begins with its
        folder and a slash.
    """

    def __repr__(self) -> str:
        """One line for a prompt: its key and what the force is called."""
        return f"<Profile {self.key}: {self.names.force}>"

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = MappingProxyType(dict(sorted(files.items())))

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, Profile) and self.digest_of_files == other.digest_of_files
        )

    def __hash__(self) -> int:
        return hash(self.digest_of_files)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle its files; the shipped profile needs only a reference."""
        if self is shipped_profile():
            return shipped_profile, ()
        return profile_of, (dict(self.files),)

    @cached_property
    def digest_of_files(self) -> str:
        """SHA-256 of all files but the scenarios, whatever their line ends.

        Files of scenarios had it before they had `digest`.
        """
        whole = hashlib.sha256()
        for name, content in self.files.items():
            if not name.endswith(SCENARIO):
                part = hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
                whole.update(f"{name} {part}\n".encode())
        return whole.hexdigest()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of what moves numbers, by which a scenario's file knows the profile again."""
        declared, rows = self.about.record, self.deployments
        return digest_of_numbers(
            self._declared,
            declared,
            (self.record.digest, None if rows is None else rows.digest),
            [
                self.figure(key).number
                for key in (declared.black_false_alerts, declared.all_false_alerts)
            ],
            self.areas.values(),
            self.mixes,
        )

    def has_digest(self, digest: str) -> bool:
        """Whether a digest in a file is this profile's, in the present form or the earlier one.

        Parameters
        ----------
        digest
            A profile's digest, or one from a file.

        Returns
        -------
        bool
            Whether they are equal.
        """
        return digest in (self.digest_of_files, self.digest)

    # ------------------------------------------------------------ names

    @cached_property
    def about(self) -> About:
        """What ``profile.toml`` says."""
        return parse_about(self.files[ABOUT], ABOUT)

    @property
    def key(self) -> str:
        """The key by which files name it."""
        return self.about.key

    @property
    def shipped(self) -> bool:
        """Whether it is the shipped profile, which a file need not name."""
        return self.key == SHIPPED

    @property
    def names(self) -> Names:
        """The names of the force in the reader's language."""
        return self.about.names

    # ------------------------------------------------------------ numbers

    @cached_property
    def catalogue(self) -> Catalogue:
        """Choices, circumstances, beliefs, fixed figures and outcomes with this force's numbers."""
        return replace(merged(self._declared, CATALOGUE, self.sources), fit=OwnFit(self))

    @cached_property
    def _declared(self) -> dict[str, Any]:
        """The tables of the profile's own part of the catalogue."""
        return read_toml(self.files[CATALOGUE], CATALOGUE)

    @cached_property
    def record(self) -> Record:
        """The force's weekly record: as given, or its deployments added up."""
        declared = self.about.record
        name = declared.file.removesuffix(".csv")
        if declared.weekly is not None:
            content = self.files[declared.weekly]
            record = parse_record(content, name=name, known=self.published.blemishes)
        else:
            assert self.deployments is not None  # `parse_about` requires one of the two
            start = declared.faces_counted_alike_from
            record = weekly_record(self.deployments, name=name, current_basis_from=start)
        return replace(record, shipped=True)

    @cached_property
    def fit(self) -> Fit:
        """The fit to its own record; of places, too, where that is by deployment."""
        from modeller.calibration.places.drawn_fit import draws_of_rows

        since = self.about.record.comparable_from
        if self.deployments is None:
            from modeller.calibration.places.drawn_weeks import draws_of_weeks

            return draws_of_weeks(self.record, since, None)
        return draws_of_rows(self.deployments, since)

    @property
    def grounds(self) -> Grounds:
        """What a calibration for this force takes from sources other than the record."""
        from modeller.calibration import Grounds
        from modeller.calibration.places.rows import homes

        declared = self.about.record
        black, everyone = (
            self.figure(key) for key in (declared.black_false_alerts, declared.all_false_alerts)
        )
        return Grounds(
            since=declared.comparable_from,
            black_false_alerts=float(black.number or 0.0),
            all_false_alerts=float(everyone.number or 0.0),
            report=self.sources[everyone.sources[0]].citation,
            homes={} if self.deployments is None else homes(self.deployments),
        )

    def calibrate(self, record: Record | None = None, *, until: date | None = None) -> Calibration:
        """The numbers that the model takes from a record; this force's own when None.

        Parameters
        ----------
        record
            Weekly counts, or deployments.
        until
            The last day that counts.

        Returns
        -------
        Calibration
            The new figures of the catalogue.

        Raises
        ------
        ModellerError
            As from `modeller.calibration.calibrate`.
        """
        from modeller.calibration import calibrate

        given = self.record if record is None else record
        own = until is None and given.digest == self.record.digest
        rows = self.deployments if own else None
        return calibrate(given, self.grounds, until=until, rows=rows)

    # ------------------------------------------------------------ evidence

    @cached_property
    def published(self) -> Published:
        """Sources, figures, common errors, faults of the record, and what was not found."""
        return parse_published(self.files[SOURCES], SOURCES)

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every source by its id."""
        return self.published.sources

    @cached_property
    def layouts(self) -> tuple[Layout, ...]:
        """The layouts of the tables that the force publishes; there may be none."""
        content = self.files.get(LAYOUTS)
        return () if content is None else parse_layouts(content, LAYOUTS)

    def figure(self, key: str) -> Figure:
        """The published figure called `key`; `KeyError` when there is none.

        Parameters
        ----------
        key
            The key of a published figure.

        Returns
        -------
        Figure
            The figure, with its value, unit and sources.
        """
        return self.published.figure(key)

    # ------------------------------------------------------------ places

    @cached_property
    def areas(self) -> Mapping[str, Borough]:
        """The areas of the force by name, in alphabetical order; empty where none are given."""
        name = self.about.record.areas
        if name is None:
            return MappingProxyType({})
        return parse_boroughs(self.files[name], name=name.removesuffix(".csv"))

    @cached_property
    def whole_area(self) -> Area:
        """All areas as one, each share weighted by residents, under the place's English name."""
        return together(self.areas, name=self.about.languages["en"].place)

    @cached_property
    def deployments(self) -> Deployments | None:
        """The record by deployment and place; None where the profile has none."""
        declared = self.about.record
        if declared.deployments is None:
            return None
        known = known_of(self.published, self.areas, declared.taken_down)
        return parse_deployment_record(
            self.files[declared.deployments],
            name=declared.deployments.removesuffix(".csv"),
            known=known,
        )

    @cached_property
    def place_names(self) -> tuple[str, ...]:
        """Every place that a mix may name, with its kind; empty without a record by deployment."""
        rows = self.deployments
        if rows is None:
            return ()
        cameras = sorted({row.site for row in rows.rows if row.fixed_cameras})
        return (
            *(f"borough: {name}" for name in self.areas),
            *(f"fixed cameras: {site}" for site in cameras),
            *(f"site: {site.name}" for site in rows.sites),
            *(f"new site: {name}" for name in self.areas),
        )

    @cached_property
    def tiles(self) -> Mapping[str, Tile]:
        """The tiles of the map by place: areas, then fixed cameras; empty without such a record."""
        rows = self.deployments
        if rows is None:
            return MappingProxyType({})
        cameras = {row.site: row.borough for row in rows.rows if row.fixed_cameras}
        return tiles_of(self.areas, cameras, self.published.fixed_cameras)

    @cached_property
    def mixes(self) -> Mapping[str, Mapping[str, Any]]:
        """The named mixes as declared; empty without a record by deployment."""
        from modeller.calibration.places.named_mixes import parse_mixes

        if self.deployments is None:
            return MappingProxyType({})
        return parse_mixes(self.files.get(MIXES, b""), MIXES, self.place_names)

    # ------------------------------------------------------------ scenarios

    @cached_property
    def scenario_names(self) -> tuple[str, ...]:
        """Names of its scenarios, in alphabetical order."""
        before = f"{self.about.scenarios_folder}/"
        return tuple(
            sorted(
                name.removeprefix(before).removesuffix(SCENARIO)
                for name in self.files
                if name.startswith(before) and name.endswith(SCENARIO)
            )
        )

    def scenario_text(self, name: str) -> bytes:
        """The bytes of the scenario `name`; `KeyError` when none is called so.

        Parameters
        ----------
        name
            The name of a shipped scenario.

        Returns
        -------
        bytes
            The content of its file.
        """
        return self.files[f"{self.about.scenarios_folder}/{name}{SCENARIO}"]


class OwnFit:
    """The fit of a profile's own record, which is made when it is first drawn from."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile

    def drawn(self, seed: int, draws: int, mix: Mix | None = None) -> FitDraws:
        """As `modeller.model.fitted.Fit`."""
        return self.profile.fit.drawn(seed, draws, mix)

    def placed(self, seed: int, draws: int, mix: Mix | None = None) -> Mapping[str, Floats]:
        """As `modeller.model.fitted.Fit`."""
        return self.profile.fit.placed(seed, draws, mix)

    def free_memory(self, seed: int | None = None) -> None:
        """As `modeller.model.fitted.Fit`."""
        self.profile.fit.free_memory(seed)


@cache
def shipped_profile() -> Profile:
    """The profile that comes with the modeller.

    Returns
    -------
    Profile
        It is read once.
    """
    folder = files("modeller.profiles") / SHIPPED
    about = parse_about((folder / ABOUT).read_bytes(), ABOUT)
    scenarios = files(about.scenarios_folder)
    contents = {name: (folder / name).read_bytes() for name in named_files(about, folder)}
    contents |= {
        f"{about.scenarios_folder}/{file.name}": file.read_bytes()
        for file in scenarios.iterdir()
        if file.name.endswith(SCENARIO)
    }
    return Profile(contents)


@lru_cache(maxsize=8)
def _kept(contents: tuple[tuple[str, bytes], ...]) -> Profile:
    return Profile(dict(contents))


def profile_of(contents: Mapping[str, bytes]) -> Profile:
    """The profile of these files, the same object for the same files."""
    return _kept(tuple(sorted(contents.items())))


def named_files(about: About, folder: Path | Traversable) -> tuple[str, ...]:
    """The files that a profile has, apart from its scenarios."""
    record = about.record
    own = (record.weekly, record.deployments, record.areas)
    too = (name for name in (QUALITY, LAYOUTS, MIXES) if (folder / name).is_file())
    return (ABOUT, CATALOGUE, SOURCES, *too, *(name for name in own if name))
