"""Compiles ahead: turns numba's intermediate code into a plain shared library.

``python -m modeller.kernel.library_build`` makes the libraries of this platform in the package;
with ``--here`` only the one for this processor. Each is made in a process of its own and never run
there, so that it may be for another processor. numba and a linker are needed to make a library, but
not to use it.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from modeller.base.saving import write_atomically
from modeller.kernel import library
from modeller.model.catalogue import Catalogue
from modeller.scenario import Scenario

_OUTSIDE = frozenset({"memset", "memcpy", "memmove", "sqrt", "sqrtf", "_fltused", "__chkstk"})
"""All that a library may import from the system: nothing that allocates memory."""


_TUNING = {"x86-64-v4": "-prefer-256-bit"}
"""Allow the widest registers, which was a fifth faster where measured."""


class LibraryError(Exception):
    """No library could be made; the message says why."""


def main() -> None:
    """Make the libraries of this platform; given a kind of processor, make that in this process."""
    match sys.argv[1:]:
        case [kind, folder]:
            _build(kind, Path(folder))
            return
        case ["--here"]:
            kinds = library.kinds()[:1]
        case _:
            kinds = library.kinds_of_platform()
    try:
        for path in build(kinds):
            sys.stdout.write(f"{path}\n")
    except LibraryError as error:
        sys.exit(f"no library was made: {error}")


def build(kinds: Sequence[str], folder: Path = library.FOLDER) -> list[Path]:
    """Make libraries for some kinds of processor in a folder, replacing those there.

    Raises
    ------
    LibraryError
        Where there is no compiler or no linker.
    """
    for needed in ("numba", "llvmlite"):
        if find_spec(needed) is None:
            raise LibraryError(f"{needed} is not installed")
    linker()
    digest = library.digest_of(Scenario().catalogue.model)
    made = []
    for kind in kinds:
        if (there := library.file_of(digest, kind, folder)) is not None:
            made.append(there)
            continue
        environment = os.environ | {
            "NUMBA_CPU_NAME": kind,  # "generic" is a name of a processor, too
            "NUMBA_CPU_FEATURES": _TUNING.get(kind, ""),
            "NUMBA_DISABLE_INTEL_SVML": "1",  # it lies in another library
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "MODELLER_ENGINE": "numba",
        }
        with tempfile.TemporaryDirectory() as scratch:
            done = subprocess.run(
                [sys.executable, "-P", "-m", "modeller.kernel.library_build", kind, scratch],
                env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.returncode:
                raise LibraryError(done.stderr.strip() or done.stdout.strip())
            code = (Path(scratch) / f"kernel{library.SUFFIX}").read_bytes()
            folder.mkdir(parents=True, exist_ok=True)
            made.append(folder / library.name_of(digest, kind, len(code)))
            write_atomically(made[-1], code)
    for path in folder.glob("kernel-*"):
        if path not in made:
            path.unlink()
    return made


def linker() -> list[str]:
    """The command that links: the system's C compiler, or that of ziglang.

    Raises
    ------
    LibraryError
        Where there is neither.
    """
    named = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "")
    for command in (named, ["cc"], ["clang"], ["gcc"]):
        if command and sys.platform != "win32" and shutil.which(command[0]):
            return command
    if find_spec("ziglang") is not None:
        return [sys.executable, "-m", "ziglang", "cc"]
    raise LibraryError("there is no C compiler; pip install ziglang brings one")


# ---------------------------------------------------------------- one library


def _build(kind: str, folder: Path) -> None:
    from modeller.kernel import keeping

    keeping.keep_nothing()  # kept machine code has no intermediate code
    declared = Scenario().catalogue
    compiled = signatures(declared)
    digest = library.digest_of(declared.model)
    module = linked_code(compiled, {"digest": digest, "kind": kind})
    _link(_machine_code(module, kind), folder / f"kernel{library.SUFFIX}")


@dataclass
class _Recorder:
    """Takes the place of a function: notes the types of its arguments and does nothing."""

    function: Any
    signature: tuple[Any, ...] | None = None

    def __call__(self, *arguments: Any) -> None:
        from numba import typeof

        signature = tuple(map(typeof, arguments))
        if self.signature is not None and signature != self.signature:
            raise LibraryError(f"{self.function.__name__} takes now {signature}")
        self.signature = signature


def signatures(declared: Catalogue) -> dict[str, tuple[Any, tuple[Any, ...]]]:
    """The functions that Python calls, by name, each with the types of its arguments."""
    from dataclasses import replace

    from modeller.kernel.compile_all import run_each
    from modeller.kernel.generated import code_for, use

    code = code_for(declared.model)
    recorders = {name: _Recorder(function) for name, function in code.functions.items()}
    use(declared.model, replace(code, functions=recorders))
    try:
        run_each(declared)
    finally:
        use(declared.model, code)
    found = {}
    for name, recorder in recorders.items():
        if recorder.signature is None:
            raise LibraryError(f"{name} is never called")
        found[name] = recorder.function, recorder.signature
    return found


def kind_of_type(type_: Any) -> Any:
    """The kind of a type, as `library.Entry` reads it."""
    from numba import types
    from numba.np.numpy_support import as_dtype

    if isinstance(type_, types.Array):
        if type_.layout != "C":
            raise LibraryError(f"an array of layout {type_.layout} is taken")
        return f"{as_dtype(type_.dtype).str}:{type_.ndim}"
    if isinstance(type_, types.BaseTuple):
        return [kind_of_type(one) for one in type_]
    return as_dtype(type_).str


def linked_code(
    compiled: Mapping[str, tuple[Any, tuple[Any, ...]]], about: Mapping[str, str]
) -> Any:
    """One module of intermediate code that exports only the named functions and a description."""
    from llvmlite import binding

    functions: dict[str, Any] = {}
    whole = None
    entries = []
    for name, (dispatcher, signature) in compiled.items():
        dispatcher.compile(signature)
        (result,) = [
            one for types, one in dispatcher.overloads.items() if tuple(types) == signature
        ]
        inner = result.fndesc.llvm_func_name
        part = binding.parse_assembly(result.library.get_llvm_str())
        try:
            functions[name] = [kind_of_type(type_) for type_ in signature]
        except LibraryError as error:
            raise LibraryError(f"{name}: {error} among {signature}") from None
        slots = [str(one.type) for one in part.get_function(inner).arguments][2:]
        expected = [slot for kind in functions[name] for slot in _slot_types(kind)]
        if slots != expected:
            raise LibraryError(f"{name} takes {slots} and not {expected}")
        entries.append(_entry(name, inner, slots))
        if whole is None:
            whole = part
        else:
            whole.link_in(part)
    assert whole is not None
    told = json.dumps({**about, "functions": functions}, sort_keys=True)
    whole.link_in(binding.parse_assembly("\n".join([_text(library.ABOUT, told), *entries])))
    seen = {*functions, library.ABOUT}
    for value in (*whole.functions, *whole.global_variables):
        if value.name not in seen and not value.is_declaration:
            value.linkage = "internal"
    _drop_unused(whole)
    whole.verify()
    asked = {f.name for f in (*whole.functions, *whole.global_variables) if f.is_declaration}
    asked = {name for name in asked if not name.startswith("llvm.")} - _OUTSIDE
    if asked:
        raise LibraryError(f"the code asks for {', '.join(sorted(asked))}")
    return whole


def _slot_types(kind: Any) -> Iterator[str]:
    if isinstance(kind, list):
        for one in kind:
            yield from _slot_types(one)
        return
    type_, _, dimensions = kind.partition(":")
    if dimensions:
        yield from ("ptr", "ptr", "i64", "i64", "ptr", *["i64"] * (2 * int(dimensions)))
    else:
        yield {"<i8": "i64", "<u8": "i64", "<f8": "double", "<f4": "float", "|b1": "i8"}[type_]


_EXPORT = "dllexport " if sys.platform == "win32" else ""


def _entry(name: str, inner: str, slots: list[str]) -> str:
    """The exported function, which takes a pointer to slots and calls the inner one with them."""
    lines = []
    for place, type_ in enumerate(slots):
        lines += [
            f"  %p{place} = getelementptr i64, ptr %slots, i64 {place}",
            f"  %v{place} = load {type_}, ptr %p{place}, align 8",
        ]
    types = ", ".join(["ptr", "ptr", *slots])
    given = ", ".join(
        ["ptr %result", "ptr %error", *(f"{type_} %v{n}" for n, type_ in enumerate(slots))]
    )
    return "\n".join([
        f'declare i32 @"{inner}"({types})',
        f"define {_EXPORT}i32 @{name}(ptr %slots) {{",
        "  %result = alloca ptr",
        "  %error = alloca ptr",
        *lines,
        f'  %status = call i32 @"{inner}"({given})',
        "  ret i32 %status",
        "}",
    ])  # fmt: skip


def _text(name: str, text: str) -> str:
    data = "".join(f"\\{byte:02X}" for byte in text.encode() + b"\0")
    return f'@{name} = {_EXPORT}constant [{len(text.encode()) + 1} x i8] c"{data}"'


def _drop_unused(module: Any) -> None:
    from llvmlite import binding

    machine = binding.Target.from_default_triple().create_target_machine()
    builder = binding.create_pass_builder(machine, binding.create_pipeline_tuning_options(0))
    manager = binding.create_new_module_pass_manager()
    manager.add_global_dead_code_eliminate_pass()
    manager.run(module, builder)


def _machine_code(module: Any, kind: str) -> bytes:
    from llvmlite import binding

    binding.initialize_all_asmprinters()
    target = binding.Target.from_triple(module.triple)
    processor = "" if kind == library.GENERIC else kind
    machine = target.create_target_machine(
        cpu=processor, features=_TUNING.get(kind, ""), opt=3, reloc="pic", codemodel="default"
    )
    code: bytes = machine.emit_object(module)
    return code


def _link(code: bytes, path: Path) -> None:
    compiled = path.with_suffix(".o")
    compiled.write_bytes(code)
    libraries = ["-lm"] if sys.platform == "linux" else []
    done = subprocess.run(
        [*linker(), "-shared", "-o", str(path), str(compiled), *libraries],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise LibraryError(f"{linker()[0]} could not link: {done.stderr.strip()}")


if __name__ == "__main__":
    main()
