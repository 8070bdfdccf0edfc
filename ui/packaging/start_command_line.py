"""Where the bundle's command line starts."""

from __future__ import annotations

import multiprocessing
import sys

from modeller.cli import main

if __name__ == "__main__":
    # a sweep's processes are this program again, and are sent to their work here
    multiprocessing.freeze_support()
    sys.exit(main())
