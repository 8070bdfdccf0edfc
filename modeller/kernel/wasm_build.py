"""Compiles for explorable pages: turns numba's intermediate code into a WebAssembly module.

``python -m modeller.kernel.wasm_build`` makes it in the package. That needs numba and the linker in
ziglang; using the module needs neither.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import os
import re
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType
from typing import Any

from modeller.base.saving import write_atomically
from modeller.kernel import wasm
from modeller.kernel.library_build import LibraryError, linked_code, signatures
from modeller.scenario import Scenario

_BY_HAND = ("run_block", "fill_noise", "fill_belief", "set_all_bins", "tally_kept", "read_bands")
_TRIPLE = "wasm32-unknown-unknown"
_FEATURES = "+simd128,+bulk-memory,+nontrapping-fptoint,+sign-ext"
"""Features that every browser has had since 2023."""
_STACK = 65_536

# The product of two 128-bit numbers, which WebAssembly has no instruction for.
_PRODUCT = """
define void @__multi3(ptr %to, i64 %a, i64 %a_high, i64 %b, i64 %b_high) {
  %a0 = and i64 %a, 4294967295
  %a1 = lshr i64 %a, 32
  %b0 = and i64 %b, 4294967295
  %b1 = lshr i64 %b, 32
  %p00 = mul i64 %a0, %b0
  %p01 = mul i64 %a0, %b1
  %p10 = mul i64 %a1, %b0
  %p11 = mul i64 %a1, %b1
  %c0 = lshr i64 %p00, 32
  %c1 = and i64 %p01, 4294967295
  %c2 = and i64 %p10, 4294967295
  %m0 = add i64 %c0, %c1
  %middle = add i64 %m0, %c2
  %shifted = shl i64 %middle, 32
  %lowest = and i64 %p00, 4294967295
  %low = or i64 %lowest, %shifted
  %h0 = lshr i64 %p01, 32
  %h1 = lshr i64 %p10, 32
  %h2 = lshr i64 %middle, 32
  %s0 = add i64 %p11, %h0
  %s1 = add i64 %s0, %h1
  %s2 = add i64 %s1, %h2
  %x0 = mul i64 %a, %b_high
  %x1 = mul i64 %a_high, %b
  %s3 = add i64 %s2, %x0
  %high = add i64 %s3, %x1
  store i64 %low, ptr %to, align 8
  %upper = getelementptr i64, ptr %to, i32 1
  store i64 %high, ptr %upper, align 8
  ret void
}
"""


def main() -> None:
    """Make the module in the package; given a folder, make it there, in this process."""
    match sys.argv[1:]:
        case [folder]:
            _build(Path(folder))
        case _:
            try:
                sys.stdout.write(f"{build()}\n")
            except LibraryError as error:
                sys.exit(f"no module was made: {error}")


def build(folder: Path = wasm.FOLDER) -> Path:
    """Make the module in a folder, by way of another process.

    Raises
    ------
    LibraryError
        Where there is no compiler or no linker.
    """
    for needed in ("numba", "llvmlite", "ziglang"):
        if find_spec(needed) is None:
            raise LibraryError(f"{needed} is not installed")
    environment = os.environ | {
        "NUMBA_CPU_NAME": "generic",
        "NUMBA_CPU_FEATURES": "",
        "NUMBA_DISABLE_INTEL_SVML": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "MODELLER_ENGINE": "numba",
    }
    with tempfile.TemporaryDirectory() as scratch:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "modeller.kernel.wasm_build", scratch],
            env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise LibraryError(done.stderr.strip() or done.stdout.strip())
        folder.mkdir(parents=True, exist_ok=True)
        for name in (wasm.MODULE, wasm.ABOUT):
            write_atomically(folder / name, (Path(scratch) / name).read_bytes())
    return folder / wasm.MODULE


def _build(folder: Path) -> None:
    from modeller.kernel import keeping

    keeping.keep_nothing()  # kept machine code has no intermediate code
    functions = functions_of_a_page()
    _link(_machine_code(linked_code(functions, {})), [*functions], folder / wasm.MODULE)
    code = (folder / wasm.MODULE).read_bytes()
    about = {
        "equations": wasm.equations_digest(_live()),
        "functions": {name: _kinds(signature) for name, (_, signature) in functions.items()},
        "made_with": _makers(),
        "module": hashlib.sha256(code).hexdigest(),
        "source": source_digest((function for function, _ in functions.values()), _live().source),
    }
    text = json.dumps(about, indent=1, sort_keys=True) + "\n"
    (folder / wasm.ABOUT).write_text(text, "utf-8")


def _live() -> Any:
    from modeller.kernel.generated import code_for

    return code_for(Scenario().catalogue.model).live


def functions_of_a_page() -> dict[str, tuple[Any, tuple[Any, ...]]]:
    """The functions that a page calls, each with the types of its arguments."""
    from numba import types

    from modeller.kernel.live_streams import place_on_scale

    known = signatures(Scenario().catalogue)
    chosen = {name: known[name] for name in (*_BY_HAND, *_live().level_fillers)}
    place = (types.int64, types.float64, types.float64[::1])
    return {**chosen, "place_on_scale": (place_on_scale, place)}


def _kinds(signature: tuple[Any, ...]) -> list[Any]:
    from modeller.kernel.library_build import kind_of_type

    return [kind_of_type(type_) for type_ in signature]


def _makers() -> str:
    import llvmlite
    import numba

    return f"numba {numba.__version__}, llvmlite {llvmlite.__version__}"


def _machine_code(module: Any) -> bytes:
    from llvmlite import binding

    binding.initialize_all_targets()
    binding.initialize_all_asmprinters()
    machine = binding.Target.from_triple(_TRIPLE).create_target_machine(
        cpu="generic", features=_FEATURES, opt=3, reloc="static"
    )
    text = re.sub(r"(?m)^target triple = .*$", f'target triple = "{_TRIPLE}"', str(module))
    text = re.sub(
        r"(?m)^target datalayout = .*$", f'target datalayout = "{machine.target_data}"', text
    )
    whole = binding.parse_assembly(text)
    whole.link_in(binding.parse_assembly(_PRODUCT))
    code: bytes = machine.emit_object(whole)
    return code


def _link(code: bytes, names: Iterable[str], path: Path) -> None:
    compiled = path.with_suffix(".o")
    compiled.write_bytes(code)
    exported = [f"--export={name}" for name in (*names, "__heap_base")]
    done = subprocess.run(
        [
            sys.executable, "-m", "ziglang", "wasm-ld", "--no-entry", "--gc-sections",
            "--strip-all", "--stack-first", "-z", f"stack-size={_STACK}", *exported,
            "-o", str(path), str(compiled),
        ],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    compiled.unlink()
    if done.returncode:
        raise LibraryError(f"the linker says: {done.stderr.strip()}")


# ---------------------------------------------------------------- what it is made from


def source_digest(functions: Iterable[Any], written: str) -> str:
    """Digest of some functions, of all functions that they call, and of every constant they read.

    It is the same under every version of Python and numba, so that it tells whether the committed
    module is that of this source. The code kept on a machine needs more (`keeping.digest_of`).

    Parameters
    ----------
    written
        The source generated from the equations.
    """
    from modeller.kernel.keeping import parts

    digest = hashlib.sha256(written.encode())
    seen: set[int] = set()
    for function in functions:
        for part in parts(function, seen, _source):
            digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def _source(function: FunctionType) -> str:
    if sys.modules[function.__module__].__spec__ is None:  # generated from the equations
        return ""
    return textwrap.dedent(inspect.getsource(function)).replace("\r\n", "\n")


if __name__ == "__main__":
    main()
