"""Stands in for systemctl, nginx and what else changes a machine, while docs/beheer.md is followed in a folder.

Started as one of those names. What it starts is written down, so that the test can stop it.
"""

import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

PLACE = Path(os.environ["KEUZEHULP_DEPLOY_TEST"])


def main(name: str, words: list[str]) -> int:
    if name == "systemctl":
        return systemctl(words)
    if name == "nginx":
        return subprocess.run(nginx(*words), check=False).returncode
    return 0


def nginx(*words: str) -> list[str]:
    return ["/usr/sbin/nginx", "-c", str(PLACE / "etc/nginx/nginx.conf"), *words]


def systemctl(words: list[str]) -> int:
    verb, unit = words[0], words[-1]
    if verb == "daemon-reload":
        return 0
    if unit == "nginx":
        pid = PLACE / "run/nginx.pid"
        # `nginx -t` leaves an empty one.
        running = pid.exists() and pid.read_text().strip()
        return subprocess.run(nginx(*(["-s", "reload"] if running else [])), check=False).returncode
    unit_pid = PLACE / "unit.pid"
    if verb == "reload":
        os.kill(int(unit_pid.read_text()), signal.SIGHUP)
        return 0
    if unit_pid.exists():
        os.kill(int(unit_pid.read_text()), signal.SIGTERM)
    return start(unit, unit_pid)


def start(unit: str, pid: Path) -> int:
    text = (PLACE / f"etc/systemd/system/{unit}.service").read_text()
    found = re.search(r"^ExecStart=(.*)$", text, re.MULTILINE)
    assert found
    for folder in ("run/keuzehulp", "var/cache/keuzehulp"):
        (PLACE / folder).mkdir(mode=0o755, parents=True, exist_ok=True)
    (PLACE / "var/cache/keuzehulp").chmod(0o700)
    with (PLACE / "journal").open("ab") as journal:
        process = subprocess.Popen(
            shlex.split(found[1]), cwd="/", stdout=journal, stderr=journal, start_new_session=True
        )
    pid.write_text(str(process.pid))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[0]).name, sys.argv[1:]))
