"""``python -m modeller.kernel``: compile the machine code, keep it, and print the progress."""

from __future__ import annotations

from modeller.kernel.compile_all import compile_all


def main() -> None:
    """Compile, or load what was kept, printing the share done on a line each time."""
    compile_all(lambda share: print(share, flush=True))


if __name__ == "__main__":
    main()
