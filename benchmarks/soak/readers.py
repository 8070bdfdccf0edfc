"""Every reader of untrusted input, as a function of bytes.

Whatever the bytes are, a reader must return or raise `ModellerError`. Checksums in the input are
corrected first, so that fuzzing gets past them.
"""

from __future__ import annotations

from benchmarks.soak.record_readers import RECORD_READERS
from benchmarks.soak.scenario_readers import SCENARIO_READERS
from benchmarks.soak.window_readers import WINDOW_READERS

READERS = {reader.name: reader for reader in (*SCENARIO_READERS, *RECORD_READERS, *WINDOW_READERS)}
