"""The command line: ``modeller COMMAND …``.

A command is a module with `add_arguments(parser)` and `run(options) -> int`, and a row in
`COMMANDS`; an analysis has its row in the table of analyses. Only the module of the command called
is imported.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, cast

from modeller.analysis.questions import ANALYSES, current_name
from modeller.base.before_numpy import settle_numpy
from modeller.base.errors import ModellerError, Problem
from modeller.base.kept_code import keep_compiled
from modeller.cli.exit_codes import DONE, FAULT, INTERRUPTED, WRONG_INPUT
from modeller.cli.help_text import HelpText
from modeller.cli.output import flush_output, print_problem, print_text, tell, width
from modeller.cli.room import check_room
from modeller.cli.streams import discard, occupy_closed_streams

if TYPE_CHECKING:
    from modeller.profiles import Profile

PROFILE = "--profile"
PROFILE_HELP = "the folder of another force's profile (default: the shipped one)"
QUIET_HELP = "print no notes and no progress on standard error; problems are still printed"
PROGRESS_HELP = "show progress on standard error even where that is not a terminal"
_SELDOM = 500_000
"""So many new objects, not 700, before Python's garbage collector searches them: some 50 MB."""


_NO_ROOM = "failed to map segment", "can't start new thread"
"""What is said where there is no room for a library of machine code, and for a thread's stack."""

_SAYS = {"check": "Says", "brief": "Writes", "sweep": "Writes", "evidence": "Keeps"}
"""How the description of a command begins, where it does not begin with “Shows”."""


@dataclass(frozen=True)
class Command:
    """A command: its name, its module in this package, and what it is for."""

    name: str
    module: str
    purpose: str


COMMANDS = (
    Command("list", "listing", "all scenarios, levers, outcomes and evidence, with sources"),
    Command(
        "explain", "explain", "what one key means: label, unit, range, grade, source, what it moves"
    ),
    Command("check", "check", "whether scenario files are in order, and what is wrong with them"),
    Command("project", "project", "what would follow from scenarios, with ranges"),
    Command("compare", "compare", "how scenarios differ, future by future"),
    *(Command(each.key, each.module, each.purpose) for each in ANALYSES),
    Command(
        "sweep", "sweep", "the results of thousands of scenarios, as CSV, Parquet or JSON lines"
    ),
    Command("brief", "brief", "a briefing: web page, PDF, Word, slides, workbook or CSV"),
    Command("share", "share", "a scenario as a line of text to paste into a message"),
    Command(
        "open", "opening", "what a share code, a briefing or a file holds, and if it was altered"
    ),
    Command("evidence", "evidence", "records of your own: import, list, show, export, remove"),
    Command("ledger", "ledger", "projections locked in advance, and how they did"),
    Command("quality", "quality", "the quality log, under the AQuA Book's headings"),
    Command("verify", "verify", "whether a saved file is unaltered and gives the same results"),
    Command("versions", "model_versions", "how results differ between two versions of the model"),
    Command("schema", "schema", "JSON Schema of scenario files and of JSON output"),
    Command("completion", "completion", "a script that lets a shell complete commands on Tab"),
)


class CommandModule(Protocol):
    """What the module of a command has."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the arguments of the command."""

    def run(self, options: argparse.Namespace) -> int:
        """Run the command and return the exit code."""


_SAID = {
    "unrecognized arguments: ": "does not know",
    "the following arguments are required: ": "needs",
}
"""How the beginnings of argparse's messages are said here."""


class _Parser(argparse.ArgumentParser):
    """Reports errors in one line, in the form of every other problem."""

    def error(self, message: str) -> NoReturn:
        """Print the error and exit with 2."""
        said = f"{self.prog}: {message}"
        for theirs, ours in _SAID.items():
            if message.startswith(theirs):
                said = f"{self.prog} {ours} {message.removeprefix(theirs)}"
        self.exit(WRONG_INPUT, f"{said}; see “{self.prog} --help”\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help, in characters that the terminal can show, or an error to standard error."""
        if file is sys.stdout:
            print_text(message)
        else:
            print_problem(message.rstrip("\n"))


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Parameters
    ----------
    argv
        The arguments after the name of the program; those of the process when None.

    Returns
    -------
    int
        One of `modeller.cli.exit_codes`.
    """
    occupy_closed_streams()
    if argv is None:  # or it is somebody else's process
        keep_compiled()
        _collect_seldom()
    try:
        code = _code_of(list(sys.argv[1:] if argv is None else argv))
        flush_output()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        discard(sys.stdout)
        remedy = "make it possible to write there, or write to a file with --out"
        print_problem(
            Problem("standard output", f"cannot be written ({error.strerror or error})", remedy)
        )
        return WRONG_INPUT
    except MemoryError:
        return _too_little_memory()
    except (ImportError, RuntimeError) as error:
        if any(said in str(error) for said in _NO_ROOM):
            return _too_little_memory()
        return _own_fault()
    except Exception:  # otherwise Python would exit with 1, which means “no”
        return _own_fault()


def _code_of(arguments: list[str]) -> int:
    """The exit code of a command that did its work, or was told wrongly what to do."""
    try:
        return _dispatch(arguments)
    except ModellerError as error:
        for problem in error.problems:
            print_problem(problem)
        return WRONG_INPUT
    except SystemExit as end:  # argparse, after --help or an error
        return end.code if isinstance(end.code, int) else DONE


def _too_little_memory() -> int:
    remedy = "take fewer futures (--draws) or fewer weeks, or close other programs"
    print_problem(Problem("this machine", "has too little memory for this", remedy))
    return WRONG_INPUT


def _own_fault() -> int:
    """Print Python's message, and say that the user is not at fault."""
    try:
        time.time()  # noqa: TID251 (not for the time, but for whether it can be told)
    except OverflowError:  # what Python counts time in ends in 2262, and its own modules fail then
        remedy = "set the clock of this machine right; nothing was done"
        print_problem(Problem("the clock", "says a year after 2262", remedy))
        return WRONG_INPUT
    print_problem(traceback.format_exc().rstrip())
    remedy = "please report the lines above and the command that you gave"
    print_problem(Problem("the modeller", "has a fault", remedy))
    return FAULT


def _dispatch(arguments: list[str]) -> int:
    given, arguments = _profile_before(arguments)
    name = next((word for word in arguments if not word.startswith("-")), None)
    before = arguments[: arguments.index(name)] if name is not None else arguments
    if name is None or before:
        _top_parser(given).parse_args(before)
        print_text(_overview())
        return DONE
    module, parser = prepared(_command(name))
    options = parser.parse_args(arguments[1:], _Options())
    options.profile_folder = options.profile_folder or given
    tell(notes=not options.quiet, progress=options.progress)
    try:
        return module.run(options)
    finally:
        tell()  # a second call in the same process starts afresh


class _Options(argparse.Namespace):
    """The options, and the profile, which is read when a command first needs it."""

    profile_folder: str | None = None

    @cached_property
    def profile(self) -> Profile:
        """The profile in the folder given, or the shipped one."""
        return _profile(self.profile_folder)


def _profile_before(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The folder given by ``--profile`` before the command, and the remaining arguments."""
    given = None
    while arguments and arguments[0].split("=")[0] == PROFILE:
        option, equals, folder = arguments[0].partition("=")
        if not equals and len(arguments) < 2:
            raise ModellerError(Problem(option, "names no folder", "write --profile FOLDER"))
        given = folder if equals else arguments[1]
        arguments = arguments[1 if equals else 2 :]
    return given, arguments


def _profile(folder: str | None) -> Profile:
    """The force to work on: that of a folder, or the one shipped."""
    from modeller.profiles import shipped_profile
    from modeller.scenario.file import load_profile_whole

    return shipped_profile() if folder is None else load_profile_whole(folder)


def _imported(command: Command) -> CommandModule:
    """Import the module of a command."""
    _make_ready_for_numpy()
    return cast(CommandModule, import_module(f"modeller.cli.{command.module}"))


def _make_ready_for_numpy() -> None:
    """What has to come before the first import of numpy."""
    settle_numpy()
    check_room()


def _collect_seldom() -> None:
    """Have what a command imports and makes in some seconds searched for garbage hardly ever."""
    gc.set_threshold(_SELDOM)
    atexit.register(gc.freeze)  # nor everything once more at the end


def prepared(command: Command) -> tuple[CommandModule, argparse.ArgumentParser]:
    """The module of a command, and the parser for its arguments."""
    module = _imported(command)
    says = _SAYS.get(command.name, "Shows")
    parser = _Parser(
        prog=f"modeller {command.name}",
        description=f"{says} {command.purpose}.",
        formatter_class=HelpText,
        allow_abbrev=False,
    )
    module.add_arguments(parser)
    _add_common_arguments(parser)
    return module, parser


def _add_common_arguments(parser: argparse.ArgumentParser, *, below: bool = False) -> None:
    """Add the options of every command; on an action, one that is left out changes nothing."""
    unsaid: dict[str, Any] = {"default": argparse.SUPPRESS} if below else {}
    parser.add_argument(
        PROFILE, dest="profile_folder", metavar="FOLDER", help=PROFILE_HELP, **unsaid
    )
    told = parser.add_mutually_exclusive_group()
    told.add_argument("--quiet", action="store_true", help=QUIET_HELP, **unsaid)
    told.add_argument("--progress", action="store_true", help=PROGRESS_HELP, **unsaid)
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for parser_below in action.choices.values():
                _add_common_arguments(parser_below, below=True)


def _command(name: str) -> Command:
    """The command of that name; a former name is accepted with a note."""
    current = current_name(name)
    for command in COMMANDS:
        if command.name == current:
            if current != name:
                print_problem(f"modeller {name} is now modeller {current}")
            return command
    names = [command.name for command in COMMANDS]
    near = get_close_matches(name, names, n=1)
    remedy = f"did you mean {near[0]}?" if near else f"the commands are {', '.join(names)}"
    raise ModellerError(Problem(name, "is not a command", remedy))


def _top_parser(folder: str | None) -> argparse.ArgumentParser:
    parser = _Parser(prog="modeller", add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action=_Help)
    parser.add_argument("--version", action=_Version)
    parser.set_defaults(profile=folder)
    return parser


class _Help(argparse.Action):
    """Prints the overview of commands."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print it and exit."""
        print_text(_overview())
        parser.exit()


class _Version(_Help):
    """Prints all versions that a result depends on."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print them and exit."""
        _make_ready_for_numpy()
        from modeller.cli.versions import engine_line, version_line

        print_text(f"{version_line(_profile(parser.get_default('profile')))}\n{engine_line()}\n")
        parser.exit()


def _overview() -> str:
    from modeller.cli.layout import listed

    known = listed([(command.name, command.purpose) for command in COMMANDS], width())
    return (
        "What-if scenarios for a police force's plan for live facial recognition,\nwith ranges.\n\n"
        "usage: modeller [--profile FOLDER] COMMAND ...\n\n" + "\n".join(known) + "\n\n"
        "  modeller COMMAND --help   the arguments of a command\n"
        "  modeller --version        versions of model, random streams and record\n\n"
        "Try:\n"
        "  modeller project baseline\n"
        "  modeller project baseline --set officer_losses=700 --format json\n"
        "  modeller compare baseline plan.scenario.json\n"
    )
