"""A browser that tests look at pages with: Chromium without a window, told what to do through a pair of pipes.

Its protocol is that of the browser's own tools. Nothing leaves the machine: every request that is not for the page
itself is written down, and answered by nobody.
"""

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_SECONDS = 60.0


def program() -> str:
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if found is None and os.environ.get("ANTQ_CI_INSTALL") == "1":
        pytest.fail("Chromium was to be installed")
    return found or pytest.skip("Chromium is not installed")


class Browser:
    """One page of one browser."""

    def __init__(self, read: int, write: int) -> None:
        self._read, self._write, self._held = read, write, b""
        self._count, self._session = 0, ""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    # The protocol

    def ask(self, method: str, **values: object) -> dict[str, Any]:
        """Ask for something and return the answer; what happens meanwhile is written down."""
        self._count += 1
        session = {"sessionId": self._session} if self._session else {}
        order = {"id": self._count, "method": method, "params": values, **session}
        os.write(self._write, json.dumps(order).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._count:
                assert "error" not in told, (method, told["error"])
                answer: dict[str, Any] = told["result"]
                return answer
            self._note(told)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._held:
            block = os.read(self._read, 1 << 16)
            assert block, "the browser has ended"
            self._held += block
        message, _, self._held = self._held.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told

    def _note(self, told: Mapping[str, Any]) -> None:
        values = told.get("params", {})
        if told.get("method") == "Network.requestWillBeSent":
            self.requests.append(values["request"]["url"])
        elif told.get("method") == "Log.entryAdded":
            self.complaints.append(values["entry"]["text"])
        elif told.get("method") == "Runtime.exceptionThrown":
            self.complaints.append(str(values["exceptionDetails"]))

    # The page

    def open(self, path: Path, width: int = 1280, *, script: bool = True, dark: bool = False, media: str = "") -> None:
        """Show a file on a screen of a width, with or without its script, light or dark, or as it is printed."""
        self.requests.clear()
        self.complaints.clear()
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.ask("Emulation.setEmulatedMedia", media=media, features=features)
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        self.ask("Emulation.setDeviceMetricsOverride", **size)
        self.ask("Emulation.setScriptExecutionDisabled", value=not script)
        self.ask("Page.navigate", url=path.as_uri())
        until = time.monotonic() + _SECONDS
        while self.run("document.readyState + location.href") != f"complete{path.as_uri()}":
            assert time.monotonic() < until, "the page is not shown"
            time.sleep(0.02)

    def run(self, script: str) -> Any:
        """Return what an expression comes to; a promise is waited for."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def click(self, selector: str) -> None:
        """Click with the mouse in the middle of what a selector finds first."""
        place = self.run(
            f"(() => {{ const it = document.querySelector({json.dumps(selector)}); it.scrollIntoView({{block: 'center',"
            " behavior: 'instant'}); const box = it.getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def picture(self) -> bytes:
        """Return the whole page as a PNG."""
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 16000), "scale": 1}
        answer = self.ask("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        return base64.b64decode(answer["data"])

    def printed(self) -> bytes:
        """Return the page as a PDF, on the paper that it asks for."""
        return base64.b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"])


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """Start a browser with a profile of its own, and end it."""
    orders, answers = os.pipe(), os.pipe()
    # The browser reads from 3 and writes to 4; it finds no host at all.
    launch = 'exec "$0" "$@" 3<&%d 4>&%d' % (orders[0], answers[1])  # noqa: UP031 - braces would be the shell's
    words = [
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe"),
        *("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
        *("--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={folder / 'profile'}", "about:blank"),
    ]
    process = subprocess.Popen(
        ["bash", "-c", launch, program(), *words],
        pass_fds=(orders[0], answers[1]),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(orders[0])
    os.close(answers[1])
    try:
        yield Browser(answers[0], orders[1])
    finally:
        process.terminate()
        process.wait(30)
        os.close(orders[1])
        os.close(answers[0])
