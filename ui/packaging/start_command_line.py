"""Where the bundle's command line starts."""

from __future__ import annotations

import multiprocessing
import sys

from modeller.cli import main

if __name__ == "__main__":
    # a sweep's processes are this program again, and are sent to their work here
    multiprocessing.freeze_support()
    if sys.argv[1:3] == ["-m", "modeller.records.tables"]:
        # the process that reads a PDF or an old workbook within bounds is this program again
        from modeller.records.tables.__main__ import main as read_tables_apart

        read_tables_apart()
        sys.exit(0)
    sys.exit(main())
