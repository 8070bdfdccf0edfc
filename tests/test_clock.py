"""The machine's clock is an input like any other: wrong, it is said, and nothing is lost by it."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest

from modeller.base import clock
from modeller.base.errors import ModellerError
from modeller.briefing import About, brief, export, render
from modeller.cli import main
from modeller.ledger import lock_projection, read_ledger, verify_ledger
from modeller.ledger.times import time_doubts
from modeller.projection import project
from modeller.quality import quality_log, word_document
from modeller.scenario import Scenario
from modeller.scenario.file import write_scenario
from tests.command_line import document, run
from tests.met import MET, catalogue, effects, shipped_record
from ui.desk.history import ALWAYS_KEPT, History

NOW = datetime(2026, 4, 27, 9, 30, tzinfo=UTC)
FORMS = ("html", "pdf", "docx", "pptx", "xlsx", "zip")
ZIPPED = ("docx", "pptx", "xlsx", "zip")


def at(year, month=1, day=2):
    return clock.standing_still(datetime(year, month, day, 12, 0, tzinfo=UTC))


@pytest.fixture(scope="module")
def projection():
    return project(Scenario(title="Four a week", weeks=4, draws=100))


@pytest.fixture
def scenario(tmp_path):
    path = tmp_path / "mine.scenario.json"
    write_scenario(path, Scenario(title="Mine", weeks=4, draws=100))
    return str(path)


def test_that_everybody_hears_the_same_time_and_the_machine_again_afterwards():
    with clock.standing_still(NOW):
        assert clock.now() == NOW
        assert clock.seconds() == NOW.timestamp()
        assert abs(clock.today() - NOW.date()) <= timedelta(days=1)
        with at(2031):
            assert clock.now().year == 2031
        assert clock.now() == NOW
    assert clock._machine() > NOW


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-06-28T23:30:00+00:00", date(2026, 6, 29)),  # summer time: Monday has begun
        ("2026-01-04T23:30:00+00:00", date(2026, 1, 4)),
        ("2026-06-29T08:00:00+12:00", date(2026, 6, 28)),
    ],
)
def test_that_a_day_is_londons(moment, day):
    assert clock.british_day(datetime.fromisoformat(moment)) == day


@pytest.mark.parametrize("year", [1, 9999])
def test_that_either_end_of_the_calendar_is_a_day(year):
    for end in (datetime(year, 1, 1, tzinfo=UTC), datetime(year, 12, 31, 23, 59, tzinfo=UTC)):
        with clock.standing_still(end):
            assert clock.today().year in (year, year + 1, year - 1)
            assert clock.british_day(end).year == year


# ---- the ledger


@pytest.mark.parametrize("year", [1, 1970, 1999, 2015, 2024, 2200, 2300, 9999])
def test_that_a_clock_that_cannot_be_right_locks_nothing(year, projection, tmp_path):
    ledger = tmp_path / "ledger.jsonl"
    with clock.standing_still(NOW):
        lock_projection(projection, ledger)
    before = ledger.read_bytes()
    with at(year), pytest.raises(ModellerError, match=f"the clock says {year:04d}-"):
        lock_projection(projection, ledger)
    assert ledger.read_bytes() == before
    assert verify_ledger(ledger).sound
    with clock.standing_still(NOW):
        assert lock_projection(projection, ledger).number == 2


def test_that_the_command_refuses_too_and_the_ledger_goes_on(scenario, tmp_path, capsys):
    ledger = ["--ledger", str(tmp_path / "l.jsonl")]
    assert main(["ledger", "lock", scenario, *ledger]) == 0
    with at(1970):
        code, _, said = run(capsys, "ledger", "lock", scenario, *ledger)
    assert code == 2
    assert "set the clock of this machine right; nothing was locked" in said
    assert main(["ledger", "verify", *ledger]) == 0
    assert main(["ledger", "lock", scenario, *ledger]) == 0


def test_that_a_record_at_the_end_of_the_calendar_cannot_be_locked_on(projection, tmp_path):
    from modeller.ledger.times import check_clock

    with pytest.raises(ModellerError, match="ends on 2199-12-31"):
        check_clock(NOW, date(2200, 1, 1))


def test_that_a_clock_that_ran_backwards_is_named(scenario, tmp_path, capsys):
    ledger = ["--ledger", str(tmp_path / "l.jsonl")]
    with at(2026, 11, 29):
        assert main(["ledger", "lock", scenario, *ledger]) == 0
    capsys.readouterr()
    with at(2026, 4, 19):
        assert main(["ledger", "lock", scenario, *ledger]) == 0
        assert "before entry 1, which it follows" in capsys.readouterr().err
    with at(2026, 11, 30):
        code, printed, _ = run(capsys, "ledger", "verify", *ledger)
        assert code == 0
        assert "Not all of its times can be right" in printed
        assert "Entry 2 says it was locked at 2026-04-19T12:00:00Z" in " ".join(printed.split())
        for action in ("list", "score"):
            assert "before entry 1" in run(capsys, "ledger", action, *ledger)[2]
        assert len(document(capsys, "ledger", "verify", *ledger)["doubts"]) == 1


def test_that_times_in_order_raise_no_doubt(projection, tmp_path):
    for hours in range(3):
        lock_projection(projection, tmp_path / "l", now=NOW + timedelta(hours=hours))
        lock_projection(projection, tmp_path / "l", now=NOW + timedelta(hours=hours))
    with clock.standing_still(NOW + timedelta(hours=3)):
        assert verify_ledger(tmp_path / "l").doubts == ()


def test_that_every_time_that_cannot_be_right_is_named():
    first = date(2026, 4, 20)
    times = [NOW, NOW - timedelta(days=400), NOW, NOW + timedelta(days=900)]
    early, ahead = time_doubts([(time, first) for time in times], NOW)
    assert early.startswith("Entry 2 ")
    assert ahead.startswith("Entry 4 ")
    assert "still to come" in ahead
    (alone,) = time_doubts([(NOW - timedelta(days=400), first)], NOW)
    assert "before its record ended" in alone


def test_that_a_week_begins_on_a_monday_in_london(tmp_path, projection):
    just_after = datetime(2026, 6, 29, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    entry = lock_projection(projection, tmp_path / "l", now=just_after)
    assert read_ledger(tmp_path / "l") == (entry,)
    assert entry.locked == just_after.astimezone(UTC)
    days = (date(2026, 6, 29) - entry.first_week).days
    assert entry.weeks_begun == min(days // 7 + 1, entry.weeks)


# ---- briefings


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("day", [date(1900, 3, 1), date(1975, 1, 1), date(2150, 6, 1), date.max])
def test_that_a_briefing_of_any_day_is_written(form, day, projection, tmp_path):
    path = tmp_path / f"a.{form}"
    export(brief([projection], About(on=day)), path)
    if form in ZIPPED:
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            years = {member.date_time[0] for member in archive.infolist()}
        assert years == {min(max(day.year, 1980), 2107)}


def test_that_a_briefing_of_antiquity_is_refused(projection):
    with pytest.raises(ModellerError, match="is the clock of this machine right"):
        brief([projection], About(on=date(33, 4, 3)))


@pytest.mark.parametrize("form", FORMS)
def test_that_no_clock_of_the_machine_keeps_a_briefing_from_being_written(
    form, projection, tmp_path, monkeypatch
):
    # what a library writes bears the machine's own time, which may be before any zip's
    before = SimpleNamespace(time=lambda: 0.0, localtime=lambda *_: time.gmtime(0))
    monkeypatch.setattr(zipfile, "time", before)
    with pytest.raises(ValueError, match="before 1980"):
        zipfile.ZipFile(io.BytesIO(), "w").writestr("anything", b"")
    export(brief([projection], About(on=date(2026, 1, 5))), tmp_path / f"a.{form}")
    assert (tmp_path / f"a.{form}").stat().st_size > 5_000


@pytest.mark.parametrize("form", ZIPPED)
def test_that_the_same_briefing_is_the_same_file_whenever_it_is_written(form, projection, tmp_path):
    about = About(on=date(2026, 1, 5))
    for name, year in (("one", 1975), ("two", 2026)):
        with at(year):
            export(brief([projection], about), tmp_path / f"{name}.{form}")
    one, two = (
        zipfile.ZipFile(io.BytesIO((tmp_path / f"{name}.{form}").read_bytes()))
        for name in ("one", "two")
    )
    assert one.namelist() == two.namelist()
    for name in one.namelist():
        assert one.read(name) == two.read(name), name


def test_that_a_briefing_dated_before_its_record_ends_is_said(scenario, tmp_path, capsys):
    to = ["--to", str(tmp_path / "a.zip")]
    with at(1975):
        code, _, said = run(capsys, "brief", scenario, *to)
    assert code == 0
    assert "dated 1975-01-02, before its record ends" in said
    with clock.standing_still(NOW):
        code, _, said = run(capsys, "brief", scenario, *to, "--force")
    assert code == 0
    assert "before its record" not in said
    assert shipped_record().last_day < NOW.date()


# ---- records and the history


def test_that_a_record_of_weeks_to_come_is_said(tmp_path, capsys):
    path = tmp_path / "ahead.csv"
    days = (date(2027, 1, 6) + timedelta(days=3 * number) for number in range(60))
    rows = (f"{day},20000,11,{int(day.day == 7)},5" for day in days)
    path.write_text("date,faces,alerts,false_alerts,arrests\n" + "\n".join(rows) + "\n")
    words = ("evidence", "import", str(path), "--check")
    with at(2026):
        code, page, _ = run(capsys, *words)
    assert code == 1
    assert "future-dates" in page
    assert "after today" in page
    with at(2028):
        assert "future-dates" not in run(capsys, *words)[1]


def test_that_a_clock_gone_astray_thins_the_newest_away_no_more(tmp_path):
    history = History(MET, tmp_path / "history.sqlite")
    with clock.standing_still(NOW):
        for number in range(50):
            history.record("plan", Scenario(title=f"{number}"))
        newest = history.versions("plan")[:ALWAYS_KEPT]
    with at(2300):
        history.thin()
        assert history.versions("plan") == newest
    history.close()


def test_that_what_was_done_last_is_the_newest_though_the_clock_went_back(tmp_path):
    history = History(MET, tmp_path / "history.sqlite")
    with clock.standing_still(NOW):
        history.record("plan", Scenario(title="first"))
    with at(2025):
        number = history.record("plan", Scenario(title="second"))
        assert history.record("plan", Scenario(title="second")) == number
    assert [one.scenario.title for one in history.versions("plan")] == ["second", "first"]
    history.close()


@pytest.mark.parametrize("year", [1970, 2150])
def test_that_no_library_asks_the_machine_for_the_day_of_a_zip(year, projection, monkeypatch):
    """They would, and a zip has no such year."""
    moment = time.struct_time((year, 1, 1, 0, 0, 0, 3, 1, 0))
    briefing = brief([projection], About(on=NOW.date()))
    statement = quality_log(effects(draws=100), catalogue(), shipped_record(), today=NOW.date())
    monkeypatch.setattr("zipfile.time.localtime", lambda *_: moment)
    for form in ("docx", "xlsx", "zip"):
        assert zipfile.ZipFile(io.BytesIO(render(briefing, form))).testzip() is None
    assert zipfile.ZipFile(io.BytesIO(word_document(statement))).testzip() is None
    with pytest.raises((ValueError, struct.error)), zipfile.ZipFile(io.BytesIO(), "w") as plain:
        plain.writestr("a", b"")


def test_that_a_clock_beyond_what_python_counts_is_a_sentence(monkeypatch, capsys):
    def beyond():
        raise OverflowError("timestamp too large")

    monkeypatch.setattr(time, "time", beyond)
    monkeypatch.setattr("modeller.cli._dispatch", lambda _arguments: time.time())
    code, printed, said = run(capsys, "list")
    assert (code, printed) == (2, "")
    assert said == (
        "the clock says a year after 2262; set the clock of this machine right; nothing was done\n"
    )
