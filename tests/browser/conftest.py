"""A real Chromium on the real server. The browser is Debian's; where it is missing the tests fail and say so."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.conftest import ROOT

CTS = "/k/carpaletunnelsyndroom"
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = shutil.which("chromium")
    assert chromium, "Chromium ontbreekt: draai `make test`, dat het programma installeert."
    return {**browser_type_launch_args, "executable_path": chromium, "args": list(QUIET)}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the server that `make start` runs. At the end its log must be empty of addresses."""
    yield from serve(tmp_path_factory.mktemp("server"), ROOT / "aids")


@pytest.fixture(scope="session")
def example_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with one aid that uses everything the format has: `/k/voorbeeld`."""
    folder = tmp_path_factory.mktemp("example")
    shutil.copytree(ROOT / "aids" / "_voorbeeld", folder / "aids" / "voorbeeld")
    yield from serve(folder, folder / "aids")


def serve(folder: Path, aids: Path, *options: str) -> Iterator[str]:
    """The address of a server over `aids`. At the end its log must be empty."""
    log = folder / "log"
    command = [
        sys.executable,
        "-u",
        "-m",
        "web.cli",
        "start",
        "--met-proef",
        "--port",
        "0",
        "--aids",
        str(aids),
        *options,
    ]
    with log.open("w") as errors:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True)
    assert process.stdout
    where = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
    assert where, log.read_text()
    yield where[0]
    process.terminate()
    said = process.communicate(timeout=10)[0] + log.read_text()
    assert said == "", "the server must not log what readers do"


@dataclass
class Visit:
    """A page with everything it asked for and everything it complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def record(visit: Visit, request: Request) -> None:
    """Everything a request says: address, headers and body."""
    visit.requests.append(request.url)
    visit.sent.append(f"{request.method} {request.url} {request.all_headers()} {request.post_data}")


@dataclass(frozen=True)
class Visitor:
    """Opens pages on the server, in contexts of any size, and records what they do."""

    browser: Browser
    server: str

    def visit(self, address: str, width: int = 360, **options: Any) -> Visit:
        context: BrowserContext = self.browser.new_context(
            base_url=self.server, viewport={"width": width, "height": 740}, **{"locale": "nl-NL", **options}
        )
        return self.another_tab(context, address)

    def another_tab(self, context: BrowserContext, address: str) -> Visit:
        """A new tab of the same visitor."""
        visit = Visit(context.new_page())
        visit.page.on("request", lambda request: record(visit, request))
        visit.page.on("console", lambda message: visit.complaints.append(message.text))
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        visit.page.goto(address)
        return visit

    def private(self, visit: Visit) -> bool:
        """Nothing went to anyone else, nothing was kept but whose turn it is, nothing was complained about."""
        host = urlsplit(self.server).netloc
        elsewhere = [url for url in visit.requests if urlsplit(url).netloc != host]
        assert visit.requests
        assert not elsewhere
        assert not visit.page.context.cookies()
        kept = visit.page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        assert [key for key in kept if not key.endswith(":beurt")] == []
        assert not visit.complaints
        return True


@pytest.fixture
def visitor(browser: Browser, server: str) -> Iterator[Visitor]:
    yield Visitor(browser, server)
    for context in browser.contexts:
        context.close()


@pytest.fixture
def example(browser: Browser, example_server: str) -> Iterator[Visitor]:
    """A visitor of the aid that uses everything."""
    yield Visitor(browser, example_server)
    for context in browser.contexts:
        context.close()
