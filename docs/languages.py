"""Collects the texts that the window says, and compiles their translations: ``make languages``.

Qt's own collector does not see a Python call with keyword arguments, such as
``translate("Lever", "Reset to {place}", place=place)``. So the texts are found here and handed to
it as C++; merging them into ``ui/languages/modeller_fr.ts`` is Qt's work, and the file can be
edited with Qt Linguist. Translations of texts that are gone stay in the file, marked as vanished,
until ``make languages ARGS=-no-obsolete``.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SOURCES = (
    *ROOT.glob("modeller/**/*.py"),
    *ROOT.glob("ui/**/*.py"),
)
TRANSLATIONS = ROOT / "ui" / "languages" / "modeller_fr.ts"
SAYS = {"translate", "translatable"}
REPORTS = {"problem", "refusal", "fault", "_fault"}
"""What takes a place and then texts of the context "Problem"."""


class Text(NamedTuple):
    """A text to translate: where it stands, what it says, and whether a count decides on it."""

    context: str
    source: str
    counted: bool


def in_code(code: str) -> Iterator[Text]:
    """Texts in one Python file."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if called in REPORTS:
            given = (said for said in node.args[1:] if isinstance(said, ast.Constant))
            yield from (Text("Problem", str(said.value), False) for said in given)
        if (
            called in SAYS
            and isinstance(node.func, ast.Name)
            and all(isinstance(given, ast.Constant) for given in node.args)
        ):
            context, source = (str(ast.literal_eval(given)) for given in node.args)
            yield Text(context, source, any(keyword.arg == "n" for keyword in node.keywords))


def in_catalogue() -> Iterator[Text]:
    """Texts of the catalogue, its units, the sources, and what shipped scenarios are called."""
    from modeller.profiles import shipped_profile
    from modeller.records.layouts import all_counted_more
    from modeller.scenario.file import load_scenario
    from modeller.wording.findings import source_subject
    from modeller.wording.numbers import source_units
    from modeller.wording.outcomes import source_noun

    profile = shipped_profile()
    declared = profile.catalogue
    for entry in (*declared.sliders.values(), *declared.outcomes.values()):
        yield from (Text("Catalogue", text, False) for text in entry.source_texts)
        yield from (Text(context, text, False) for context, text in source_units(entry.unit))
    for constant in declared.constants.values():  # their help is for the generated pages
        yield Text("Catalogue", constant.source_label, False)
        yield from (Text(context, text, False) for context, text in source_units(constant.unit))
    for gone in declared.gone.values():
        yield from (
            Text("Catalogue", text, False) for text in (gone.source_label, gone.source_instead)
        )
    for outcome in declared.outcomes.values():
        yield Text("Outcome", source_noun(outcome), False)
        yield Text("Outcome", source_subject(outcome), False)
    for layout in profile.layouts:
        yield Text("Import", layout.label, False)
    for counted in all_counted_more():
        yield Text("Import", counted, False)
    for figure in profile.published.figures:
        yield Text("Evidence", figure.label, False)
        if figure.worded:
            yield Text("Evidence", figure.value, False)
    for source in profile.sources.values():
        cited = (source.publisher, source.title, source.date, source.note)
        worded = (text for text in cited if any(letter.isalpha() for letter in text))
        yield from (Text("Source", text, False) for text in worded)
    for error in profile.published.press_errors:
        yield from (Text("Evidence", text, False) for text in error.texts)
    for fault in profile.published.blemishes:
        yield from (Text("Evidence", text, False) for text in (fault.what, fault.treatment))
    for name in profile.scenario_names:
        yield Text("Shipped scenario", load_scenario(name, profile).scenario.title, False)


def texts() -> list[Text]:
    """All texts, each once, in order."""
    found = {text for path in SOURCES for text in in_code(path.read_text("utf-8"))}
    return sorted(found | set(in_catalogue()))


def translations() -> dict[Text, list[str]]:
    """What the file of translations has for each text: one form, or one for every number."""
    found = {}
    for context in ET.parse(TRANSLATIONS).iter("context"):
        for message in context.iter("message"):
            said = message.find("translation")
            assert said is not None
            counted = message.get("numerus") == "yes"
            forms = [form.text or "" for form in said] if counted else [said.text or ""]
            text = Text(context.findtext("name", ""), message.findtext("source", ""), counted)
            if said.get("type") not in {"vanished", "obsolete"}:
                found[text] = [] if said.get("type") == "unfinished" else forms
    return found


def _quoted(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return f'"{text}"'


def main(options: list[str]) -> int:
    """Merge what the code says into the translations, and compile them."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.cpp"
        calls = (
            f"QCoreApplication::translate({_quoted(text.context)}, {_quoted(text.source)}"
            f"{', nullptr, n' if text.counted else ''});"
            for text in texts()
        )
        source.write_text("void texts(int n) {\n" + "\n".join(calls) + "\n}\n", "utf-8")
        collect = ["pyside6-lupdate", "-silent", "-locations", "none", "-target-language", "fr"]
        collect += ["-disable-heuristic", "similartext", *options]
        subprocess.run([*_tool(collect), str(source), "-ts", str(TRANSLATIONS)], check=True)
    compiled = str(TRANSLATIONS.with_suffix(".qm"))
    compiling = ["pyside6-lrelease", "-silent", str(TRANSLATIONS), "-qm", compiled]
    return subprocess.run(_tool(compiling), check=True).returncode


def _tool(command: list[str]) -> list[str]:
    return [str(Path(sys.executable).parent / command[0]), *command[1:]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
