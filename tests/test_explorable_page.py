"""The explorable page as a page: no network, one script, text that stays text, keys, sizes."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import re
from functools import cache

import pytest

from modeller.base.errors import ModellerError
from modeller.briefing import brief, export, render
from modeller.briefing.explorable.assembling import script
from modeller.briefing.explorable.inputs import SHOWN
from modeller.briefing.explorable.labels import LABELS
from modeller.cli import main
from modeller.kernel import wasm
from modeller.projection import project
from modeller.scenario.sharing import open_bytes
from scenarios.write import shipped_scenarios
from tests.briefings import ABOUT, hostile, plan_and_baseline
from tests.explored import chromium, folder, moved_to, needs_browser, opened, page, plan
from tests.met import MET

__all__ = ["chromium", "folder", "page", "plan"]


@needs_browser
def test_that_the_page_asks_the_network_for_nothing_and_reports_no_error(page):
    moved_to(page, {"deployments_per_week": 9})
    page.run("document.getElementById('explore-cumulative').click()")
    page.run("document.querySelectorAll('.fan-table').forEach((each) => { each.open = true; })")
    page.run("new Promise((done) => setTimeout(done, 600))")
    page.run("document.getElementById('explore-weekly').click()")
    assert page.requests() == []
    assert page.faults() == []


def test_that_the_policy_allows_this_script_and_style_alone():
    text = render(plan_and_baseline(), "html", explorable=True).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in html.unescape(policy[1]).split(";"))
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    for rule, source, more in (
        ("script-src", script, " 'wasm-unsafe-eval'"),
        ("style-src", style, ""),
    ):
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'{more}"
    assert rules["default-src"] == "'none'"
    assert set(rules) == {
        "default-src", "script-src", "style-src", "img-src", "base-uri", "form-action",
    }  # fmt: skip
    assert "://" not in re.sub(r"http://www\.w3\.org/2000/svg", "", script)


def test_that_a_page_stays_within_its_size_by_having_fewer_futures(monkeypatch):
    from modeller.briefing import explorable

    whole = render(few_draws(), "html", explorable=True)
    assert len(whole) < explorable.MOST_BYTES
    assert drawn_in(whole) == 1024
    # a briefing that leaves less room gets fewer futures
    monkeypatch.setattr(explorable, "MOST_BYTES", len(whole) - 50_000)
    smaller = render(few_draws(), "html", explorable=True)
    assert len(smaller) <= explorable.MOST_BYTES
    assert drawn_in(smaller) == 512


@cache
def few_draws():
    """A briefing of scenarios with more futures than a small page has room for."""
    names = ("baseline", "met-plan-2025")
    return brief(
        [project(shipped_scenarios()[name].replace(weeks=13, draws=1024)) for name in names], ABOUT
    )


def drawn_in(page):
    data = re.search(rb'id="explorer-data">([^<]*)<', page)
    assert data is not None
    content = gzip.decompress(base64.b64decode(data[1]))
    head = json.loads(content[4 : 4 + int.from_bytes(content[:4], "little")])
    return head["kernel"]["draws"]


def test_that_below_the_levers_the_page_is_the_ordinary_briefing():
    ordinary = render(plan_and_baseline(), "html").decode()
    whole = render(plan_and_baseline(), "html", explorable=True).decode()
    start, end = whole.index('<section class="explore"'), whole.index("<header>")
    assert "hidden" in whole[start : whole.index(">", start)]
    for part in ("<header>", "</main>"):
        assert part in ordinary
    inside = slice(ordinary.index("<header>"), ordinary.index("</footer>"))
    assert whole[end : whole.index("</footer>")] == ordinary[inside]


@needs_browser
@pytest.mark.parametrize("broken", ["WebAssembly", "DecompressionStream", "scripts"])
def test_that_without_script_or_webassembly_the_briefing_stands_alone(folder, page, broken):
    kept = page.ask("Page.addScriptToEvaluateOnNewDocument", source=f"delete globalThis.{broken};")
    page.ask("Emulation.setScriptExecutionDisabled", value=broken == "scripts")
    try:
        page.open(folder / "plan.html")
        page.ask("Emulation.setScriptExecutionDisabled", value=False)
        page.run("new Promise((done) => setTimeout(done, 300))")
        assert page.run("document.getElementById('explore').offsetHeight") == 0
        assert page.run("document.getElementById('main').offsetHeight") > 1000
    finally:
        page.ask("Emulation.setScriptExecutionDisabled", value=False)
        page.ask("Page.removeScriptToEvaluateOnNewDocument", identifier=kept["identifier"])
        opened(page, folder / "plan.html")


@needs_browser
def test_that_hostile_titles_and_notes_stay_text(folder, chromium):
    path = folder / "hostile.html"
    export(hostile(), path, explorable=True)
    opened(chromium, path)
    text = chromium.run("document.getElementById('explore').innerText")
    assert "<script>alert(1)</script>" in text
    assert chromium.run("document.querySelectorAll('#explore script, #explore img').length") == 0
    assert chromium.heard("Page.javascriptDialogOpening") == []
    assert chromium.faults() == []
    assert chromium.requests() == []
    chromium.screen(1280, 900)
    chromium.run("document.querySelectorAll('.fan-table').forEach((each) => { each.open = true; })")
    assert chromium.run("document.documentElement.scrollWidth") <= 1280
    chromium.ask("Emulation.clearDeviceMetricsOverride")
    assert [one.scenario.title for one in open_bytes(path.read_bytes(), profile=MET).scenarios] == [
        projection.scenario.title for projection in hostile().projections
    ]


# ---------------------------------------------------------------- hands, eyes, ears


@needs_browser
def test_that_levers_and_charts_are_moved_by_keys(page):
    moved_to(page, {})
    before = page.run("explorable.said")
    page.run("document.getElementById('lever-deployments_per_week').focus()")
    press(page, "ArrowLeft")
    page.run("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    after = page.run("explorable.said")
    assert after != before
    page.run("new Promise((done) => setTimeout(done, 600))")
    assert page.run("document.getElementById('explore-aloud').textContent") == after
    page.run("document.querySelector('.fan-picture').focus()")
    for key in ("End", "ArrowLeft"):
        press(page, key)
    week = page.run("explorable.about.pictures.weeks.at(-2)")
    assert week in page.run("document.querySelector('.fan-readout').textContent")


def press(page, key):
    for kind in ("keyDown", "keyUp"):
        page.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                 windowsVirtualKeyCode={"ArrowLeft": 37, "End": 35}[key])  # fmt: skip


@needs_browser
def test_that_the_page_says_whether_it_is_the_briefings_scenario(page):
    moved_to(page, {})
    fingerprint = plan_and_baseline().projections[1].fingerprint
    state = "document.getElementById('explore-state').textContent"
    assert f"as in the briefing below, fingerprint {fingerprint}" in page.run(state)
    moved_to(page, {"officer_losses": 3})
    assert f"({fingerprint}): officer losses 150" in page.run(state)
    assert "Changed from B" in page.run(state)
    page.run("document.getElementById('explore-reset').click()")
    page.run("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert "as in the briefing below" in page.run(state)


@needs_browser
def test_that_every_control_and_chart_has_a_name_and_every_chart_a_table(page):
    unnamed = """[...document.querySelectorAll("#explore input, #explore select, #explore textarea,"
      + "#explore button")].filter((each) => !(each.labels?.length || each.textContent.trim()))
      .map((each) => each.outerHTML)"""
    assert page.run(unnamed) == []
    page.run("document.querySelectorAll('.fan-table').forEach((each) => { each.open = true; })")
    page.run("new Promise((done) => setTimeout(done, 100))")
    weeks = page.run("explorable.about.kernel.weeks")
    rows = page.run(
        "[...document.querySelectorAll('.fan-table')]"
        ".map((each) => each.querySelectorAll('tbody tr').length)"
    )
    assert rows == [weeks] * len(SHOWN)
    labels = page.run(
        "[...document.querySelectorAll('.fan-picture')]"
        ".map((each) => each.getAttribute('aria-label'))"
    )
    assert all("8 of 10 futures" in label for label in labels)


@needs_browser
@pytest.mark.parametrize("width", [390, 1280, 2560, 3840])
@pytest.mark.parametrize("dark", [False, True])
def test_that_nothing_is_wider_than_the_screen(page, width, dark):
    page.run("document.querySelectorAll('.fan-table').forEach((each) => { each.open = true; })")
    page.screen(width, 900, dark=dark)
    try:
        page.run("new Promise((done) => setTimeout(done, 100))")
        assert page.run("document.documentElement.scrollWidth") <= width
        paper = page.run("getComputedStyle(document.documentElement).backgroundColor")
        assert (paper == "rgb(20, 25, 28)") is dark
    finally:
        page.ask("Emulation.clearDeviceMetricsOverride")


# ---------------------------------------------------------------- ways to it


def test_that_the_command_writes_an_explorable_page_that_opens_again(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "few.scenario.json").write_text(
        json.dumps({"format": 1, "weeks": 5, "draws": 200, "changes": {"deployments_per_week": 8}}),
        "utf-8",
    )
    assert main(["brief", "few.scenario.json", "--to", "plan.html", "--explorable"]) == 0
    content = (tmp_path / "plan.html").read_bytes()
    assert b'id="explorer-data"' in content
    opened_again = open_bytes(content, profile=MET)
    assert opened_again.intact
    assert opened_again.scenarios[1].scenario.changes == {"deployments_per_week": 8.0}


def test_that_an_explorable_briefing_needs_a_web_page(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["brief", "met-plan-2025", "--to", "plan.pdf", "--explorable"]) == 2
    assert "--explorable is for web pages" in capsys.readouterr().err


def test_that_a_page_is_refused_where_there_is_no_module(monkeypatch):
    monkeypatch.setattr(wasm, "module", lambda: None)
    with pytest.raises(ModellerError, match="explorable page"):
        render(plan_and_baseline(), "html", explorable=True)


def test_that_the_script_has_no_words_of_its_own():
    written = re.sub(r"/\*.*?\*/|// [^\n]*", "", script(), flags=re.DOTALL)
    texts = re.findall(r"[\"`']([^\"`'\n]*)", written)
    assert not [
        text for text in texts if re.search(r"^[A-Z][a-z]+ [a-z]|[a-z]+ [a-z]+ [a-z]", text)
    ]
    assert "Table: " not in written
    assert "in the record" not in written
    by_mode = {"weekly", "cumulative", "table_weekly", "table_cumulative"}
    assert not [key for key in LABELS.keys() - by_mode if f'"{key}"' not in written]
    assert re.findall(r'label\("(\w+)"', written)
    assert by_mode < LABELS.keys()
    assert set(re.findall(r'label\("(\w+)"', written)) <= LABELS.keys()
