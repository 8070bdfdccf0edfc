"""The window and the command line at work, watched for sockets that lead off this machine.

``python -m tests.watched_network FOLDER`` ends with 1 and names each, if there was any. Python's
own sockets are seen by an audit hook, before they are made. Those of libraries beneath it are
looked for in what Linux says this process holds open, all the time and from a thread of its own.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.met import MET

_LOCAL = getattr(socket, "AF_UNIX", None)
_NETWORKS = ("tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6")
_HELD = Path("/proc/self/fd")

found: set[str] = set()


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Note a socket that is not local to the machine, and every question for an address."""
    if event == "socket.__new__" and arguments[1] != _LOCAL:
        found.add(f"socket {arguments[1:]}")
    elif event.startswith(("socket.get", "urllib", "http.client", "ftplib", "smtplib")):
        found.add(f"{event} {arguments}")


def held() -> set[str]:
    """Sockets of the internet's kinds that this process holds open."""
    numbers = set()
    for name in _NETWORKS:
        table = Path("/proc/self/net") / name
        if table.exists():
            numbers |= {line.split()[9] for line in table.read_text().splitlines()[1:]}
    links = set()
    for path in _HELD.iterdir():
        try:
            links.add(str(path.readlink()))
        except OSError:  # closed meanwhile
            continue
    return {link for link in links if link.removeprefix("socket:[").rstrip("]") in numbers}


def look(stop: threading.Event) -> None:
    """Look again and again."""
    while not stop.wait(0.05):
        found.update(held())


def commands(folder: Path) -> None:
    """Every command of the command line, on the smallest of scenarios."""
    from modeller.cli import main
    from modeller.scenario import Scenario
    from modeller.scenario.file import write_scenario

    own, other, ledger = (str(folder / name) for name in ("own.json", "other.json", "ledger"))
    small = Scenario(weeks=4, draws=100)
    write_scenario(own, small)
    write_scenario(other, small.replace(changes={"officer_losses": 700}))
    design = folder / "design.toml"
    design.write_text('scenario = "own.json"\nmeasures = ["arrests.p50"]\n[grid]\nseed = [1, 2]')
    record = Path(__file__).with_name("met-lfr-weekly-to-april-2026.csv")
    briefings = [str(folder / f"brief.{kind}") for kind in ("html", "pdf", "docx")]
    to = [part for path in briefings for part in ("--to", path)]
    for line in (
        ["list", "parameters"],
        ["check", own],
        ["project", own],
        ["compare", own, other],
        ["sweep", str(design), "--out", str(folder / "sweep.csv")],
        ["brief", own, other, *to],
        ["share", own],
        ["open", briefings[0]],
        ["open", briefings[1]],
        ["evidence", "import", str(record)],
        ["evidence", "list"],
        ["ledger", "lock", own, "--ledger", ledger],
        ["ledger", "score", "--ledger", ledger],
        ["verify", own],
        ["schema"],
    ):
        code = main(line)
        print(line[0], code, file=sys.stderr)  # noqa: T201


def window(folder: Path) -> None:
    """Open, move, save, brief, share and ask for help in the window."""
    from PySide6.QtWidgets import QApplication

    from ui.desk.warm_up import WarmUp
    from ui.window.application import Application

    setattr(WarmUp, "start", lambda _self: None)  # noqa: B010 - no machine code for this
    qt = QApplication([])
    application = Application(qt, str(folder / "own.json"), profile=MET)
    application.start()
    shown, session = application.window, application.session

    def until(done: Callable[[], bool]) -> None:
        end = time.monotonic() + 60
        while not done():
            qt.processEvents()
            assert time.monotonic() < end, "the window does not come to rest"

    until(lambda: application.charts_painted)
    session.set_value("officer_losses", 300.0)
    until(lambda: application.runner.is_settled)
    shown.files.open_path(str(folder / "other.json"))
    until(lambda: application.runner.is_settled)
    shown.menus["briefing"].trigger()
    shown.menus["share"].trigger()
    shown.menus["open-from-a-code"].trigger()
    shown.menus["projection-ledger"].trigger()
    shown.menus["help-evidence"].trigger()
    for _ in range(50):
        qt.processEvents()
        time.sleep(0.01)
    shown.files.saving.dialogs = _Discard()  # type: ignore[assignment]
    shown.close()
    qt.processEvents()


class _Discard:
    def unsaved(self, _titles: object, _why: str) -> str:
        """Whatever is unsaved may go."""
        return "discard"


def main(folder: Path) -> int:
    """Do all of it, and say what was seen."""
    sys.addaudithook(watch)
    stop = threading.Event()
    looking = threading.Thread(target=look, args=(stop,), daemon=True)
    if _HELD.exists():
        looking.start()
    commands(folder)
    window(folder)
    stop.set()
    maps = Path("/proc/self/maps")
    if maps.exists() and "Qt6Network" in maps.read_text():
        found.add("Qt's library for networks was loaded")
    sys.stdout.flush()
    sys.stderr.write("".join(f"NETWORK {what}\n" for what in sorted(found)))
    sys.stderr.flush()
    os._exit(1 if found else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
