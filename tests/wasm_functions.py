"""The module for pages, run by wasmtime: its functions called with arrays, as Python's own are."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import wasmtime

from modeller.kernel import generated, wasm
from modeller.kernel.generated import Code
from modeller.model.catalogue import Catalogue

_NUMBERS = {"<i8": "<q", "<f8": "<d", "<f4": "<f4x", "|b1": "<q"}


class Machine:
    """An instance of the module; every call copies its arrays in and out."""

    def __init__(self, module: wasm.Module) -> None:
        self.module = module
        engine = wasmtime.Engine()
        compiled = wasmtime.Module(engine, module.code)
        self.asked = [(one.module, one.name) for one in compiled.imports]
        self._store = wasmtime.Store(engine)
        self._exports = wasmtime.Instance(self._store, compiled, []).exports(self._store)
        self._memory: Any = self._exports["memory"]
        base: Any = self._exports["__heap_base"]
        self._base = base.value(self._store)

    def functions(self) -> dict[str, Callable[..., None]]:
        """Each function by name."""
        return {
            name: lambda *arguments, name=name, kinds=kinds: self._call(name, kinds, arguments)
            for name, kinds in self.module.functions.items()
        }

    def _call(self, name: str, kinds: Any, arguments: tuple[Any, ...]) -> None:
        arrays: dict[int, tuple[np.ndarray[Any, Any], int]] = {}
        slots: list[bytes] = []
        top = self._base
        for kind, value in _flat(kinds, arguments):
            dtype, _, dimensions = kind.partition(":")
            if not dimensions:
                slots.append(struct.pack(_NUMBERS[dtype], value))
                continue
            assert value.dtype.str == dtype
            assert value.flags.c_contiguous
            # a part of an array keeps its place in it: what two of them share must stay one
            top = -(-top // 64) * 64
            arrays[len(arrays)] = value, top
            numbers = (0, 0, value.size, value.itemsize, top, *value.shape, *value.strides)
            slots.append(struct.pack(f"<{len(numbers)}q", *numbers))
            top += value.nbytes
        row = b"".join(slots)
        top = -(-top // 64) * 64
        self._grow(top + len(row))
        for value, place in arrays.values():
            self._memory.write(self._store, value.tobytes(), place)
        self._memory.write(self._store, row, top)
        function: Any = self._exports[name]
        assert function(self._store, top) == 0
        for value, place in arrays.values():
            read = self._memory.read(self._store, place, place + value.nbytes)
            if value.flags.writeable:
                value[...] = np.frombuffer(read, value.dtype).reshape(value.shape)

    def _grow(self, size: int) -> None:
        missing = size - self._memory.data_len(self._store)
        if missing > 0:
            self._memory.grow(self._store, -(-missing // 65_536))


def _flat(kinds: Any, values: Any) -> Iterator[tuple[str, Any]]:
    for kind, value in zip(kinds, values, strict=True):
        if isinstance(kind, list):
            yield from _flat(kind, value)
        else:
            yield kind, value


def code_of_pages(catalogue: Catalogue) -> Code:
    """The code of a catalogue with the module's functions in place of its own."""
    known = generated.code_for(catalogue.model)
    module = wasm.module()
    assert module is not None
    functions = {**known.functions, **Machine(module).functions()}
    return replace(known, functions=functions)
