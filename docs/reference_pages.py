"""Writes the pages in ``docs/reference``: every command's arguments, every field of a file.

Made of the parsers and of the schema that the program itself uses; a test fails when a page is
out of date. Laid out here and not by argparse, whose help reads differently from one Python to
the next.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from modeller.cli import COMMANDS, prepared
from modeller.model.catalogue import Lever
from modeller.profiles import shipped_profile
from modeller.scenario.schema import scenario_schema
from modeller.scenario.setting import MAXIMUM_SPREAD

FOLDER = Path(__file__).with_name("reference")

_COMMANDS = """\
# Commands and their arguments

Every command of `modeller`, with all its arguments. [The command line](../command-line.md) says
what they are for. `make docs` writes this page from the program itself.
"""

_FILE = """\
# The scenario file

A scenario is kept as a JSON file whose name ends in `.scenario.json`. `make docs` writes this page
from the [schema](../../scenarios/scenario-1.schema.json) that the modeller publishes;
`modeller schema` prints it, and an editor that knows JSON Schema checks a file while it is typed.

The least that is a scenario, the plan with everything else at its baseline:

```json
{{"format": 1, "changes": {{"deployments_per_week": 10}}}}
```

What the modeller saves says more: every value, so that a reader need not know the baseline, and
fingerprints, so that `modeller verify` can tell whether the file was altered.

{fields}
## Levers and beliefs

The names that `changes` takes. A choice or circumstance is a number, or a schedule such as
`[{{"from_week": 1, "value": 4}}, {{"from_week": 27, "value": 10}}]`, whose first entry is for week
1. A belief is a number, its central value, or `{{"central": 0.8, "spread": 1}}`: a spread of 1 is
what the evidence says, 0 is exactly known, {spread:g} is the most. [Parameters](../parameters.md)
gives units, grades and sources.

{levers}"""


def commands_page() -> str:
    """Every command, with its arguments."""
    parts = [_COMMANDS]
    for command in COMMANDS:
        _, parser = prepared(command)
        parts += list(_command(parser, command.purpose))
    return "\n".join(parts)


def _command(parser: argparse.ArgumentParser, purpose: str, level: int = 2) -> Iterator[str]:
    yield f"{'#' * level} `{parser.prog.split(' [')[0]}`\n\n{_sentence(purpose)}\n"
    arguments = [action for action in parser._actions if "--help" not in action.option_strings]
    actions = [a for a in arguments if isinstance(a, argparse._SubParsersAction)]
    rows = [
        (f"`{name}`", _sentence(said))
        for name, said in (argument_words(a) for a in arguments if a not in actions)
    ]
    if rows:
        yield _table(("argument", "what it is"), rows)
    if parser.epilog:
        yield f"```text\n{parser.epilog.strip()}\n```\n"
    for action in actions:
        purposes = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for name, below in action.choices.items():
            yield from _command(below, purposes[name], level + 1)


def argument_words(action: argparse.Action) -> tuple[str, str]:
    """An argument as it is written, ``--out PATH``, and its help text."""
    value = action.metavar or (
        "{" + ",".join(map(str, action.choices)) + "}" if action.choices else action.dest.upper()
    )
    if isinstance(value, tuple):
        value = " ".join(value)
    elif isinstance(action.nargs, int) and action.nargs > 0:
        value = " ".join([value] * action.nargs)
    if action.nargs in ("*", "+"):
        value = f"{value} …"
    elif action.nargs == "?":
        value = f"[{value}]"
    if not action.option_strings:
        name = value
    elif action.nargs == 0:
        name = ", ".join(action.option_strings)
    else:
        name = f"{', '.join(action.option_strings)} {value}"
    said = (action.help or "").replace("%(default)s", str(action.default)).replace("%%", "%")
    if action.required and action.option_strings:
        said = f"{said} (must be given)"
    return name, said


def scenario_file_page() -> str:
    """Every field of a scenario file."""
    sliders = shipped_profile().catalogue.sliders
    levers = [
        (
            f"`{key}`",
            slider.label,
            slider.kind if isinstance(slider, Lever) else "belief",
            f"{slider.minimum:g} to {slider.maximum:g}",
            f"{slider.baseline:g}",
        )
        for key, slider in sliders.items()
    ]
    schema = scenario_schema(shipped_profile().catalogue)
    return _FILE.format(
        fields=_table(
            ("field", "holds", "when left out"),
            list(_fields(schema)),
        ),
        levers=_table(("name", "on the screen", "kind", "from and to", "baseline"), levers),
        spread=MAXIMUM_SPREAD,
    )


def _fields(schema: dict[str, Any], above: str = "") -> Iterator[tuple[str, ...]]:
    for name, part in schema.get("properties", {}).items():
        path = f"{above}{name}"
        yield f"`{path}`", _holds(part), str(part.get("default", ""))
        if path != "changes":
            below = part["items"] if part.get("type") == "array" else part
            yield from _fields(below, f"{path}.")


def _holds(part: dict[str, Any]) -> str:
    words = []
    if "const" in part:
        words.append(f"always {part['const']}")
    elif "enum" in part:
        words.append("one of " + ", ".join(f"`{value}`" for value in part["enum"]))
    elif part.get("pattern") == _DIGEST:
        words.append("64 hexadecimal digits")
    elif "anyOf" in part:
        words.append("a name, an object or null")
    elif part["type"] != "object":
        words.append(_TYPES.get(str(part["type"]), "a number or nothing"))
    if "minimum" in part:
        words.append(f"{part['minimum']:,} to {part['maximum']:,}")
    for key, unit in (("maxLength", "characters"), ("maxItems", "entries")):
        if key in part:
            words.append(f"at most {part[key]:,} {unit}")
    return f"{part.get('description', '')} {_sentence(', '.join(words))}".strip()


_DIGEST = "^[0-9a-f]{64}$"
_TYPES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "string": "text",
}


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        return ""
    return f"{text[0].upper()}{text[1:]}{'' if text[-1] in '.?!' else '.'}"


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    cells = [heads, ("---",) * len(heads), *rows]
    lines = ["| " + " | ".join(c.replace("|", "\\|") for c in row) + " |" for row in cells]
    return "\n".join(lines) + "\n"


PAGES = {"commands.md": commands_page, "scenario-file.md": scenario_file_page}


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
