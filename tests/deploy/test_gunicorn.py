"""gunicorn with the shipped configuration serves the same site, takes good content on SIGHUP, and refuses bad."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.faults.site import free_port

pytestmark = pytest.mark.full
CONFIGURATION = ROOT / "docs" / "deploy" / "gunicorn.conf.py"


def health(port: int) -> dict[str, object]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/gezond", timeout=5) as response:
        found: dict[str, object] = json.load(response)
        return found


def other(port: int, than: object, seconds: float = 60) -> object:
    """What content there is once it is another; None where it stays."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if (now := health(port)["inhoud"]) != than:
                return now
        except OSError:
            pass
        time.sleep(0.2)
    return None


def test_gunicorn_serves_reloads_and_writes_nothing_of_readers(aids: Path, tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    environment = {**os.environ, "KEUZEHULP_AIDS": str(aids), "KEUZEHULP_MET_PROEF": "ja", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "gunicorn", "--config", str(CONFIGURATION), "--bind", f"127.0.0.1:{port}"]
    with log.open("wb") as stream:
        process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=stream, stderr=stream)
    try:
        first = other(port, None)
        assert first
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/k/klein/start", timeout=5) as response:
            assert "Piepknie" in response.read().decode()
        file = aids / "klein" / "keuzehulp.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("Piepknie", "Kraakknie"), encoding="utf-8")
        process.send_signal(signal.SIGHUP)
        second = other(port, first)
        assert second
        file.write_text(text.replace("titel:", "titul:"), encoding="utf-8")
        process.send_signal(signal.SIGHUP)
        assert other(port, second, 8) is None
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/k/klein/geheim?q=geheim", timeout=5)
    finally:
        process.terminate()
        process.wait(timeout=30)
    said = log.read_text(encoding="utf-8")
    assert "Niet herladen" in said
    assert not [word for word in ("geheim", "GET", "/k/", "127.0.0.1:") if word in said]
