"""A record of one's own: read row by row, shown before and after, kept beside the shipped one."""

import json
import math
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from modeller.base import clock
from modeller.base.bounded_reading import FileKind, read_file
from modeller.base.errors import ModellerError
from modeller.base.saving import write_atomically
from modeller.cli import main
from modeller.projection import project
from modeller.records import store
from modeller.records.preview import Said
from modeller.scenario import Scenario
from tests.met import (
    calibrate,
    catalogue,
    catalogue_for,
    damaged_records,
    folder,
    import_record,
    posterior_changes,
    read_user_record,
    record_for,
    record_label,
    remove,
    shipped_record,
    stored_records,
)
from tests.met import choose_record as choose

HEADER = "date,faces,alerts,false_alerts,arrests\n"
LATER = Said(today=date(2199, 12, 31))
"""No day of the file is after today."""


def file_of(tmp_path, text, name="mine.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def deployments(weeks=20, faces=20_000, alerts=11, start=date(2025, 1, 6)):
    days = (start + timedelta(weeks=week, days=day) for week in range(weeks) for day in (1, 3))
    rows = (f"{day},{faces},{alerts},{int(i % 9 == 0)},5" for i, day in enumerate(days))
    return HEADER + "\n".join(rows) + "\n"


def problems_of(tmp_path, text):
    with pytest.raises(ModellerError) as caught:
        read_user_record(file_of(tmp_path, text))
    return [str(problem) for problem in caught.value.problems]


# --- Reading -----------------------------------------------------------------------------------


def test_that_deployments_add_up_to_weeks(tmp_path):
    text = (
        "Date, Faces scanned ,Alerts,False alerts,Arrests,Hours,Threshold,Watchlist\n"
        "2025-01-12,1000,5,1,2,5.5,0.64,15000\n"
        "06/01/2025,2000,3,0,1,6,0.64,16000\n"
        "2025-01-20,500,1,0,0,,,\n"
    )
    said = Said(accept=frozenset(("out-of-order",)))
    record = read_user_record(file_of(tmp_path, text), said)
    assert [str(week) for week in record.week_starting] == ["2025-01-06", "2025-01-20"]
    assert record.deployments.tolist() == [2, 1]
    assert record.faces_scanned.tolist() == [3000, 500]
    assert record.true_alerts.tolist() == [7, 1]
    assert record.hours[0] == 11.5
    assert math.isnan(record.hours[1])
    assert record.threshold[0] == 0.64
    assert record.watchlist[0] == 15_500
    assert record.by_week().deployments.tolist() == [2, 0, 1]
    assert set(record.face_count_basis) == {"current"}


def test_that_the_weekly_form_is_read_too(tmp_path):
    with clock.standing_still(datetime(2026, 5, 4, 9, 30, tzinfo=UTC)):  # after its last week
        record = read_user_record(file_of(tmp_path, shipped_record().to_csv()))
    assert record == shipped_record()


def test_that_deployments_before_the_count_changed_are_on_the_earlier_basis(tmp_path):
    record = read_user_record(
        file_of(tmp_path, HEADER + "2024-07-21,500,1,0,0\n2024-07-22,9000,1,0,0\n")
    )
    assert record.face_count_basis.tolist() == ["earlier", "current"]


def test_that_every_bad_row_is_listed_with_line_column_and_reason(tmp_path):
    text = (
        HEADER + "2025-01-06,1000,5,1,2\n"
        "2025-13-06,1000,5,1,2\n"
        "2025-01-08,1e3,5,1,2\n"
        "2025-01-09,1000,5,6,2\n"
        "2025-01-10,1000,5,1,5\n"
        "2025-01-11,1000,5\n"
        "2025-01-12,-4,5,1,2\n"
        "2025-01-13,1000,,1,2\n"
    )
    found = problems_of(tmp_path, text)
    expected = [
        ("line 3, date", "2025-13-06"),
        ("line 4, faces", "1e3"),
        ("line 5, false_alerts", "more than the 5 alerts"),
        ("line 6, arrests", "more than the 4 true alerts"),
        ("line 7", "has 3 cells"),
        ("line 8, faces", "-4"),
        ("line 9, alerts", "is empty"),
    ]
    assert len(found) == len(expected)
    for text, (where, what) in zip(found, expected, strict=True):
        assert text.startswith(where)
        assert what in text


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "is empty"),
        (HEADER, "has no rows"),
        ("date,faces,alerts,arrests\n", "lacks the column false_alerts"),
        (HEADER.replace("faces", "date"), "repeats date"),
        (HEADER.replace("arrests", "arests"), "is named “arests”"),
        (HEADER + '2025-01-06,"1000,5,1,2\n', "cannot be read as CSV"),
        (HEADER.encode() + b"2025-01-06,\xff,5,1,2\n", "is “ÿ”"),
        (HEADER[:-1] + ",hours\n2025-01-06,9,1,0,0,25\n", "between 0 and 24"),
        (HEADER[:-1] + ",true_alerts\n2025-01-06,9,4,1,0,2\n", "true and false alerts make 3"),
    ],
)
def test_that_what_cannot_be_a_record_is_refused_with_its_reason(tmp_path, text, what):
    assert any(what in problem for problem in problems_of(tmp_path, text))


def test_that_a_thousand_faults_are_not_all_listed(tmp_path):
    found = problems_of(tmp_path, HEADER + "x,1,1,0,0\n" * 5_000)
    assert len(found) == 1_001
    assert "4,000 more problems" in found[-1]


# --- Keeping -----------------------------------------------------------------------------------


@pytest.fixture
def mine(tmp_path):
    return read_user_record(file_of(tmp_path, deployments()))


def test_that_a_record_is_kept_beside_the_shipped_one_and_found_again(mine):
    kept = import_record(mine, "Ours", today=date(2026, 1, 2))
    assert kept.digest == mine.digest
    assert kept.imported == date(2026, 1, 2)
    assert stored_records() == (kept,)
    assert choose("ours") == choose(mine.digest[:8]) == kept
    assert record_for(mine.digest) == mine
    assert record_label(mine.digest) == "Ours, to 25 May 2025"
    assert record_for(None) is shipped_record()
    assert catalogue_for(None) is catalogue()
    assert catalogue_for(shipped_record().digest) is catalogue()


def test_that_its_catalogue_has_its_numbers_and_is_made_once(mine):
    import_record(mine)
    found = catalogue_for(mine.digest)
    expected = calibrate(mine).estimate("faces_per_deployment").value
    assert found.beliefs["faces_per_deployment"].baseline == pytest.approx(expected, rel=1e-6)
    assert catalogue_for(mine.digest) is found


def test_that_a_scenario_on_a_record_of_ones_own_projects_from_it(mine):
    import_record(mine)
    scenario = Scenario(weeks=4, draws=200, record=mine.digest)
    own = project(scenario, catalogue=catalogue_for(scenario.record))
    shipped = project(scenario.replace(record=None))
    assert own.fingerprint != shipped.fingerprint
    assert own.totals("faces_scanned").mean() != shipped.totals("faces_scanned").mean()


def test_that_a_record_that_is_not_here_is_asked_for_by_its_digest():
    with pytest.raises(ModellerError, match="aaaaaaaaaaaa… is not kept here; import the file"):
        catalogue_for("a" * 64)
    with pytest.raises(ModellerError, match="is not kept here"):
        record_for("../../etc/passwd")


def test_that_nothing_is_kept_of_a_record_that_cannot_be_calibrated_on(tmp_path):
    quiet = read_user_record(file_of(tmp_path, HEADER + "2024-05-06,500,1,0,0\n"))
    with pytest.raises(ModellerError, match="no weeks beginning"):
        import_record(quiet)
    assert not folder().exists() or not list(folder().iterdir())


def test_that_the_shipped_record_and_taken_names_are_refused(mine, tmp_path):
    with pytest.raises(ModellerError, match="is the record that is shipped"):
        import_record(shipped_record(), "copy")
    import_record(mine, "Ours")
    other = read_user_record(file_of(tmp_path, deployments(weeks=15)))
    for name in ("ours", "shipped", "  ", "x" * 101, "a\x1bb"):
        with pytest.raises(ModellerError):
            import_record(other, name)
    assert len(stored_records()) == 1


def test_that_importing_again_changes_nothing(mine):
    first = import_record(mine, "Ours")
    assert import_record(mine, "Other name") == first


def test_that_a_record_altered_on_the_disk_is_not_used(mine):
    import_record(mine, "Ours")
    (path,) = folder().iterdir()
    document = json.loads(path.read_bytes())
    document["csv"] = document["csv"].replace(",20000,", ",20001,", 1).replace("40000", "40001", 1)
    path.write_text(json.dumps(document))
    with pytest.raises(ModellerError, match="is damaged"):
        record_for(mine.digest)
    assert remove(mine.digest) is None
    assert stored_records() == ()


def test_that_a_removed_record_is_gone(mine):
    import_record(mine, "Ours")
    remove("OURS")
    assert stored_records() == ()
    with pytest.raises(ModellerError, match="is not kept here"):
        catalogue_for(mine.digest)
    with pytest.raises(ModellerError, match="no record has been imported"):
        remove("ours")


def spoil(digest):
    path = folder() / f"{digest}.record.json"
    path.write_bytes(path.read_bytes()[:200])


def test_that_a_record_is_read_again_only_when_its_file_has_changed(mine, monkeypatch):
    import_record(mine, "Ours")
    read: list[Path] = []

    def noted(path: Path, kind: FileKind) -> bytes:
        read.append(path)
        return read_file(path, kind)

    monkeypatch.setattr(store, "read_file", noted)
    for _ in range(3):
        assert record_for(mine.digest) == mine
        assert record_label(mine.digest).startswith("Ours")
    assert len(read) <= 1  # importing it has read it
    spoil(mine.digest)
    with pytest.raises(ModellerError, match="is damaged"):
        record_for(mine.digest)


def test_that_one_damaged_record_is_in_no_others_way(mine, tmp_path, capsys):
    other = read_user_record(file_of(tmp_path, deployments(weeks=15)))
    import_record(mine, "Ours")
    kept = import_record(other, "Other")
    spoil(mine.digest)
    assert stored_records() == (kept,)
    assert [one.digest for one in damaged_records()] == [mine.digest]
    assert choose("other") == kept
    third = read_user_record(file_of(tmp_path, deployments(weeks=16)))
    assert import_record(third, "Third").name == "Third"
    assert main(["evidence", "list"]) == 0
    printed = capsys.readouterr()
    assert "Other" in printed.out
    assert f"record {mine.digest[:12]}… is damaged" in printed.err
    with pytest.raises(ModellerError, match="is damaged"):
        choose(mine.digest[:12])
    assert main(["evidence", "remove", mine.digest[:12]]) == 0  # as many as are shown
    assert damaged_records() == ()
    assert {one.name for one in stored_records()} == {"Other", "Third"}


def test_that_importing_the_file_again_makes_a_damaged_record_good(mine):
    import_record(mine, "Ours")
    spoil(mine.digest)
    assert import_record(mine, "Ours").digest == mine.digest
    assert record_for(mine.digest) == mine
    assert damaged_records() == ()


def test_that_a_folder_in_place_of_a_record_is_named_and_left_alone(mine):
    import_record(mine, "Ours")
    path = folder() / f"{mine.digest}.record.json"
    path.unlink()
    path.mkdir()
    (path / "somebody's").write_text("own")
    said = "has a folder where its file should be.*move that folder away"
    (damaged,) = damaged_records()
    with pytest.raises(ModellerError, match=said):
        raise ModellerError(damaged.problem)
    for act in (
        lambda: remove(mine.digest),
        lambda: record_for(mine.digest),
        lambda: import_record(mine, "Ours"),
    ):
        with pytest.raises(ModellerError, match=said):
            act()
    assert (path / "somebody's").read_text() == "own"
    path.rename(path.with_name("moved"))  # what the message says helps
    assert damaged_records() == ()
    assert import_record(mine, "Ours").digest == mine.digest


def test_that_a_link_to_a_folder_in_place_of_a_record_can_be_removed(mine, tmp_path):
    import_record(mine, "Ours")
    path = folder() / f"{mine.digest}.record.json"
    path.unlink()
    try:
        path.symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    assert [one.digest for one in damaged_records()] == [mine.digest]
    assert remove(mine.digest) is None
    assert damaged_records() == ()
    assert tmp_path.is_dir()


def test_that_of_many_who_take_a_name_at_once_one_gets_it(tmp_path, monkeypatch):
    records = [read_user_record(file_of(tmp_path, deployments(weeks=10 + n))) for n in range(6)]
    monkeypatch.setattr(store, "recalibrated", lambda *_: None)
    write = write_atomically

    def slowly(*arguments, **others):
        time.sleep(0.05)  # as long as the others need to look at the names
        write(*arguments, **others)

    monkeypatch.setattr(store, "write_atomically", slowly)

    def take(record):
        try:
            return import_record(record, "same")
        except ModellerError:
            return None

    with ThreadPoolExecutor(len(records)) as pool:
        kept = [found for found in pool.map(take, records) if found is not None]
    assert stored_records() == tuple(kept)
    assert len(kept) == 1


# --- Before and after --------------------------------------------------------------------------


def test_that_every_posterior_is_shown_before_and_after(mine):
    changes = {change.key: change for change in posterior_changes(mine)}
    faces = changes["faces_per_deployment"]
    assert faces.before is not None
    assert faces.after is not None
    assert faces.before.value == calibrate(shipped_record()).estimate(faces.key).value
    assert faces.after.value == calibrate(mine).estimate(faces.key).value
    assert faces.moved
    assert not changes["black_share_of_false_alerts"].moved


@pytest.mark.parametrize("weeks", [1, 500])
def test_that_short_and_long_records_can_be_imported(tmp_path, weeks):
    record = read_user_record(file_of(tmp_path, deployments(weeks=weeks)), LATER)
    kept = import_record(record, f"of {weeks}")
    assert kept.weeks == weeks
    assert np.isfinite(catalogue_for(kept.digest).figures["reference_deployments"])


def test_that_ten_thousand_weeks_can_be_imported(tmp_path):
    start = np.datetime64("2025-01-06")
    weeks = start + 7 * np.arange(9_000)
    rows = "\n".join(f"{week},15000,8,{int(i % 50 == 0)},3" for i, week in enumerate(weeks))
    record = read_user_record(file_of(tmp_path, HEADER + rows + "\n"), LATER)
    assert import_record(record, "long").weeks == 9_000


# --- The command -------------------------------------------------------------------------------


def test_that_import_shows_what_changes_and_list_shows_what_is_kept(tmp_path, capsys):
    path = file_of(tmp_path, deployments())
    assert main(["evidence", "import", str(path), "--check"]) == 0
    assert "Nothing was kept" in capsys.readouterr().out
    assert main(["evidence", "import", str(path), "--name", "Ours"]) == 0
    shown = capsys.readouterr().out
    assert "Shipped record" in shown
    assert "Faces per deployment" in shown
    assert "Luck shared by alerts and arrests" in shown
    assert "alerts_and_arrests" not in shown
    assert main(["evidence", "list", "--format", "json"]) == 0
    assert [row["name"] for row in json.loads(capsys.readouterr().out)["records"]] == [
        "shipped",
        "Ours",
    ]


def test_that_export_gives_back_a_file_that_can_be_imported(tmp_path, capsysbinary, mine):
    import_record(mine, "Ours")
    assert main(["evidence", "export", "ours"]) == 0
    again = read_user_record(file_of(tmp_path, capsysbinary.readouterr().out, "again.csv"))
    assert again == mine


def test_that_a_bad_file_exits_with_2_and_its_problems(tmp_path, capsys):
    path = file_of(tmp_path, HEADER + "2025-01-06,x,5,1,2\n2025-01-07,y,5,1,2\n")
    assert main(["evidence", "import", str(path)]) == 2
    told = capsys.readouterr().err.splitlines()
    assert [line.split(" is ")[0] for line in told] == ["line 2, faces", "line 3, faces"]
    assert stored_records() == ()


def test_that_show_and_remove_name_the_record(tmp_path, capsys, mine):
    import_record(mine, "Ours")
    assert main(["evidence", "show", "ours", "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("key,label,unit,before_value")
    assert main(["evidence", "remove", "ours"]) == 0
    assert main(["evidence", "show", "ours"]) == 2
