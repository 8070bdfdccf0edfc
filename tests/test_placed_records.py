"""A record of the user's own with places is fitted by place, as the shipped one is."""

import gc
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from modeller.base.errors import ModellerError
from modeller.calibration.places.drawn_fit import PlacedDraws
from modeller.calibration.places.drawn_weeks import WeeklyDraws
from modeller.calibration.places.fit import PlacesFit, fit
from modeller.calibration.places.kept import places_fit
from modeller.cli import main
from modeller.evidence import Deployments
from modeller.projection import project
from modeller.projection.by_place import by_place
from modeller.records.importing import keep
from modeller.records.preview import Said
from modeller.scenario import Scenario
from modeller.scenario.file import write_scenario
from modeller.sweep.running import _catalogue_of, record_to_send
from tests.met import (
    MET,
    catalogue,
    catalogue_for,
    folder,
    import_record,
    plan_import,
    preview_bytes,
    record_for,
    shipped_deployments,
    shipped_record,
    stored_records,
)
from tests.record_tables import csv_of

HEADER = ("date", "place", "faces", "alerts", "true_alerts", "false_alerts", "arrests", "hours")


def table(*, without_place=0.0, year=2025):
    rows = [row for row in shipped_deployments().rows if row.date.year == year]
    return [
        (str(row.date), "" if at < without_place * len(rows) else row.place, row.faces_scanned,
         row.alerts, row.true_alerts, row.false_alerts, row.arrests, row.hours or "")
        for at, row in enumerate(rows)
    ]  # fmt: skip


def planned(rows, **said):
    """The table as it would stand alone, all that is unusual confirmed."""
    content = csv_of([HEADER, *rows]).encode()
    first = plan_import(preview_bytes(content, "own.csv", Said(**said)), Said(**said), alone=True)
    keys = frozenset(one.choices[0].key for one in first.findings)
    said_all = Said(accept=keys, **said)
    return plan_import(preview_bytes(content, "own.csv", said_all), said_all, alone=True)


def test_that_sites_of_an_own_record_have_effects_of_their_own():
    stored = keep(planned(table()))
    fit = catalogue_for(stored.digest).fit
    assert isinstance(fit, PlacedDraws)
    sites = {row.site for row in fit.ordinary.rows}
    assert "Croydon, North End" in sites
    drawn = fit.places(1, 512).drawn["faces"].sites
    means = [float(np.mean(effect)) for effect in drawn.values()]
    assert np.std(means) > 0.1


def test_that_a_row_without_a_place_is_a_site_of_its_own():
    record = planned(table(without_place=0.2)).record
    blank = [row.site for row in record.rows.rows if not row.place]
    assert len(blank) == len(set(blank)) > 10


def test_that_a_record_that_hardly_names_places_is_fitted_by_week():
    whole = planned(table(without_place=0.7)).record
    assert whole.rows is None
    stored = keep(planned(table(without_place=0.7)))
    assert isinstance(catalogue_for(stored.digest).fit, WeeklyDraws)


def test_that_what_a_place_is_said_to_be_is_part_of_what_the_digest_stands_for():
    rows = [(*row[:1], f"Stand {at % 5}", *row[2:]) for at, row in enumerate(table())]
    one = planned(rows).record
    other = planned(rows, places={"Stand 1": "Camden"}).record
    assert one.digest_of_weeks == other.digest_of_weeks
    assert one.digest != other.digest
    assert one == planned(rows).record


def test_that_a_kept_record_with_altered_places_is_called_damaged():
    stored = keep(planned(table()))
    (path,) = (each for each in folder().iterdir() if each.name.startswith(stored.digest))
    text = path.read_text("utf-8")
    path.write_text(text.replace("Croydon, North End", "Camden High Street"), "utf-8")
    with pytest.raises(ModellerError, match="damaged"):
        record_for(stored.digest)


def test_that_a_record_kept_before_places_were_fitted_reads_as_it_was():
    record = replace(planned(table()).record, rows=None)
    stored = import_record(record, "Before", deployments=planned(table()).deployments)
    assert stored.digest == record.digest_of_weeks
    assert record_for(stored.digest).rows is None


def test_that_a_mix_may_name_a_site_that_the_record_never_saw():
    mix = {"site: Croydon, North End": 0.5, "borough: Camden": 0.5}
    rows = [row for row in table() if "Croydon" not in row[1] and "North End" not in row[1]]
    stored = keep(planned(rows))
    fit = catalogue_for(stored.digest).fit
    assert fit is not None
    drawn = fit.drawn(1, 64, mix)
    assert np.isfinite(drawn.place["faces"]).all()


def test_that_totals_by_place_stand_on_the_own_record(capsys, tmp_path):
    stored = keep(planned(table()), "Own places")
    scenario = Scenario(draws=200, weeks=8, record=stored.digest)
    known = by_place(project(scenario, catalogue=catalogue_for(stored.digest)))
    shipped = by_place(project(Scenario(draws=200, weeks=8), catalogue=catalogue()))
    of = {key: each.share for key, each in known.places.items()}
    rows = record_for(stored.digest).rows
    assert rows is not None
    fixed = [row.fixed_cameras for row in rows.rows]
    assert not any(fixed)  # the table does not say which they were
    assert sum(of.values()) == pytest.approx(1.0)
    assert of["borough: Croydon"] > shipped.places["borough: Croydon"].share
    assert of["fixed cameras: Croydon, North End"] == 0.0
    unknown = [(*row[:1], "Nowhere known", *row[2:]) for row in table()[:20]] + table()[20:]
    stored = keep(planned(unknown), "Some unknown")
    scenario = Scenario(draws=200, weeks=8, record=stored.digest)
    with pytest.raises(ModellerError, match="of which nobody knows the borough"):
        by_place(project(scenario, catalogue=catalogue_for(stored.digest)))
    path = tmp_path / "unknown.scenario.json"
    write_scenario(path, scenario)
    capsys.readouterr()
    assert main(["trade-off", str(path), "--over-mixes"]) == 2
    complained = capsys.readouterr().err
    assert "record has 20 deployments of which nobody knows the borough" in complained
    assert main(["evidence", "show", "own places"]) == 0


def test_that_a_worker_elsewhere_gets_the_same_numbers():
    stored = keep(planned(table()))
    scenario = Scenario(record=stored.digest)
    text = record_to_send(scenario)
    sent = _catalogue_of(text, stored.digest, MET)
    here = catalogue_for(stored.digest)
    assert sent.fit is not None
    assert here.fit is not None
    one, other = (fit.drawn(1, 64).place for fit in (sent.fit, here.fit))
    assert {key: one[key].tolist() for key in one} == {key: other[key].tolist() for key in other}


def test_that_the_shipped_weeks_are_known_as_shipped_whatever_is_said_of_places():
    with_rows = replace(shipped_record(), rows=shipped_deployments())
    with pytest.raises(ModellerError, match="is the record that is shipped"):
        import_record(with_rows, "Again")
    assert stored_records() == ()


def test_that_of_many_records_only_the_last_fit_stays_in_memory():
    rows = shipped_deployments().rows
    kept = [PlacedDraws(Deployments(rows[-60 - more :]), date(2025, 9, 1)) for more in range(6)]
    for one in kept:
        one.drawn(1, 16)
        _ = one.places(2, 16).drawn["faces"]  # the others, which are drawn later, need it again
    gc.collect()
    ours = [one.ordinary for one in kept]
    # by its type: a weak proxy of something gone raises an error for anything else
    fits = [one for one in gc.get_objects() if type(one) is PlacesFit and one.ordinary in ours]
    assert len(fits) == 1
    assert ours == [one.fit.ordinary for one in kept]  # made again when it is asked for


def test_that_a_fit_made_again_has_the_same_bits():
    rows = Deployments(shipped_deployments().rows[-70:])
    since = date(2025, 9, 1)
    anew, again = fit(rows, since=since), places_fit(rows, since)
    for key, outcome in anew.outcomes.items():
        effects = outcome.posterior.effects, again.outcomes[key].posterior.effects
        for name in ("others", "sites", "factor", "tie", "site_precision", "evidence"):
            np.testing.assert_array_equal(*(getattr(one, name) for one in effects))
    assert anew.together == again.together
