"""Settings are kept as plain text, checked when read, and never run anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings

from ui.desk.settings import MOST_RECENT, Settings, settings_path


@pytest.fixture
def place(tmp_path):
    return tmp_path / "settings.ini"


def test_that_everything_comes_back_in_another_run(place):
    first = Settings(place)
    first.geometry = QByteArray(b"\x01\xd9\xff@;")
    first.window_state = QByteArray(b"docks")
    first.mode = "dark"
    first.language = "fr"
    first.text_scale = 1.5
    first.tour_seen = True
    first.reduced_motion = True
    odd = Path("/srv/ann/Nø % | = ; @Variant, “plan”.scenario.json")
    first.add_recent(Path("/srv/ann/a.scenario.json"))
    first.add_recent(odd)
    first.sync()
    again = Settings(place)
    assert again.set_aside is None
    assert bytes(again.geometry.data()) == b"\x01\xd9\xff@;"
    assert bytes(again.window_state.data()) == b"docks"
    assert (again.mode, again.text_scale, again.tour_seen) == ("dark", 1.5, True)
    assert again.language == "fr"
    assert again.reduced_motion
    assert again.recent == (odd, Path("/srv/ann/a.scenario.json"))


def test_that_settings_lie_in_the_users_folder_and_nowhere_else(user_folders):
    assert settings_path().is_relative_to(user_folders)


def test_that_the_newest_file_is_first_and_the_list_is_bounded(place):
    settings = Settings(place)
    for number in range(MOST_RECENT + 5):
        settings.add_recent(Path(f"/data/{number}.json"))
    settings.add_recent(Path("/data/9.json"))
    assert settings.recent[0] == Path("/data/9.json")
    assert len(settings.recent) == len(set(settings.recent)) == MOST_RECENT
    settings.forget_recent(Path("/data/9.json"))
    assert Path("/data/9.json") not in settings.recent
    settings.forget_recent()
    assert settings.recent == ()


class _Trap:
    """Runs on being read back by Qt's Python binding, which pickles objects it does not know."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self):
        return Path.touch, (self.marker,)


def test_that_an_object_in_the_file_is_not_brought_to_life(place, tmp_path):
    marker = tmp_path / "ran"
    hostile = QSettings(str(place), QSettings.Format.IniFormat)
    hostile.setValue("window/geometry", _Trap(marker))
    hostile.sync()
    marker.unlink(missing_ok=True)
    settings = Settings(place)
    assert settings.geometry.isEmpty()
    assert not marker.exists()
    assert settings.set_aside is not None
    assert settings.set_aside.exists()
    # the danger is real: Qt itself does bring it to life
    QSettings(str(settings.set_aside), QSettings.Format.IniFormat).value("window/geometry")
    assert marker.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"[appearance]\nmode=purple\ntext_scale=1e9\n[tour]\nseen=maybe\n",
        b"[appearance]\ntext_scale=nan\n[files]\nrecent=||relative|%00|\n",
        b"[window]\ngeometry=zz\nstate=abc\n",
        b"[files]\nrecent=a, b, c\n",
        b"\xff\xfe\x00" * 100,
        b"[x]\ny=\\x40Variant(\\0)\n",
        b"a=" + b"b" * 300_000,
        b"[appearance]\nmode=dark\n" + b"a=b\n" * 70_000,
        b"[window]\ngeometry=" + b"00" * 20_000 + b"\n",
        b"[files]\nrecent=/" + b"a" * 5_000 + b"|/a%1Bb\n",
        b"",
    ],
)
def test_that_a_hostile_file_leaves_what_is_usual(place, content):
    place.write_bytes(content)
    settings = Settings(place)
    assert (settings.mode, settings.text_scale, settings.tour_seen) == ("system", 1.0, False)
    assert settings.recent == ()
    assert settings.geometry.isEmpty()
    assert settings.window_state.isEmpty()


@given(content=st.binary(max_size=400))
def test_that_no_file_at_all_stops_the_start(tmp_path_factory, content):
    place = tmp_path_factory.mktemp("any") / "settings.ini"
    place.write_bytes(content)
    settings = Settings(place)
    assert settings.mode in ("light", "dark", "system")
    assert 1.0 <= settings.text_scale <= 3.0
    assert all(path.is_absolute() for path in settings.recent)
