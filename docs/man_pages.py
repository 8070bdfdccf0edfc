"""Writes the man pages in ``docs/man``: one for ``modeller``, one for each command.

They are made from the parsers that the program itself uses, as ``reference_pages`` is, and laid out
here for the same reason. A wheel and the package for Debian carry them under ``share/man/man1``.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from docs.reference_pages import argument_words
from modeller.base.version import VERSION
from modeller.cli import COMMANDS, PROFILE, PROFILE_HELP, prepared
from modeller.cli.exit_codes import EXIT_CODES

FOLDER = Path(__file__).with_name("man")
_MANUAL = "Policy scenario modeller"
_VARIABLES: Mapping[str, str] = {
    "COLUMNS": "how wide text is printed where there is no terminal to ask",
    "MODELLER_ENGINE": "library, numba or numpy: what runs the model, leaving out those before it; "
    "the numbers are the same",
}


def pages() -> Mapping[str, str]:
    """Every page by the name of its file."""
    found = {"modeller.1": "\n".join(_overview()) + "\n"}
    for command in COMMANDS:
        _, parser = prepared(command)
        name = f"modeller-{command.name}"
        found[f"{name}.1"] = "\n".join(_page(name, parser, command.purpose)) + "\n"
    return found


def _overview() -> Iterator[str]:
    yield from _head("modeller", "what-if scenarios for live facial recognition, with ranges")
    yield from (".SH SYNOPSIS", ".B modeller")
    yield f"[\\fB{roff(PROFILE)}\\fR \\fIFOLDER\\fR] \\fICOMMAND\\fR ..."
    yield ".SH COMMANDS"
    for command in COMMANDS:
        yield from (".TP", f".BR modeller\\-{roff(command.name)} (1)", text(command.purpose))
    yield ".SH OPTIONS"
    yield from (".TP", f"\\fB{roff(PROFILE)}\\fR \\fIFOLDER\\fR", text(PROFILE_HELP))
    yield from (".TP", r".B \-\-version", "versions of model, random streams and record")
    yield ".SH ENVIRONMENT"
    for name, said in _VARIABLES.items():
        yield from (".TP", f".B {name}", text(said))
    yield from _exit_status()


def _page(name: str, parser: argparse.ArgumentParser, purpose: str) -> Iterator[str]:
    yield from _head(name, purpose)
    yield from (".SH SYNOPSIS", *_synopsis(parser))
    yield from _arguments(parser, ".SH ARGUMENTS")
    for action in _actions(parser):
        purposes = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for key, below in action.choices.items():
            yield f".SH {roff(parser.prog.split()[-1])} {roff(key)}".upper()
            yield from (text(purposes[key]), ".PP", *_synopsis(below))
            yield from _arguments(below, "")
    yield from _exit_status()
    yield from (".SH SEE ALSO", ".BR modeller (1)")


def _head(name: str, purpose: str) -> Iterator[str]:
    yield f'.TH {roff(name).upper()} 1 "" "modeller {VERSION}" "{_MANUAL}"'
    yield from (".SH NAME", f"{roff(name)} \\- {text(purpose)}")


def _actions(
    parser: argparse.ArgumentParser,
) -> list[argparse._SubParsersAction[argparse.ArgumentParser]]:
    return [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]


def _shown(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [
        each
        for each in parser._actions
        if "--help" not in each.option_strings and not isinstance(each, argparse._SubParsersAction)
    ]


def _synopsis(parser: argparse.ArgumentParser) -> Iterator[str]:
    words = [f".B {roff(parser.prog.split(' [')[0])}"]
    for each in _shown(parser):
        name, _ = argument_words(each)
        if not each.option_strings:
            words.append(f"\\fI{roff(name)}\\fR")
        elif each.required:
            words.append(_argument(name))
    words += ["\\fIACTION\\fR ..."] if _actions(parser) else []
    yield from (*words, "[\\fIOPTION\\fR ...]")


def _argument(name: str) -> str:
    """An option in bold and its value in italics, or an argument in italics."""
    option, space, value = name.partition(" ")
    if not option.startswith("-"):
        return f"\\fI{roff(name)}\\fR"
    after = f"{space}\\fI{roff(value)}\\fR" if value else ""
    return f"\\fB{roff(option)}\\fR{after}"


def _arguments(parser: argparse.ArgumentParser, heading: str) -> Iterator[str]:
    if heading:
        yield heading
    for each in _shown(parser):
        name, said = argument_words(each)
        yield from (".TP", _argument(name), text(said))
    if parser.epilog:
        yield from (".PP", ".EX")
        yield from (roff(line) or "." for line in parser.epilog.strip("\n").splitlines())
        yield ".EE"


def _exit_status() -> Iterator[str]:
    yield ".SH EXIT STATUS"
    for code, meaning in EXIT_CODES.items():
        yield from (".TP", f".B {code}", text(re.sub("[`*]", "", meaning)))


def text(words: str) -> str:
    """A sentence or a phrase as one line of running text."""
    return roff(" ".join(words.split()))


def roff(words: str) -> str:
    """Text with roff's requests and escapes made harmless, and hyphens that can be copied."""
    safe = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe[:1] in (".", "'") else safe


def main() -> None:
    """Write them all, and remove those of commands that no longer exist."""
    FOLDER.mkdir(exist_ok=True)
    for name, page in (found := pages()).items():
        (FOLDER / name).write_text(page, encoding="utf-8", newline="\n")
    for path in FOLDER.glob("*.1"):
        if path.name not in found:
            path.unlink()


if __name__ == "__main__":
    main()
