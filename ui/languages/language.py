"""The language of the window: which one is wanted, and Qt's translator between it and the texts.

A translation is compiled (``make languages``), so that starting in another language costs the
first paint nothing.
"""

from __future__ import annotations

import contextlib
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from modeller.base import language

Language = Literal["system", "en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
NAMES = {"en": "English", "fr": "Français"}
"""What a language calls itself, so that somebody who cannot read the menu finds it."""

_FOLDER = Path(__file__).parent
_LOCALES = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "fr": QLocale(QLocale.Language.French, QLocale.Country.France),
}


def resolved(wanted: Language) -> str:
    """The language to use: the system's where there is a translation, else English."""
    if wanted != "system":
        return wanted
    for name in QLocale.system().uiLanguages():
        if name[:2] in _LOCALES:
            return name[:2]
    return "en"


def speak(wanted: Language, qt: QCoreApplication) -> str:
    """Use a language for all texts from now on, Qt's own included; returns the language in use."""
    for old in qt.findChildren(QTranslator):
        qt.removeTranslator(old)
        old.deleteLater()
    spoken = resolved(wanted)
    ours = QTranslator(qt)
    # read whole: Qt would map the file, which may be replaced while the window is open
    compiled = b""
    if spoken != "en":
        with contextlib.suppress(OSError):
            compiled = (_FOLDER / f"modeller_{spoken}.qm").read_bytes()
    if not (compiled and ours.load(compiled)):
        QLocale.setDefault(_LOCALES["en"])
        language.install(None)
        return "en"
    QLocale.setDefault(_LOCALES[spoken])
    language.install(_through(ours, compiled), language.NUMBER_STYLES[spoken])
    qts_own = QTranslator(qt)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qts_own.load(f"qtbase_{spoken}.qm", folder):
        qt.installTranslator(qts_own)
    return spoken


def _through(translator: QTranslator, compiled: bytes) -> language.Translator:
    """Texts from `translator`; Qt keeps no copy of the bytes it reads, so this does."""

    @lru_cache(maxsize=4096)  # the same texts are asked for in every frame of a drag
    def say(context: str, text: str, n: int | None) -> str:
        assert compiled
        said = translator.translate(context, text, None, -1 if n is None else n)
        if not said:  # a text without a translation is shown in English rather than not at all
            return language.source_text(context, text, n)
        return said if n is None else said.replace("%n", str(n))

    return say
