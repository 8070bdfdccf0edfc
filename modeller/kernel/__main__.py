"""``python -m modeller.kernel``: make the machine code, keep it, and say how far it is."""

from __future__ import annotations

from modeller.kernel.compile_all import compile_all


def main() -> None:
    """Compile, or load what was kept; the share done is printed, a line each time."""
    compile_all(lambda share: print(share, flush=True))


if __name__ == "__main__":
    main()
