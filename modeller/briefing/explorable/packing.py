"""Packs a page's data: one compressed block of JSON and arrays, as text without escapes."""

from __future__ import annotations

import base64
import gzip
import json
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Pack:
    """Arrays by number, in one block."""

    def __init__(self) -> None:
        self._arrays: list[dict[str, Any]] = []
        self._parts: list[bytes] = []
        self._known: dict[tuple[str, tuple[int, ...], bytes], int] = {}
        self._size = 0

    def add(self, array: NDArray[Any]) -> int:
        """Add an array, only once however often it is given, and return its number."""
        whole = np.ascontiguousarray(array)
        content = whole.tobytes()
        key = (whole.dtype.str, whole.shape, content)
        known = self._known.get(key)
        if known is not None:
            return known
        self._known[key] = number = len(self._arrays)
        self._arrays.append({"type": whole.dtype.str, "shape": whole.shape, "at": self._size})
        # all first bytes first, then all second ones: similar bytes side by side compress better
        turned = np.frombuffer(content, np.uint8).reshape(-1, whole.itemsize).T.tobytes()
        self._parts.append(turned)
        self._size += len(turned)
        return number

    def text(self, about: dict[str, Any]) -> str:
        """Everything as base64, which every browser can unpack."""
        head = json.dumps({**about, "arrays": self._arrays}, allow_nan=False).encode()
        content = b"".join((len(head).to_bytes(4, "little"), head, *self._parts))
        return base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()
