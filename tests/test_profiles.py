"""A force is a value that is handed down: another one needs data and no line of code."""

import ast
import json
import pickle
import re
import shutil
import tokenize
import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from modeller.base.errors import ModellerError
from modeller.cli import main
from modeller.model.catalogue import shared_tables
from modeller.profiles import Profile, load_profile, profile_folder, shipped_profile
from modeller.profiles.merging import OWN
from modeller.projection import project
from modeller.projection.comparison import compare
from modeller.records import catalogue_for, folder, import_record
from modeller.scenario import Scenario, canonical_digest, differences
from modeller.scenario.document import scenario_document
from modeller.scenario.file import (
    load_profile_whole,
    load_scenario,
    parse_document,
    read_scenario,
    write_scenario,
)
from modeller.scenario.opened import open_code
from modeller.scenario.share_code import share_code
from tests.met import MET

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "profiles" / "avon"
AVON = load_profile(FOLDER)
PLAN = load_scenario("three-a-week", AVON).scenario
FORCES = re.compile(
    r"\bMet\b|Metropolitan|Scotland Yard|(?<!Europe/)London|[Ff]our a week|[Ff]our deployments"
    r"|Londres|[Qq]uatre par semaine|[Qq]uatre déploiements"
    r"|(?<![-\d/])\b202[0-9]\b(?!-)"
)
"""Words and years that only one force has."""


def problems_of(folder) -> list[str]:
    with pytest.raises(ModellerError) as caught:
        load_profile(folder)
    return [str(problem) for problem in caught.value.problems]


@pytest.fixture
def copy(tmp_path):
    """A copy of the invented profile, and what replaces a text in one of its files."""
    place = tmp_path / "other"
    shutil.copytree(FOLDER, place)

    def change(name: str, old: str, new: str) -> None:
        text = (place / name).read_text("utf-8")
        assert old in text
        (place / name).write_text(text.replace(old, new, 1), "utf-8")

    return place, change


# ---------------------------------------------------------------- what one is


def test_that_an_invented_force_projects_with_its_own_numbers():
    projection = project(PLAN)
    assert projection.catalogue.figures["officers"] == 2800
    assert Scenario(profile=AVON).value("deployments_per_week") == 2
    assert PLAN.catalogue.levers["deployments_per_week"].maximum == 6
    least = compare([project(Scenario(profile=AVON, weeks=12, draws=400)), projection])
    assert least.difference("deployments", 0, 1)[4] == pytest.approx(12, abs=2)
    with pytest.raises(ModellerError, match="7"):
        Scenario(profile=AVON, changes={"deployments_per_week": 7})


def test_that_an_invented_force_calibrates_on_its_own_record():
    found = AVON.calibrate()
    assert found.record_digest == AVON.record.digest != MET.record.digest
    for key, table in found.beliefs.items():
        if AVON.catalogue.beliefs[key].grade == "derived":
            median = AVON.catalogue.beliefs[key].baseline
            again = AVON.catalogue.recalibrated({key: table}, {}).beliefs[key].baseline
            assert again == pytest.approx(median, rel=1e-5)


def test_that_equations_and_machine_code_are_the_same_for_every_force():
    assert AVON.catalogue.model == MET.catalogue.model
    assert list(AVON.catalogue.sliders) == list(MET.catalogue.sliders)
    assert AVON.catalogue.version == MET.catalogue.version


def test_that_no_field_is_declared_by_the_model_and_by_the_shipped_profile():

    shared, own = shared_tables(), tomllib.loads(MET.files["catalogue.toml"].decode())
    assert set(own) == set(OWN) == set(shared) - {"model", "gone"}
    for group, entries in shared.items():
        for key, fields in entries.items() if group in OWN else ():
            assert not fields.keys() & own[group][key].keys(), key


def test_that_a_profile_is_its_content_and_reaches_another_process():
    again = pickle.loads(pickle.dumps(AVON))
    assert again == AVON != MET
    assert hash(again) == hash(AVON)
    assert pickle.loads(pickle.dumps(MET)) is MET
    assert pickle.loads(pickle.dumps(PLAN)) == PLAN


def test_that_the_shipped_folder_is_the_shipped_profile():
    assert load_profile(ROOT / "modeller" / "profiles" / "met") is shipped_profile()
    assert profile_folder(FOLDER / "scenarios" / "baseline.scenario.json") == FOLDER
    assert profile_folder(FOLDER) == profile_folder(FOLDER / "profile.toml") == FOLDER
    assert profile_folder(ROOT / "scenarios" / "baseline.scenario.json") is None


# ---------------------------------------------------------------- files and records


def test_that_a_scenario_names_its_profile_and_opens_with_no_other(tmp_path):
    place = tmp_path / "plan.scenario.json"
    write_scenario(place, PLAN)
    document = json.loads(place.read_text("utf-8"))
    assert document["profile"] == {"key": "avonmouth", "digest": AVON.digest}
    loaded = read_scenario(place, AVON)
    assert loaded.scenario == PLAN
    assert loaded.edited is False
    with pytest.raises(ModellerError, match=r"avonmouth.*profile in use is met.*--profile FOLDER"):
        read_scenario(place, profile=MET)
    assert open_code(share_code(PLAN), AVON).scenario.changes == PLAN.changes
    with pytest.raises(ModellerError, match="profile in use is met"):
        open_code(share_code(PLAN), profile=MET)


def test_that_a_scenario_of_the_shipped_profile_names_it_too(tmp_path):
    document = scenario_document(Scenario())
    assert document["profile"] == {"key": "met", "digest": MET.digest}
    # files from before say none; those of another edition open, and say so
    older = {name: part for name, part in document.items() if name != "profile"}
    assert parse_document(older, MET).notes == ()
    other = {**document, "profile": {"key": "met", "digest": "ab" * 32}}
    loaded = parse_document(other, MET)
    assert loaded.notes == (
        "The profile met has changed since the file was saved: numbers may differ.",
    )
    assert loaded.edited is False
    assert loaded.scenario == Scenario()
    with pytest.raises(ModellerError, match='"met", but the profile in use is avonmouth'):
        read_scenario(ROOT / "scenarios" / "baseline.scenario.json", AVON)


def test_that_another_edition_of_the_profile_is_noted_and_moves_the_fingerprint(copy, tmp_path):
    place, change = copy
    change("catalogue.toml", "value = 2800", "value = 2801")
    newer = load_profile(place)
    write_scenario(tmp_path / "old.scenario.json", PLAN)
    loaded = read_scenario(tmp_path / "old.scenario.json", newer)
    assert any("has changed since" in note for note in loaded.notes)
    assert loaded.scenario.fingerprint != PLAN.fingerprint
    assert [each.key for each in differences(PLAN, loaded.scenario)] == ["profile"]


def test_that_another_wording_of_the_profile_is_the_same_to_a_file(copy, tmp_path):
    place, change = copy
    write_scenario(tmp_path / "plan.scenario.json", PLAN)
    change("profile.toml", "Avonmouth Constabulary", "Constabulary of Avonmouth")
    change("catalogue.toml", "Invented for the tests: deployments.", "How often vans go out.")
    change("catalogue.toml", 'sources = ["invented-record"]', 'sources = ["invented-report"]')
    change("sources.toml", "https://example.org", "https://example.com")
    change("named_mixes.toml", "Two squares", "Both squares")
    put_better = load_profile(place)
    assert put_better != AVON
    assert put_better.digest == AVON.digest
    loaded = read_scenario(tmp_path / "plan.scenario.json", put_better)
    assert (loaded.notes, loaded.edited) == ((), False)
    assert loaded.scenario.fingerprint == PLAN.fingerprint
    assert differences(PLAN, loaded.scenario) == ()


def test_that_a_file_that_knows_the_profile_by_all_its_words_opens_as_before(tmp_path):
    # so files were written before words were left out of the digest; the fingerprint holds it
    older = scenario_document(PLAN)
    older["profile"]["digest"] = AVON.digest_of_files
    inputs = {name: older[name] for name in ("resolved", "weeks", "draws", "seed")}
    days = {"days_per_week": None}  # follows the deployments, and is no input of its own
    inputs |= {
        "resolved": {**older["resolved"], **days},
        "model": older["model"]["version"],
        "streams": older["model"]["streams"],
        "record": older["record"]["digest"],
        "profile": AVON.digest_of_files,
    }
    older["fingerprints"] = {"inputs": canonical_digest(inputs)}
    loaded = parse_document(older, AVON)
    assert (loaded.notes, loaded.edited) == ((), False)
    assert loaded.scenario == PLAN
    older["profile"]["digest"] = AVON.digest
    assert parse_document(older, AVON).edited is True


LINES = AVON.files["catalogue.toml"].decode().splitlines()


def test_that_what_moves_numbers_is_in_the_digest_and_no_word_is():
    """Every line of the catalogue, each by itself."""
    words = numbers = 0
    for place, line in enumerate(LINES):
        name, equals, value = line.partition(" = ")
        if not equals or line.startswith("#"):
            continue
        worded = value.startswith(('"', '["'))
        changed = value.replace('"', '"Other ', 1) if worded else re.sub(r"\d", "7", value, count=1)
        if changed == value:
            changed = re.sub(r"\d", "8", value, count=1)
        text = "\n".join([*LINES[:place], f"{name} = {changed}", *LINES[place + 1 :]])
        other = Profile({**AVON.files, "catalogue.toml": text.encode()})
        assert (other.digest == AVON.digest) is worded, line
        assert other.digest_of_files != AVON.digest_of_files
        words, numbers = words + worded, numbers + (not worded)
    assert min(words, numbers) > 50


@pytest.mark.parametrize(
    ("name", "old", "new", "moves"),
    [
        ("weeks.csv", "2025-01-06,2,13257", "2025-01-06,2,13258", True),
        ("deployments.csv", "3415,2,2,0,1", "3416,2,2,0,1", True),
        ("areas.csv", "98000", "98001", True),
        ("areas.csv", "70.0,0,1,", "70.0,4,4,Harbour", False),
        ("named_mixes.toml", "weight = 1", "weight = 2", True),
        ("named_mixes.toml", "Deux places", "Places", False),
        ("profile.toml", "last_full_year = 2025", "last_full_year = 2024", True),
        ("profile.toml", "two a week", "twice a week", False),
        ("sources.toml", "number = 4", "number = 5", True),
        ("sources.toml", "False alerts whose", "Those whose", False),
    ],
)
def test_that_record_areas_and_mixes_are_in_the_digest_without_their_words(name, old, new, moves):
    text = AVON.files[name].decode()
    assert old in text
    other = Profile({**AVON.files, name: text.replace(old, new, 1).encode()})
    assert (other.digest != AVON.digest) is moves


def test_that_records_are_kept_for_each_force_apart():
    assert folder(AVON) != folder(MET)
    assert folder(MET).name == "records"
    later = AVON.record.since("2025-03-03")
    kept = import_record(later, AVON, "later")
    assert catalogue_for(kept.digest, AVON).figures["officers"] == 2800
    with pytest.raises(ModellerError, match="not kept here"):
        catalogue_for(kept.digest, MET)


# ---------------------------------------------------------------- what is wrong with one


def test_that_every_problem_of_every_file_is_told_at_once(copy):
    place, change = copy
    change("catalogue.toml", "[constants.officers]", "[constants.oficers]")
    change("catalogue.toml", "baseline = 6000", "baseline = 60000000")
    change("catalogue.toml", 'grade = "judgement"', 'grade = "guess"')
    change("catalogue.toml", "minimum = 0.4", "minimun = 0.4")
    change("weeks.csv", "2025-01-13", "2025-01-14")
    change("profile.toml", '"false-alerts-counted"', '"false-alerts-counte"')
    told = "\n".join(problems_of(place))
    assert "constants.oficers is not known here; did you mean officers?" in told
    assert "constants.officers is missing" in told
    assert "choices.watchlist_size has its baseline" in told
    assert "guess" in told
    assert "true_match_rate.minimun is not known here; did you mean minimum?" in told
    assert "true_match_rate.minimum is missing" in told
    assert "weeks.csv, line 3, week_starting is 2025-01-14" in told
    assert "did you mean false-alerts-counted?" in told


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("profile.toml", "format = 1", "format = 2", "reads format 1"),
        ("profile.toml", "format = 1", "format = ", "cannot be read as TOML"),
        ("profile.toml", '"weeks.csv"', '"../weeks.csv"', "weekly is ../weeks.csv"),
        ("profile.toml", 'place = "Avonmouth"', "", "names.place is missing"),
        ("profile.toml", "last_full_year", "last_ful_year", "did you mean last_full_year?"),
        (
            "profile.toml",
            'plan = "three-a-week"',
            'plan = "three"',
            "the names are baseline, three-a-week",
        ),
        ("profile.toml", 'key = "avonmouth"', 'key = "../x"', "key is ../x"),
        ("sources.toml", "https://example.org", "file:///etc", "plain https address"),
        ("sources.toml", 'id = "invented-report"', 'id = "x"', "invented-report is not known"),
        ("sources.toml", "number = 4", "number = nan", "it must be a number"),
        ("catalogue.toml", 'family = "beta"', 'family = "bata"', "distribution is"),
        ("catalogue.toml", "maximum = 6", "maximum = 1", "minimum must be the smaller"),
        ("catalogue.toml", "maximum = 6", "maximum = 1" + 400 * "0", "it must be a number"),
        ("catalogue.toml", "evidence = [0, 4]", "evidence = [0, inf]", "two numbers in order"),
        ("sources.toml", "number = 4", "number = 1" + 400 * "0", "it must be a number"),
        ("profile.toml", "from = 2025-01-06", "from = 0001-01-01", "of the years 2016 to 2199"),
        ("profile.toml", "from = 2025-01-06", "from = 2198-01-06", "on but those at events"),
        ("profile.toml", "last_full_year = 2025", "last_full_year = 99999", "a year from 2016"),
        ("profile.toml", "taken_down = 2026", "taken_down = 9999", "of the years 2016 to 2199"),
        ("profile.toml", 'key = "avonmouth"', 'key = "met"', "a key of its own"),
        ("named_mixes.toml", "[evenly]", '["borough: Old Town"]', "cannot be the name of a mix"),
    ],
)
def test_that_what_cannot_be_is_refused(copy, name, old, new, told):
    place, change = copy
    change(name, old, new)
    assert told in "\n".join(problems_of(place))


def test_that_a_file_that_is_too_large_or_missing_is_told(copy):
    place, _ = copy
    (place / "sources.toml").write_bytes(b"#" * 3_000_000)
    (place / "weeks.csv").unlink()
    told = "\n".join(problems_of(place))
    assert "sources.toml is larger than" in told
    assert "weeks.csv cannot be read" in told
    assert "is not a folder" in problems_of(place / "nowhere")[0]


def test_that_a_damaged_scenario_of_a_profile_is_told_with_its_file(copy, capsys):
    place, change = copy
    (place / "scenarios" / "damaged.scenario.json").write_text("{}")
    (place / "scenarios" / "wrong.scenario.json").write_bytes(b"\xff\xd8\xff")
    change("scenarios/baseline.scenario.json", '"weeks": 12', '"weeks": 1')
    with pytest.raises(ModellerError) as caught:
        load_profile_whole(place)
    told = [str(problem) for problem in caught.value.problems]
    assert [line.split(".")[0] for line in told] == ["baseline", "damaged", "wrong"]
    assert main(["--profile", str(place), "check", "three-a-week"]) == 2
    assert "wrong.scenario.json" in capsys.readouterr().err


def test_that_a_scenario_of_a_profile_has_a_name_that_can_be_shown(copy):
    place, _ = copy
    text = (place / "scenarios" / "baseline.scenario.json").read_bytes()
    (place / "scenarios" / "a\x1b[31m.scenario.json").write_bytes(text)
    (told,) = problems_of(place)
    assert "cannot be the name of a scenario" in told
    assert "\x1b" not in told


def test_that_a_profile_is_no_larger_than_any(copy, monkeypatch):
    place, _ = copy
    monkeypatch.setattr("modeller.profiles.reading.MOST_BYTES", 20_000)
    assert any("is larger than 20,000 bytes" in told for told in problems_of(place))


def test_that_marks_before_a_text_and_other_line_ends_do_no_harm(copy):
    place, _ = copy
    for path in place.glob("*.toml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_profile(place).digest == AVON.digest


# ---------------------------------------------------------------- at the two doors


@pytest.mark.parametrize(
    "words",
    [
        ["project", "three-a-week"],
        ["compare", "baseline", "three-a-week"],
        ["list", "evidence"],
        ["list", "scenarios"],
        ["list", "parameters"],
        ["list", "calibration"],
        ["sensitivity", "three-a-week"],
        ["seek", "three-a-week", "--target", "arrests.p50 >= 45", "--vary", "deployments_per_week"],
        ["what-must-be-true", "three-a-week", "--target", "arrests.p50 >= 30"],
        ["schema"],
        ["evidence", "list"],
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_that_no_command_says_a_word_of_another_force(words, capsys):
    assert main(["--profile", str(FOLDER), *words]) in (0, 1)
    printed = capsys.readouterr().out
    assert printed
    assert not re.search(r"\bMet\b|Metropolitan|(?<!Europe/)London|four a week", printed)


def test_that_what_is_wrong_with_a_mix_is_said_with_the_forces_own_places():
    with pytest.raises(ModellerError) as caught:
        Scenario(profile=AVON, places=7)  # type: ignore[arg-type]
    assert f'such as two-squares, or shares such as {{"{AVON.place_names[0]}": 0.2' in str(
        caught.value
    )
    with pytest.raises(ModellerError, match=r"write it as .*Old Town 20 %"):
        Scenario(profile=AVON, places="Old Town, Harbourside 50 %")  # type: ignore[arg-type]


def test_that_the_profile_may_be_given_after_the_command_and_for_the_version(capsys):
    assert main(["check", "three-a-week", "--profile", str(FOLDER)]) == 0
    assert main([f"--profile={FOLDER}", "--version"]) == 0
    assert AVON.record.digest[:12] in capsys.readouterr().out
    assert main(["--profile", str(FOLDER / "nowhere"), "check", "baseline"]) == 2
    assert "is not a folder" in capsys.readouterr().err


def test_that_a_briefing_of_another_force_says_no_word_of_the_shipped_one(tmp_path, capsys):
    place = tmp_path / "plan.html"
    assert main(["--profile", str(FOLDER), "brief", "three-a-week", "--to", str(place)]) == 0
    page = place.read_text("utf-8")
    visible = re.sub(r"<(style|script).*?</\1>", "", page, flags=re.DOTALL)
    assert "Avonmouth Constabulary" in visible
    assert not re.search(r"\bMet\b|Metropolitan|(?<!Europe/)London|four a week", visible)
    assert main(["--profile", str(FOLDER), "open", str(place)]) == 0
    assert "Three a week" in capsys.readouterr().out


def test_that_the_window_opens_on_another_force(qtbot):
    from ui.window.application import Application

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    opened = Application(application, profile=AVON)
    window = opened.window
    qtbot.addWidget(window)
    opened.start()
    qtbot.waitUntil(lambda: opened.session.result is not None, timeout=20_000)
    try:
        assert opened.session.profile is AVON
        assert opened.session.scenario.title == "Three a week"
        lever = window.levers.lever("deployments_per_week")
        assert lever.slider.maximum == 6
        assert "two a week" in window.levers.reset_levers.toolTip()
        assert "record to 4 Jan 2026" in window.top_bar.identity.versions.whole
        asked: list[tuple[object, object]] = []
        window.files.profile_asked.disconnect()
        window.files.profile_asked.connect(lambda *what: asked.append(what))
        assert window.files.open_path(ROOT / "modeller" / "profiles" / "met" / "profile.toml")
        assert asked == [(ROOT / "modeller" / "profiles" / "met", None)]
        assert window.files.open_path(FOLDER / "scenarios" / "baseline.scenario.json")
        assert len(asked) == 1
    finally:
        opened.runner.stop()
        opened.guard.uninstall()


# ---------------------------------------------------------------- nothing is the Met's by code


def _texts(path: Path) -> list[str]:
    """Texts in a file of code that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    said |= {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]


@pytest.mark.parametrize("package", ["modeller", "ui"])
def test_that_no_text_in_code_is_one_forces(package):
    found = [
        f"{path.relative_to(ROOT)}: {text[:80]}"
        for path in sorted((ROOT / package).rglob("*.py"))
        for text in _texts(path)
        if FORCES.search(text)
    ]
    assert found == []


ONES_OWN = ("modeller/profiles/met/", "ui/languages/", "modeller/briefing/fonts/")
"""What is one force's data, or the words of that in another language, or somebody else's."""


def test_that_what_all_profiles_share_is_no_forces():
    seen = set()
    for path in (*(ROOT / "modeller").rglob("*"), *(ROOT / "ui").rglob("*")):
        place = path.relative_to(ROOT).as_posix()
        if not path.is_file() or path.suffix in (".py", ".pyc") or place.startswith(ONES_OWN):
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        assert not FORCES.search(text), path
        seen.add(path.suffix)
    assert {".toml", ".jinja", ".css", ".js", ".typ"} <= seen
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert not FORCES.search(about["description"])


PLACES = re.compile(
    r"\bMet\b|\bmet-(?:lfr|plan)|Metropolitan|[Ff]our a week|[Ff]our deployments"
    r"|(?i:(?<!europe/)london)|Londres|(?<![-\d/])\b2025\b(?!-)"
)
AREAS = re.compile(rf"\b(?:{'|'.join(map(re.escape, MET.areas))})\b")
"""The areas that the shipped force polices."""
MET_CODE = {
    "modeller/__init__.py": "the shipped scenario of the example",
}
"""What may name a force or a place, and why."""


def _names(path: Path) -> list[str]:
    """Names and comments in a file of code: all that is neither a text nor an operator."""
    with path.open("rb") as file:
        return [
            token.string
            for token in tokenize.tokenize(file.readline)
            if token.type in (tokenize.NAME, tokenize.COMMENT)
        ]


@pytest.mark.parametrize("package", ["modeller", "ui"])
def test_that_no_name_in_code_is_one_forces(package):
    """Names, comments and docstrings; texts are looked at above."""
    found = []
    for path in sorted((ROOT / package).rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        if place in MET_CODE or "__pycache__" in place or place.startswith("modeller/profiles/"):
            continue
        said = "\n".join(
            ast.get_docstring(node) or ""
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        )
        found += [f"{place}: {each[:80]}" for each in (*_names(path), said) if PLACES.search(each)]
        said = "\n".join((said, *_texts(path), *_names(path)))
        found += [f"{place}: {area}" for area in AREAS.findall(said)]
    assert found == []
