"""Readers of sweeps, of what is typed and of the window's own files, as functions of bytes."""

from __future__ import annotations

import itertools
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from benchmarks.soak.reader import Reader
from benchmarks.soak.scenario_readers import small_document
from modeller.base.errors import ModellerError
from tests.met import MET


def _design(data: bytes, folder: Path) -> object:
    from tests.met import read_design

    path = folder / ("design.csv" if data[:1] == b"!" else "design.toml")
    path.write_bytes(data.removeprefix(b"!"))
    design = read_design(path)
    return list(itertools.islice(design.rows(), 3))


def _design_seeds() -> Iterator[bytes]:
    yield b"""\
scenario = "met-plan-2025"
measures = ["arrests.p50", "false_alerts.mean"]
weeks = 26
seed = 3

[set]
officer_losses = 700

[grid]
deployments_per_week = {from = 4, to = 10, step = 2}
crews_per_day = [2.5, 3]

[list]
draws = [100, 200]
"crews_per_day.spread" = [0, 1]

[sample]
method = "sobol"
size = 4
seed = 2
between = {true_match_rate = [0.4, 0.9]}
"""
    yield b"!deployments_per_week,crews_per_day.spread,weeks,title\n10,2,26,One\n4,,52,Two\n"


def _typed(data: bytes, _folder: Path) -> object:
    """The bytes as what people type: targets, measures and values of levers."""
    from modeller.wording import read_spread, read_typed_setting
    from tests.met import catalogue, parse_goal, parse_measures

    text = data.decode("utf-8", "replace")
    sliders = catalogue().sliders
    key, _, value = text.partition("=")
    found: list[object] = []
    for attempt in (
        lambda: parse_goal(text),
        lambda: parse_measures(text.split(",")),
        lambda: read_typed_setting(value, sliders.get(key, sliders["officer_losses"])),
        lambda: read_spread(value, sliders.get(key, sliders["crews_per_day"])),
    ):
        with suppress(ModellerError):
            found.append(attempt())
    return found


def _typed_seeds() -> Iterator[bytes]:
    for text in (
        "arrests.p20 >= 1,500",
        "cost.mean <= £2.5m",
        "arrests.p50,false_alerts.mean",
        "officer_losses=£260m",
        "deployments_per_week=10 a week",
        "true_match_rate=50%",
        "true_match_rate=0.5,0",
        "false_alerts_per_million_faces=1 in 6,000",
        'officer_losses=[{"from_week": 1, "value": 0}, {"from_week": 27, "value": 700}]',
        'crews_per_day={"central": 3, "spread": 1}',
    ):
        yield text.encode()


def _settings(data: bytes, folder: Path) -> object:
    from ui.desk.settings import Settings

    path = folder / "settings.ini"
    path.write_bytes(data)
    settings = Settings(path)
    return (
        settings.geometry,
        settings.window_state,
        settings.mode,
        settings.text_scale,
        settings.tour_seen,
        settings.recent,
    )


def _settings_seeds() -> Iterator[bytes]:
    yield (
        b"[appearance]\nmode=dark\ntext_scale=1.25\n\n[files]\nrecent=/a/b%20c.json|/d\n\n"
        b"[tour]\nseen=yes\n\n[window]\ngeometry=01d9d0cb\nstate=000000ff\n"
    )


def _autosave(data: bytes, folder: Path) -> object:
    from ui.files.autosave import find_leftovers

    (folder / "0123.work.json").write_bytes(data)
    found, error = find_leftovers(MET, folder)
    for leftover in found:
        f"{leftover.titles} {leftover.saved_at:.0f}"
    return error


def _autosave_seeds() -> Iterator[bytes]:
    part = {"letter": "A", "visible": True, "scenario": json.loads(small_document())}
    other = {**part, "letter": "B", "path": "/a/file.scenario.json", "digest": "0" * 64}
    for parts in ([part], [part, other]):
        yield json.dumps(
            {"format": 1, "saved_at": 1_780_000_000, "selected": "A", "baseline": "A",
             "slots": parts}
        ).encode()  # fmt: skip


_HISTORY_HEAD = b"SQLite format 3\0"


def _history(data: bytes, folder: Path) -> object:
    """The bytes as a database or, after an exclamation mark, as cells of a row in a good one."""
    from ui.desk.history import History

    path = folder / "history.sqlite"
    if data[:1] == b"!":
        saved_at, note, text = (*data[1:].split(b"\0", 2), b"", b"")[:3]
        made = History(MET, path)
        made.versions("a")  # it is created when it is first used
        made.close()
        with sqlite3.connect(path) as connection:
            number = saved_at.decode("utf-8", "replace")
            connection.execute(
                "INSERT INTO versions (document, saved_at, note, scenario) VALUES ('a', ?, ?, ?)",
                (number, note.decode("utf-8", "replace"), text.decode("utf-8", "replace")),
            )
        connection.close()
    else:
        path.write_bytes(data)
    problems: list[ModellerError] = []
    history = History(MET, path, clock=lambda: 1_780_000_000.0, failed=problems.append)
    versions = history.versions("a")
    for version in versions:
        f"{version.saved_at:.0f} {version.note} {version.scenario.fingerprint}"
    history.thin()
    history.close()
    return versions


def _history_seeds() -> Iterator[bytes]:
    from modeller.scenario import Scenario
    from ui.desk.history import History

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite"
        history = History(MET, path, clock=lambda: 1_780_000_000.0)
        history.record("a", Scenario(), "A note")
        history.close()
        yield path.read_bytes()
    yield b"!1780000000.5\0A note\0" + small_document().encode()


WINDOW_READERS = (
    Reader("design", _design, _design_seeds, longest=4_000),
    Reader("typed", _typed, _typed_seeds, longest=400),
    Reader("settings", _settings, _settings_seeds, longest=2_000),
    Reader("autosave", _autosave, _autosave_seeds),
    Reader("history", _history, _history_seeds, longest=24_000),
)
