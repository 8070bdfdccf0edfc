"""``python -m modeller`` is the command line."""

from __future__ import annotations

import sys

from modeller.cli import main

sys.exit(main())
