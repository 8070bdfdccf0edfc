"""Where the bundle's two programs start: the name by which it is called says which one it is."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

if __name__ == "__main__":
    # a sweep's processes are this program again, and start their work here
    multiprocessing.freeze_support()
    if sys.argv[1:] == ["-m", "modeller.kernel"]:
        # so is the process that compiles the machine code for a window
        from modeller.kernel.__main__ import main as make_machine_code

        make_machine_code()
    elif sys.argv[1:3] == ["-m", "modeller.records.tables"]:
        # and the one that reads a PDF or a workbook within bounds
        from modeller.records.tables.__main__ import main as read_tables_apart

        read_tables_apart()
    elif Path(sys.argv[0]).stem == "modeller":
        from modeller.cli import main as command_line

        sys.exit(command_line())
    else:
        from ui.__main__ import main as window

        sys.exit(window())
