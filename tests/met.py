"""The shipped profile, as tests and benchmarks use it: what the product hands down, bound to it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import modeller.analysis.targets as targets
import modeller.backtest as backtests
import modeller.backtest.kept as kept_backtests
import modeller.backtest.places as place_backtests
import modeller.backtest.weekly as weekly_backtests
import modeller.calibration as calibration
import modeller.calibration.places.drawn_fit as drawn_fits
import modeller.calibration.places.fit as places
import modeller.calibration.places.kept as kept_places
import modeller.calibration.places.named_mixes as mixes
import modeller.calibration.places.weekly_fit as weekly_fits
import modeller.cli.document_schema as document_schemas
import modeller.cli.records_given as given_records
import modeller.quality as quality
import modeller.records as records
import modeller.records.importing as importing
import modeller.records.places as record_places
import modeller.records.posterior_changes as changes
import modeller.records.reading as record_reading
import modeller.scenario.places as scenario_places
import modeller.scenario.schema as schemas
import modeller.sweep.design as designs
from modeller.analysis.evaluation import Run
from modeller.analysis.evaluation import runner as runner_of
from modeller.analysis.targets import Goal, Measure
from modeller.backtest import Backtest
from modeller.backtest.fortnights import fortnights
from modeller.base.errors import Problem
from modeller.evidence import (
    Area,
    Blemish,
    Borough,
    Column,
    Deployments,
    Figure,
    FixedCameras,
    Gap,
    Known,
    Layout,
    PressError,
    Record,
    RowBlemish,
    Source,
    known_of,
)
from modeller.evidence import parse_record as parse_weeks
from modeller.evidence import weekly_record as weeks_of_deployments
from modeller.model.catalogue import Catalogue, shared_tables
from modeller.profiles import shipped_profile
from modeller.records.preview import Preview, Said, preview_of
from modeller.scenario import Scenario
from modeller.scenario.places import PlaceMix

MET = shipped_profile()
FIRST_COMPARABLE_WEEK = MET.about.record.comparable_from


def catalogue() -> Catalogue:
    return MET.catalogue


def shipped_record() -> Record:
    return MET.record


def sources() -> Mapping[str, Source]:
    return MET.sources


def figures() -> tuple[Figure, ...]:
    return MET.published.figures


def figure(key: str) -> Figure:
    return MET.figure(key)


def press_errors() -> tuple[PressError, ...]:
    return MET.published.press_errors


def blemishes() -> tuple[Blemish, ...]:
    return MET.published.blemishes


def columns() -> tuple[Column, ...]:
    return MET.published.columns


def deployment_columns() -> tuple[Column, ...]:
    return MET.published.deployment_columns


def deployment_blemishes() -> tuple[RowBlemish, ...]:
    return MET.published.deployment_blemishes


def gaps() -> tuple[Gap, ...]:
    return MET.published.gaps


def fixed_camera_sites() -> tuple[FixedCameras, ...]:
    return MET.published.fixed_cameras


def boroughs() -> Mapping[str, Borough]:
    return MET.areas


def london() -> Area:
    return MET.whole_area


def shipped_deployments() -> Deployments:
    assert MET.deployments is not None
    return MET.deployments


def known_of_shipped() -> Known:
    return known_of(MET.published, MET.areas, MET.about.record.taken_down)


def weekly_record(deployments: Deployments, *, name: str) -> Record:
    start = MET.about.record.faces_counted_alike_from
    return weeks_of_deployments(deployments, name=name, current_basis_from=start)


def calibrate(record: Record, *, since: date | None = None, until: date | None = None) -> Any:
    grounds = MET.grounds
    if since is None or since == grounds.since:
        return MET.calibrate(record, until=until)
    grounds = replace(grounds, since=since)
    return calibration.calibrate(record, grounds, until=until)


def shipped_draws() -> drawn_fits.PlacedDraws:
    assert isinstance(MET.fit, drawn_fits.PlacedDraws)
    return MET.fit


def draws_of_rows(rows: Deployments) -> drawn_fits.PlacedDraws:
    return drawn_fits.draws_of_rows(rows, FIRST_COMPARABLE_WEEK)


def weekly_fit(record: Record, **options: Any) -> Any:
    return weekly_fits.weekly_fit(record, **{"since": FIRST_COMPARABLE_WEEK, **options})


def declared_mixes() -> Mapping[str, Mapping[str, Any]]:
    return MET.mixes


def named_mix(
    key: str, recorded: Any, areas: Mapping[str, Borough], *, share: float | None = None
) -> Any:
    return mixes.named_mix(key, MET.mixes, recorded, areas, share=share)


def check_mix(where: str, raw: object, problems: list[Problem]) -> PlaceMix | None:
    return scenario_places.check_mix(MET, where, raw, problems)


def backtest(record: Record | None = None, **options: Any) -> Any:
    return backtests.backtest(MET, record, **options)


def effects(scenario: Scenario | None = None, **options: Any) -> Any:
    return quality.effects(scenario or quality.plan_of(MET), **options)


def record_for(digest: str | None) -> Record:
    return records.record_for(digest, MET)


def record_label(digest: str | None) -> str:
    return records.record_label(digest, MET)


def catalogue_for(digest: str | None) -> Catalogue:
    return records.catalogue_for(digest, MET)


def recalibrated(record: Record) -> Catalogue:
    return records.recalibrated(record, MET)


def stored_records() -> Any:
    return records.stored_records(MET)


def choose_record(name: str) -> Any:
    return records.choose(name, MET)


def choose(name: str) -> Any:
    return records.choose(name, MET)


def damaged_records() -> Any:
    return records.damaged_records(MET)


def deployments_for(digest: str | None) -> Deployments | None:
    return records.deployments_for(digest, MET)


def preview_bytes(content: bytes, name: str, said: Said | None = None, **options: Any) -> Preview:
    return record_reading.preview_bytes(content, name, MET, said, **options)


def preview_text(text: str, name: str, said: Said | None = None, **options: Any) -> Preview:
    tables = record_reading.tables_in_text(text, name)
    return preview_of(tables, name, MET, said, **options)


def plan_import(preview: Preview, said: Said, **options: Any) -> importing.Import:
    return importing.plan_import(preview, said, MET, **options)


def match_place(text: str, said: Mapping[str, str], borough: str = "") -> record_places.PlaceMatch:
    return record_places.match_place(text, said, MET, borough)


def remembered_places(folder: Path) -> Mapping[str, str]:
    return record_places.remembered_places(folder, MET)


def layouts() -> tuple[Layout, ...]:
    return MET.layouts


def fit(rows: Deployments, **options: Any) -> places.PlacesFit:
    return places.fit(rows, **{"since": FIRST_COMPARABLE_WEEK, **options})


def places_fit(rows: Deployments) -> places.PlacesFit:
    return kept_places.places_fit(rows, FIRST_COMPARABLE_WEEK)


def kept(fitted: places.PlacesFit, of: Deployments) -> bytes:
    return kept_places.kept(fitted, of, FIRST_COMPARABLE_WEEK)


def restored(content: bytes, rows: Deployments) -> places.PlacesFit | None:
    return kept_places.restored(content, rows, FIRST_COMPARABLE_WEEK)


def standpoints(rows: Deployments) -> tuple[date, ...]:
    return fortnights(FIRST_COMPARABLE_WEEK, rows.last_day)


def standpoints_of(record: Record) -> tuple[date, ...]:
    return weekly_backtests.standpoints_of(record, FIRST_COMPARABLE_WEEK)


def kept_for(record: Record | None = None) -> Backtest | None:
    return backtests.kept_for(MET, record)


def kept_backtest() -> Backtest | None:
    return kept_backtests.kept_backtest(MET)


def backtest_places(rows: Deployments, **options: Any) -> Backtest:
    known = {
        "since": FIRST_COMPARABLE_WEEK,
        "current_basis_from": MET.about.record.faces_counted_alike_from,
        "profile": MET,
    }
    return place_backtests.backtest_places(rows, **{**known, **options})


def remove(name: str) -> Any:
    return records.remove(name, MET)


def folder() -> Path:
    return records.folder(MET)


def import_record(record: Record, name: str = "", **options: Any) -> Any:
    return records.import_record(record, MET, name, **options)


def read_given_record(given: str | None) -> Record:
    return given_records.read_given_record(given, MET)


def read_user_record(path: Path | str, said: Said | None = None) -> Record:
    return record_reading.read_user_record(path, MET, said)


def parse_user_record(content: bytes, name: str, said: Said | None = None) -> Record:
    return record_reading.parse_user_record(content, name, MET, said)


def posterior_changes(record: Record) -> Any:
    return changes.posterior_changes(record, MET)


def parse_measure(text: str, **options: Any) -> Measure:
    return targets.parse_measure(text, MET.catalogue, **options)


def parse_measures(texts: Sequence[str]) -> tuple[Measure, ...]:
    return targets.parse_measures(texts, MET.catalogue)


def parse_goal(text: str, **options: Any) -> Goal:
    return targets.parse_goal(text, MET.catalogue, **options)


def runner(outcomes: Iterable[str], declared: Catalogue | None = None) -> Run:
    return runner_of(outcomes, declared or MET.catalogue)


def parse_design(text: str, **options: Any) -> Any:
    return designs.parse_design(text, MET, **options)


def read_design(path: Path | str, **options: Any) -> Any:
    return designs.read_design(path, MET, **options)


def scenario_schema() -> dict[str, Any]:
    return schemas.scenario_schema(MET.catalogue)


def projection_schema() -> dict[str, Any]:
    return document_schemas.projection_schema(MET.catalogue)


def comparison_schema() -> dict[str, Any]:
    return document_schemas.comparison_schema(MET.catalogue)


def whole_tables() -> dict[str, Any]:
    """The catalogue's tables as they are declared: what is shared, and what is the force's."""
    shared: dict[str, Any] = deepcopy(dict(shared_tables()))
    own = tomllib.loads(MET.files["catalogue.toml"].decode())
    for group, entries in own.items():
        for key, fields in entries.items():
            shared[group][key] |= fields
    return shared


def parse_record(content: bytes, *, name: str, known: Sequence[Blemish] | None = None) -> Record:
    return parse_weeks(content, name=name, known=blemishes() if known is None else known)
