"""``modeller completion``: a script for completing commands, options and files on Tab."""

from __future__ import annotations

import argparse

from modeller.cli.output import print_exactly

SHELLS = ("bash", "zsh", "tcsh")
_FILES = ("FILE", "PATH", "DESIGN")
_EPILOG = """\
For this session only, or for every session from now on:

  source <(modeller completion bash)
  modeller completion bash > ~/.local/share/bash-completion/completions/modeller
  modeller completion zsh > ~/.zfunc/_modeller
  modeller completion tcsh > ~/.modeller.tcsh

For zsh, ~/.zfunc has to be in fpath; for tcsh, ~/.tcshrc has to say
“source ~/.modeller.tcsh”."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("shell", choices=SHELLS, help="bash, zsh or tcsh")
    parser.epilog = _EPILOG


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    import shtab

    print_exactly(shtab.complete(whole_parser(), options.shell).rstrip() + "\n")
    return 0


def whole_parser() -> argparse.ArgumentParser:
    """A parser with all commands, which must import all of their modules."""
    from modeller.cli import COMMANDS, prepared

    whole = argparse.ArgumentParser(prog="modeller")
    commands = whole.add_subparsers()
    for command in COMMANDS:
        _, parser = prepared(command)
        _complete_files(parser)
        below = commands.add_parser(
            command.name, help=command.purpose, parents=[parser], add_help=False
        )
        below.description = None
    return whole


def _complete_files(parser: argparse.ArgumentParser) -> None:
    """Have the shell offer files for arguments that are files."""
    import shtab

    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                _complete_files(below)
        elif isinstance(action.metavar, str) and action.choices is None:
            if any(word in action.metavar.split("|") for word in _FILES):
                action.complete = shtab.FILE  # type: ignore[attr-defined]
            elif action.metavar == "FOLDER":
                action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
