"""Every text can be said in another language, French says all of them, and the window follows."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMenu,
    QMenuBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

import ui.languages.language
from docs import languages
from modeller.base.errors import ModellerError
from modeller.base.language import source_text, translate
from modeller.scenario import office
from tests.met import boroughs, parse_user_record, shipped_deployments
from ui.help.pages import TOPICS as HELP
from ui.languages.language import LANGUAGES, resolved, speak
from ui.look.figure_table import FigureTable
from ui.window.openers import show_help

ROOT = Path(__file__).parents[1]
PLACEHOLDER = re.compile(r"\{\w+\}")

# ------------------------------------------------------------------ the texts themselves


@pytest.fixture(scope="module")
def french() -> dict[languages.Text, list[str]]:
    return languages.translations()


@pytest.fixture(scope="module")
def english() -> set[languages.Text]:
    return set(languages.texts())


def test_that_every_text_in_the_code_has_its_french_and_no_other_has(english, french):
    again = "run `make languages`, then fill in ui/languages/modeller_fr.ts"
    assert english - set(french) == set(), again
    assert set(french) - english == set(), f"{again}, with ARGS=-no-obsolete"
    assert [text for text, forms in french.items() if not forms or not all(forms)] == [], again


def given_values() -> dict[str, set[str]]:
    """The values that calls give to the texts of each context, as placeholders."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in languages.SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate":
                context = ast.unparse(node.args[0]).strip("'")
                found[context] |= {f"{{{keyword.arg}}}" for keyword in node.keywords}
    return found


def test_that_a_translation_uses_the_values_of_its_text_and_loses_none(french):
    values = given_values()
    wrong = []
    for text, forms in french.items():
        own = set(PLACEHOLDER.findall(text.source))
        for form in forms:
            used = set(PLACEHOLDER.findall(form))
            # another language may need the same thing in another form: a subject for a noun
            given = own | values[text.context]
            known = used <= given or "{None}" in given  # a whole dictionary of values was given
            if used != own and (len(used) < len(own) or not known):
                wrong.append((text.source, form))
    assert wrong == []


def test_that_the_compiled_translations_say_what_the_file_says(french):
    compiled = QTranslator()
    assert compiled.load(str(languages.TRANSLATIONS.with_suffix(".qm")))
    stale = [
        text
        for text, forms in french.items()
        for number, form in enumerate(forms, start=1)
        if compiled.translate(text.context, text.source, None, number if text.counted else -1)
        != form
    ]
    assert stale == []


def test_that_french_keeps_the_space_before_its_tall_signs_in_one_piece(french):
    loose = [
        form for forms in french.values() for form in forms if re.search(r" [;:!?%»]|« ", form)
    ]
    assert loose == []


def test_that_counts_choose_between_singular_and_plural():
    assert [source_text("", "%n week(s)", n) for n in (0, 1, 2)] == ["0 weeks", "1 week", "2 weeks"]


# ------------------------------------------------------------------ texts that bypass translation

NOT_FOR_PEOPLE = {
    # objects, styles, keys, names of random streams, and what Python says to programmers
    "setObjectName", "setProperty", "setStyleSheet", "setShortcut", "QKeySequence", "compile",
    "translate", "translatable", "execute", "executescript", "Literal", "len", "TypeVar",
    "executemany", "uniforms", "column", "untranslated", *languages.REPORTS,
}  # fmt: skip
WITHOUT_WINDOW = {
    "ui/packaging",
    # the command line, what programmers read in a report, styles, names of keys and modules
    "ui/__main__.py", "ui/window/crash.py", "ui/look/style.py", "ui/look/page_view.py",
    "ui/desk/history.py", "ui/charts/lazy_qt.py", "ui/speed_up.py",
    # English by decision: the command line, and documents for the record with what goes into them
    "modeller/cli", "modeller/briefing", "modeller/quality", "modeller/scenario/schema.py",
    "modeller/sweep/description.py", "modeller/sweep/picture.py", "modeller/base/data_package.py",
    # Python for analysts
    "modeller/__init__.py", "modeller/functions.py", "modeller/file_functions.py",
    "modeller/notebook",
    # names of constants' estimates, which the command line lists; what a language itself is
    "modeller/calibration", "modeller/base/language.py", "modeller/kernel",
    # names of instructions
    "modeller/base/before_numpy.py",
    # keys of tellings and outcomes
    "modeller/backtest/places",
    # how people write days, numbers and places in a table
    "modeller/records/cells.py", "modeller/records/days.py", "modeller/records/places.py",
}  # fmt: skip
NAMES = {
    "English",
    "Français",
    "LFR1.…",
    "Run",
    "A Scenario",
    "save as",
    "altered ",
    "datetime64[D]",
    "Unit",
    "Unit after million",
    "share code",
    "Office document",
    "zip file",
    "customXml/item1.xml",
    office._RELATION,
    '<?xml version="1.0"?>\n<briefing xmlns="',
    "web page",
    "NaN",
    "1 in ",
    "per million faces",
    "times the evidence’s spread",
    "other luck than ",
    "Windows-1252",
    "Mac Roman",
    "Unterminated string",
    "Extra data",
    "PanicException",
    "Menu",
    "Analysis",
    "Panel",
    "Europe/London",
    "rest as recorded",
    "six zones",
    "fixed cameras",
    "fixed cameras: ",
    "new site",
    "new site: ",
    "how many",
    "told how many",
    "false alerts level",
}
"""A language's own name, how a code begins, keys of rows and notices, contexts, typed values, names
of random streams, …"""
TEXT = re.compile(r"[A-Za-z]{2,} |[A-Z][a-z]")
KEYS = re.compile(r"(?:Ctrl|Shift|Alt|F\d)\b.*|[A-Z ]+|[CMZ][a-z]|_[A-Z].*|bool \|.*|\(\?:.*")
"""Keys; names of the system's errors, of characters' kinds and of types; patterns."""


def spoken_literals(path: Path) -> Iterator[str]:
    """Literals that look like text, where nothing but people would read them."""
    tree = ast.parse(path.read_text("utf-8"))
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        if not TEXT.search(node.value) or KEYS.fullmatch(node.value) or node.value in NAMES:
            continue
        here: ast.AST = node
        while here in above and not _for_the_program(here, above[here]):
            here = above[here]
        if here not in above:
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.value!r}"


def _for_the_program(here: ast.AST, node: ast.AST) -> bool:
    if isinstance(node, ast.FunctionDef) and node.name == "__repr__":
        return True  # for programmers
    if isinstance(node, ast.Call):
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        told = name.endswith("Error") and name != "ModellerError"
        return here is not called and (name in NOT_FOR_PEOPLE or told)
    if isinstance(node, ast.AnnAssign | ast.arg):
        return here is node.annotation
    if isinstance(node, ast.arguments):
        return here in (*node.defaults, *node.kw_defaults)  # the window names what it opens
    if isinstance(node, ast.Assign):
        return isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__"
    if isinstance(node, ast.Dict):
        return here in node.keys
    return isinstance(node, ast.Expr) and here is node.value and isinstance(here, ast.Constant)


def is_spoken(path: Path) -> bool:
    places = [path, *path.parents]
    return not any(str(place) in WITHOUT_WINDOW for place in places)


def test_that_no_text_of_the_window_bypasses_translation(english):
    collected = {repr(text.source) for text in english}
    spoken = [path for path in languages.SOURCES if is_spoken(path.relative_to(ROOT))]
    found = [text for path in spoken for text in spoken_literals(path)]
    assert [text for text in found if text.split(" ", 1)[1] not in collected] == []


def test_that_a_problem_is_never_put_together_from_words():
    """A sentence with gaps can be translated; one made of pieces, or kept in a variable, not."""
    pieces = []
    for path in languages.SOURCES:
        if {"cli", "notebook"} & set(path.parts) or path.name == "functions.py":  # for analysts
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = getattr(node, "func", None)
            name = getattr(called, "attr", getattr(called, "id", ""))
            if not isinstance(node, ast.Call) or name not in {"Problem", *languages.REPORTS}:
                continue
            said = node.args[1:] if name in languages.REPORTS else node.args
            allowed = ast.Constant if name in languages.REPORTS else ()
            pieces += [
                f"{path.relative_to(ROOT)}:{node.lineno} {ast.unparse(part)}"
                for part in said
                if isinstance(part, ast.Constant | ast.JoinedStr | ast.BinOp | ast.IfExp)
                and not isinstance(part, allowed)
                and TEXT.search(ast.unparse(part))
            ]
    assert pieces == []


# ------------------------------------------------------------------ the window in French


def shown_texts(window: QWidget) -> Iterator[str]:
    """What every visible label, button, chooser and tab says, shows on hover or tells a reader."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(index) for index in range(widget.count()))
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(index) for index in range(widget.count()))
        if isinstance(widget, FigureTable):
            yield from (text for row in widget.texts() for text in row)
        if isinstance(widget, QTextEdit):
            yield from widget.toPlainText().split("\n")
        yield from (widget.toolTip(), widget.whatsThis())
        yield from (widget.accessibleName(), widget.accessibleDescription())


def menu_texts(menu: QMenu | QMenuBar) -> Iterator[str]:
    """What the entries of menus say, and those of the menus below."""
    for action in menu.actions():
        yield from (action.text(), action.toolTip())
        if isinstance(below := action.menu(), QMenu):
            yield from menu_texts(below)


WITH_ENGLISH = {"accessibility", "glossary", "licences"}
"""Pages with what a screen reader said, the words of the files, and the names of licences."""
HELP_PAGES = [topic for topic in HELP if topic.key not in WITH_ENGLISH]


def said_in_dialogs(story) -> Iterator[str]:
    """What the panels say before they are asked to work, and every page of help."""
    menus = story.window.menus
    for show in (
        *(action.trigger for action in menus.menu("evidence").actions()),
        menus["share"].trigger,
        menus["open-from-a-code"].trigger,
        *(partial(show_help, topic.key, story.window) for topic in HELP_PAGES),
    ):
        show()
        QApplication.processEvents()
        for dialog in story.window.findChildren(QDialog):
            if dialog.isVisible():
                yield dialog.windowTitle()
                yield from shown_texts(dialog)


def everything_said(story) -> set[str]:
    for button in story.window.levers.more_buttons.values():
        button.setChecked(True)
    story.window.headlines.more.setChecked(True)
    story.settle()
    QApplication.processEvents()
    return {*shown_texts(story.window), *menu_texts(story.window.menuBar())}


SAME_IN_BOTH = {"&English", "English", "Français", "Licences", "Total"}
"""A language is called what it calls itself; and words that the two have in common."""
ENGLISH = re.compile(
    r"\b(the|of|and|with|is|are|was|what|which|from|has|have|not|for|this|each|its|be|by)\b"
)
ADDRESS = re.compile(r"\S*[./_]\S+")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_a_french_window_says_nothing_in_english_and_works(open_window, french):
    english = everything_said(open_window())
    story = open_window(language="fr")
    both = {text for text in english & everything_said(story) if re.search(r"[a-z]{4}", text)}
    assert both - SAME_IN_BOTH == set()

    window, key = story.window, "deployments_per_week"
    assert "&Fichier" in [action.text() for action in window.menuBar().actions()]
    cited = {form for text, forms in french.items() if text.context == "Source" for form in forms}
    named = {*boroughs(), *(site.name for site in shipped_deployments().sites)}
    for text in set(said_in_dialogs(story)) - named:
        words = text
        for name in sorted(cited, key=len, reverse=True):  # of publishers and documents
            words = words.replace(name, "")
        words = ADDRESS.sub("", words)
        assert not ENGLISH.search(words), text
    before = story.lever(key).value_edit.text()
    assert before == "10 par semaine".replace(" ", "\u00a0")
    story.enter(key, "7,5 par semaine")
    story.settle()
    assert story.session.scenario.setting(key) == 7.5
    assert story.lever(key).value_edit.text().startswith("7,5")
    assert window.menus["undo"].text() == "Annuler déplacement de\u00a0: déploiements par semaine"
    told = " ".join(label.text() for label in window.headlines.findChildren(QLabel))
    assert re.search(r"dans 8\sfuturs sur\s10", told)
    window.menus["undo"].trigger()
    story.shown()
    assert story.lever(key).value_edit.text() == before
    assert window.menus["undo"].text() == "Annuler"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_qts_own_words_and_numbers_follow_the_language(qtbot):
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    try:
        assert speak("fr", application) == "fr"
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(buttons)
        assert [button.text() for button in buttons.buttons()] == ["Annuler"]
        assert QLocale().language() == QLocale.Language.French
        assert translate("Menu", "Save") == "Enregistrer"
        assert translate("Menu", "A text without translation") == "A text without translation"
    finally:
        speak("en", application)
    assert translate("Menu", "Save") == "Save"


def test_that_without_its_translation_a_language_falls_back_on_english(monkeypatch, tmp_path):
    application = QApplication.instance()
    assert application is not None
    monkeypatch.setattr(ui.languages.language, "_FOLDER", tmp_path)
    assert speak("fr", application) == "en"
    assert translate("Menu", "Save") == "Save"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_a_language_is_chosen_in_the_menu_and_kept_for_the_next_start(open_window):
    story = open_window()
    chosen = {name: story.find(QAction, f"language-{name}") for name in LANGUAGES}
    assert [name for name, action in chosen.items() if action.isChecked()] == ["system"]
    chosen["fr"].trigger()
    assert story.window.settings.language == "fr"
    assert "when you restart" in story.window.banner.sentence.text()
    assert translate("Menu", "Save") == "Save"


@pytest.mark.parametrize(
    ("preferred", "spoken"), [(["fr-CA", "en"], "fr"), (["de", "en-GB"], "en"), (["cy"], "en")]
)
def test_that_the_systems_language_is_spoken_where_there_is_a_translation(
    monkeypatch, preferred, spoken
):
    class System:
        @staticmethod
        def uiLanguages() -> list[str]:
            return preferred

    monkeypatch.setattr(QLocale, "system", System)
    assert resolved("system") == spoken


def test_that_what_is_wrong_with_a_record_is_said_in_the_language_of_the_window(qapp):
    rows = b"date,faces,alerts,false_alerts,arrests\n31.13.2025,12000000,5,2,4\n2025-01-31,7\n"
    try:
        speak("fr", qapp)
        with pytest.raises(ModellerError) as caught:
            parse_user_record(rows, "relevé.csv")
        said = [str(problem) for problem in caught.value.problems]
    finally:
        speak("en", qapp)
    shown = [text.replace("\u202f", "~").replace("\u00a0", "_") for text in said]
    assert shown == [
        "ligne 2, date vaut «_31.13.2025_»~; écrivez un jour comme 2025-01-31 ou 31/01/2025",
        "ligne 2, faces vaut 12~000~000~; pour un déploiement, c’est 10~000~000 au plus",
        "ligne 3 a 2 cellules~; une ligne en a 5, une par colonne",
    ]
