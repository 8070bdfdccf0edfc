"""Where the bundle's window starts."""

from __future__ import annotations

import sys

if sys.argv[1:] == ["-m", "modeller.kernel"]:
    # the process that makes the machine code for a window is this program again
    from modeller.kernel.__main__ import main as make_machine_code

    make_machine_code()
elif sys.argv[1:3] == ["-m", "modeller.records.tables"]:
    # and the one that reads a PDF or an old workbook within bounds
    from modeller.records.tables.__main__ import main as read_tables_apart

    read_tables_apart()
else:
    from ui.__main__ import main

    sys.exit(main())
