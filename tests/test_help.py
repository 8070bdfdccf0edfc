"""Help says what is so now: shortcuts from the actions, times that were measured, words on all."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from modeller.scenario.place_shares import with_share
from ui.desk.throttled_text import ThrottledText
from ui.help.documents import document, plain
from ui.help.pages import TOPICS
from ui.help.performance import summary
from ui.help.whats_this import explain_all, words_of
from ui.help.window import HelpWindow
from ui.languages.language import speak
from ui.levers.help_card import HelpCard
from ui.window.openers import show_help

DOCS = Path(__file__).parents[1] / "docs"
DOCUMENTS = ("accessibility.md", "glossary.md", "licences.md", "model.md")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

INTERACTIVE = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit)


def test_that_every_page_has_a_title_and_something_to_say_and_no_dead_link(open_window):
    story = open_window()
    help_window = show_help("start", story.window)
    keys = {topic.key for topic in TOPICS}
    for topic in TOPICS:
        help_window.show_topic(topic.key)
        assert help_window.topic == topic.key
        text = help_window.page.toPlainText()
        assert len(text) > 200, topic.key
        block = help_window.page.document().begin()
        assert block.blockFormat().headingLevel() == 1, topic.key
        while block.isValid():
            parts = block.begin()
            while not parts.atEnd():
                form = parts.fragment().charFormat()
                if form.isAnchor():
                    link = QUrl(form.anchorHref())
                    assert link.scheme() == "topic", form.anchorHref()
                    assert link.path() in keys, form.anchorHref()
                    assert form.fontUnderline()
                parts += 1
            block = block.next()
    help_window.show_topic("method")
    help_window.page.anchorClicked.emit(QUrl("topic:model"))
    assert help_window.topic == "model"
    assert "Beta-binomial" in help_window.page.toPlainText()
    assert help_window.page.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_that_every_shortcut_of_the_window_is_its_own_and_stands_in_help(open_window):
    story = open_window()
    page = show_help("shortcuts", story.window).page
    text = page.toPlainText().replace("\N{NO-BREAK SPACE}", " ")
    bound = [
        action
        for action in story.window.findChildren(QAction)
        if not action.shortcut().isEmpty() and action.text()
    ]
    assert len(bound) > 25
    for action in bound:
        assert action.shortcut().toString() in text, action.text()
    keys = [
        shortcut.toString()
        for action in story.window.findChildren(QAction)
        for shortcut in action.shortcuts()
        if action.isVisible()
    ]
    assert sorted(keys) == sorted(set(keys)), "two actions have the same keys"


def test_that_a_title_with_markup_is_cited_as_it_is(open_window):
    story = open_window()
    title = "*Bold* <b>[plan](topic:cite)</b> `x` | 1. _y_"
    story.session.rename("A", title)
    help_window = show_help("cite", story.window)
    assert title in help_window.page.toPlainText()
    help_window.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert title in copied
    assert story.session.scenario.fingerprint in copied


def test_that_changes_are_timed_until_they_are_painted_and_forgotten_on_request(open_window):
    story = open_window()
    story.settle()
    latency = story.window.latency
    assert list(latency.milliseconds) == []
    help_window = show_help("performance", story.window)
    assert "Nothing has been measured" in help_window.page.toPlainText()
    for count, value in enumerate((5.0, 6.0, 7.0), start=1):
        story.session.set_value("deployments_per_week", value)
        story.qtbot.waitUntil(
            lambda count=count: len(latency.milliseconds) == count, timeout=20_000
        )
    story.session.rename("A", "No figure moves")
    story.settle()
    assert len(latency.milliseconds) == 3
    assert all(0.0 < each < 20_000.0 for each in latency.milliseconds)
    help_window.show_topic("performance")
    assert "Median" in help_window.page.toPlainText()
    help_window.reset_button.click()
    assert "Nothing has been measured" in help_window.page.toPlainText()


def test_that_a_drag_is_timed_to_its_picture_and_not_to_the_text_after_it(open_window, monkeypatch):
    """Even where the charts alone are painted anew: no lever in sight moves with this share."""
    notes: list[str] = []
    write = ThrottledText._write_some

    def noted(text: ThrottledText) -> None:
        notes.append("text")
        write(text)

    monkeypatch.setattr(ThrottledText, "_write_some", noted)
    story = open_window()
    story.settle()
    session = story.session
    story.window.latency.measured.connect(lambda _: notes.append("picture"))
    session.begin_gesture()
    for share in (0.2, 0.21, 0.22, 0.23):
        notes.clear()
        mix = with_share(None, session.profile, "borough: Barnet", share)
        session.replace_scenario(session.scenario.with_places(mix), "moving a share")
        story.qtbot.waitUntil(lambda: {*notes} == {"picture", "text"}, timeout=20_000)
        assert notes[0] == "picture"
    session.end_gesture()


def test_that_median_and_95th_percentile_are_those_of_the_times():
    assert summary([3.0]) == (3.0, 3.0)
    assert summary([4.0, 1.0, 2.0, 3.0]) == (2.5, 4.0)
    assert summary([float(n) for n in range(1, 101)]) == (50.5, 95.0)


def test_that_everything_in_the_window_says_what_it_is_and_f1_opens_what_fits(open_window):
    story = open_window()
    for button in story.window.levers.more_buttons.values():
        button.setChecked(True)
    silent = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in story.window.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and not isinstance(widget, QScrollBar)
        and widget.isVisible()
        and widget.window() is story.window
        and not words_of(widget)
    ]
    assert silent == []
    explain_all(story.window)
    lever = story.window.levers.levers["deployments_per_week"]
    assert lever.whatsThis().startswith("Deployments per week.")
    # F1 on a lever opens its card, elsewhere the page that fits
    lever = story.lever("true_match_rate")
    with story.qtbot.waitActive(story.window):
        story.window.activateWindow()
    lever.track.setFocus()
    story.window.menus["help-contents"].trigger()
    assert lever.findChild(HelpCard) is not None
    lever.findChild(HelpCard).close()
    story.window.charts.charts["arrests"].canvas.setFocus()
    story.window.menus["help-contents"].trigger()
    assert story.window.findChild(HelpWindow).topic == "reading"


def test_that_nothing_of_help_is_loaded_before_it_is_asked_for():
    import subprocess
    import sys

    code = (
        "import sys; import ui.window.main_window;"
        "print([m for m in sys.modules if m.startswith('ui.help.') and m != 'ui.help.here'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def outline(text: str) -> tuple[list[str], list[str], list[str]]:
    """Headings, paragraphs, rows and items of a page in order; its numbers, its code's names."""
    marks = re.findall(r"^(#+ |\| |- |\d+\. |```)|(?<=\n\n)[*\w«`]", text, re.MULTILINE)
    plain_figures = re.sub(r"(?<=\d)[,.\u202f](?=\d)", "", text)
    named = re.findall(r"\b[a-z]+(?:_[a-z]+)+\b", text)
    return marks, sorted(re.findall(r"\d+", plain_figures)), sorted(named)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_a_french_page_has_all_that_the_english_has(name):
    english, french = ((DOCS / place / name).read_text("utf-8") for place in (".", "fr"))
    assert outline(french) == outline(english)
    shipped = tomllib.loads((DOCS.parent / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]
    places = shipped["build"]["targets"]["wheel"]["force-include"]
    assert places[f"docs/{name}"] == f"ui/help/documents/{name}"
    assert places[f"docs/fr/{name}"] == f"ui/help/documents/fr/{name}"


def test_that_help_shows_the_page_in_the_language_of_the_window(qapp):
    try:
        speak("fr", qapp)
        assert "**Alerte juste**" in document("glossary.md", {})
        assert plain("à\u202f0,60\u00a0; \n à") == "à\u202f0\\,60\u00a0\\; à"
    finally:
        speak("en", qapp)
    assert "**True alert.**" in document("glossary.md", {})


def test_that_a_link_to_a_page_that_is_not_shipped_keeps_its_words():
    text = document("model.md", {"glossary.md": "glossary"})
    assert "](parameters.md)" not in text
    assert "the page parameters lists them" in text.replace("\n", " ")
    assert plain("a *b* [c](d)") == r"a \*b\* \[c\]\(d\)"
