"""Files for the tests of the window: answers to its questions, and a scenario that is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from modeller.scenario import Scenario
from modeller.scenario.file import write_scenario
from tests.met import MET
from ui.desk.session import Session, first_desk
from ui.desk.settings import Settings
from ui.files.file_questions import FileDialogs, OnDisk, Unsaved
from ui.files.files import Files
from ui.files.which_dialog import Chosen
from ui.look.notices import Notice


@dataclass
class Answers(FileDialogs):
    """Stands in for the dialogs: what a user would answer, and what was asked."""

    open_at: Path | None = None
    save_at: Path | None = None
    about_unsaved: Unsaved = "cancel"
    about_disk: OnDisk = "cancel"
    about_which: Chosen | None = None
    asked: list[object] = field(default_factory=list)

    def path_to_open(self, folder):
        return self.open_at

    def which(self, titles, name, room):
        self.asked.append(tuple(titles))
        return self.about_which

    def path_to_save(self, suggested, kind="scenario"):
        self.asked.append(suggested)
        return self.save_at

    def unsaved(self, titles, why):
        self.asked.append(tuple(titles))
        return self.about_unsaved

    def changed_on_disk(self, path):
        self.asked.append(path)
        return self.about_disk


def saved(folder: Path, name: str = "plan", **changes: float) -> Path:
    path = folder / f"{name}.scenario.json"
    write_scenario(path, Scenario(title=name, changes=changes or {"deployments_per_week": 6.0}))
    return path


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def session(qapp):
    return Session(first_desk(MET))


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def files(session, settings, answers):
    return Files(session, settings, dialogs=answers)


@pytest.fixture
def problems(session):
    said: list[str] = []
    session.failed.connect(lambda error: said.extend(map(str, error.problems)))
    return said


@pytest.fixture
def notices(files):
    said: list[Notice] = []
    files.noticed.connect(said.append)
    return said
