"""The exit codes of commands, for the scripts that call them.

They do not change within a major version. The page on the command line and the man pages
read the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

DONE, ANSWERED_NO, WRONG_INPUT, FAULT, INTERRUPTED = 0, 1, 2, 70, 130

EXIT_CODES: Mapping[int, str] = MappingProxyType(
    {
        DONE: "done; for `verify`: reproduces",
        ANSWERED_NO: "`verify` gave one of the other three answers; `open` found that what it "
        "opened was altered; `ledger verify` found damage; `seek` found no place; `evidence "
        "import` waits to be told what to do",
        WRONG_INPUT: "the input is wrong, or the output cannot be written; each problem is printed "
        "as *where what; remedy*",
        FAULT: "a fault of the modeller itself; what Python says of it is printed, to be reported",
        INTERRUPTED: "interrupted",
    }
)
"""The meaning of each code."""
