"""A browser without a window, driven over a pipe in its own protocol, and what happened in it."""

from __future__ import annotations

import itertools
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_PATIENCE = 60.0
_HANDED_OVER = """
import os, sys
ends = [os.dup(int(end)) for end in sys.argv[1:3]]
os.dup2(ends[0], 3), os.dup2(ends[1], 4)
os.set_inheritable(3, True), os.set_inheritable(4, True)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""A browser reads from the third file that it has, and writes to the fourth."""


def executable() -> str | None:
    """A browser of Chromium's family on this machine; MODELLER_BROWSER names another."""
    named = os.environ.get("MODELLER_BROWSER")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


class Browser:
    """One browser with one page.

    Attributes
    ----------
    events
        Everything that the browser told, in order.
    """

    def __init__(self, *switches: str) -> None:
        program = executable()
        assert program is not None
        assert sys.platform != "win32", "a pipe is handed over by its number"
        self._folder = tempfile.TemporaryDirectory(prefix="browser-")
        read_by_it, self._write = os.pipe()
        self._read, written_by_it = os.pipe()
        self._process = subprocess.Popen(
            [
                sys.executable, "-c", _HANDED_OVER, str(read_by_it), str(written_by_it), program,
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--no-first-run", "--remote-debugging-pipe",
                f"--user-data-dir={self._folder.name}", *switches, "about:blank",
            ],
            pass_fds=(read_by_it, written_by_it), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(read_by_it)
        os.close(written_by_it)
        self._left = b""
        self._numbers = itertools.count(1)
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        try:
            self._attach()
        except BaseException:
            self.close()
            raise

    def _attach(self) -> None:
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        told = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = told["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **given: Any) -> dict[str, Any]:
        """Ask the page, or the browser before there is one."""
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": given}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            told = self._told()
            if told.get("id") == number:
                assert "error" not in told, told["error"]
                result: dict[str, Any] = told["result"]
                return result
            self.events.append(told)

    def _told(self) -> dict[str, Any]:
        until = time.monotonic() + _PATIENCE
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._read], [], [], until - time.monotonic())
            assert ready, "the browser does not answer"
            more = os.read(self._read, 1 << 16)
            assert more, "the browser has ended"
            self._left += more
        told, _, self._left = self._left.partition(b"\0")
        message: dict[str, Any] = json.loads(told)
        return message

    def open(self, path: Path) -> None:
        """Open a file from the disk and wait until it is loaded."""
        self.events.clear()
        self.ask("Page.navigate", url=path.absolute().as_uri())
        while not self.heard("Page.loadEventFired"):
            self.events.append(self._told())

    def run(self, script: str) -> Any:
        """The value of an expression, or what its promise comes to."""
        told = self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def screen(self, width: int, height: int, *, dark: bool = False, media: str = "screen") -> None:
        """Give the page a screen."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def heard(self, *methods: str) -> list[dict[str, Any]]:
        """What was told of these."""
        return [event["params"] for event in self.events if event.get("method") in methods]

    def faults(self) -> list[dict[str, Any]]:
        """Errors of scripts, of the console and of the policy."""
        thrown = self.heard("Runtime.exceptionThrown", "Log.entryAdded")
        said = self.heard("Runtime.consoleAPICalled")
        return [*thrown, *(call for call in said if call["type"] in ("error", "assert", "warning"))]

    def requests(self) -> list[str]:
        """Every address asked for, the page's own and what it holds itself left out."""
        asked = [each["request"]["url"] for each in self.heard("Network.requestWillBeSent")]
        return [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))]

    def close(self) -> None:
        """End this browser."""
        self._session = None
        try:
            self.ask("Browser.close")
        except (AssertionError, OSError):
            self._process.terminate()
        self._process.wait(20)
        os.close(self._read)
        os.close(self._write)
        self._folder.cleanup()

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
