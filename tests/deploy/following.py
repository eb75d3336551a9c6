"""docs/beheer.md as commands: every `sh` block in order, in a folder that stands in for the machine.

What is changed of it: paths get the folder before them, port 80 and the name of the repositories become those of the
test, and what changes the machine itself (packages, a user, systemd) is a stub.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT
from tests.faults.site import free_port

_STUBS = ("systemctl", "nginx", "apt-get", "useradd")
_PATHS = (
    "/srv/keuzehulp",
    "/etc/systemd",
    "/etc/nginx",
    "/etc/ssl/keuzehulp",
    "/run/keuzehulp",
    "/var/cache/keuzehulp",
    "/var/cache/nginx",
)
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks() -> dict[str, list[str]]:
    """The blocks of commands under each heading of the document."""
    text = (ROOT / "docs" / "beheer.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)[1:]
    found = {title: _BLOCK.findall(body) for title, body in zip(parts[::2], parts[1::2], strict=True)}
    return {title: commands for title, commands in found.items() if commands}


@dataclass
class Machine:
    """A folder that stands in for a machine with Debian."""

    place: Path
    port: int
    secure_port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def here(self, text: str) -> str:
        """A text of the document or of docs/deploy, for this machine."""
        for path in (*_PATHS, "/var/log/nginx"):
            text = re.sub(rf"(?<![\w/-]){path}", f"{self.place}{path}", text)
        text = text.replace("unix:/run", f"unix:{self.place}/run")
        text = text.replace("listen 80 ", f"listen 127.0.0.1:{self.port} ")
        text = text.replace("listen 443 ", f"listen 127.0.0.1:{self.secure_port} ")
        text = text.replace("http://127.0.0.1/", f"{self.address}/")
        text = text.replace("https://git.example/", f"{self.place}/git/")
        # The shipped aids are trials; the document says what to do about that.
        return text.replace("start --productie", "start --productie --met-proef")

    def follow(self, commands: str) -> str:
        """Run a block; fails where any of its commands does."""
        environment = {
            **os.environ,
            "PATH": f"{self.place}/bin:{os.environ['PATH']}",
            "KEUZEHULP_DEPLOY_TEST": str(self.place),
            "HOME": str(self.place),
        }
        done = subprocess.run(
            ["sh", "-eu", "-c", self.here(commands)], cwd="/", env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{commands}\n{done.stdout}\n{done.stderr}\n{self.journal}"
        return done.stdout

    @property
    def journal(self) -> str:
        file = self.place / "journal"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def logs(self) -> str:
        """Everything that anything wrote down."""
        files = [self.place / "journal", *(self.place / "var/log/nginx").iterdir()]
        return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files if file.exists())

    def stop(self) -> None:
        for name in ("run/nginx.pid", "unit.pid"):
            file = self.place / name
            if file.exists() and file.read_text().strip():
                pid = int(file.read_text())
                os.kill(pid, signal.SIGTERM)
                _gone(pid)


def machine(place: Path) -> Machine:
    """A machine with nothing on it but Debian's nginx, and the two repositories to clone."""
    made = Machine(place, free_port(), free_port())
    for folder in ("bin", "run", "etc/systemd/system", "var/cache/nginx", "var/log/nginx", "git"):
        (place / folder).mkdir(parents=True)
    shutil.copytree("/etc/nginx", place / "etc/nginx", symlinks=True)
    own = place / "etc/nginx/nginx.conf"
    text = (
        own.read_text()
        .replace("/run/nginx.pid", f"{place}/run/nginx.pid")
        .replace("/etc/nginx", f"{place}/etc/nginx")
    )
    # The folders of a test are closed to other users.
    text = text.replace("user www-data;", "user root;")
    own.write_text(text.replace("/var/log/nginx", f"{place}/var/log/nginx"))
    for name in _STUBS:
        file = place / "bin" / name
        file.write_text(f"#!{sys.executable}\n{(ROOT / 'tests/deploy/stub.py').read_text()}")
        file.chmod(0o755)
    program, content = place / "git/keuzehulp.git", place / "git/inhoud.git"
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    ).stdout.splitlines()
    for name in filter(lambda name: (ROOT / name).is_file(), listed):
        (program / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, program / name)
    for file in (program / "docs/deploy").iterdir():
        file.write_text(made.here(file.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.copytree(ROOT / "aids", content)
    for repository in (program, content):
        commit(repository, "eerste")
    return made


def certificate(made: Machine) -> Path:
    """A certificate that only this machine believes in, where the document wants it; gives what vouches for it."""
    folder = made.place / "etc/ssl/keuzehulp"
    folder.mkdir(parents=True)
    words = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=keuzehulp.example",
    ]
    files = ["-keyout", str(folder / "site.key"), "-out", str(folder / "site.pem")]
    names = ["-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*words, *names, *files], check=True, capture_output=True)
    return folder / "site.pem"


def commit(repository: Path, what: str) -> None:
    git = [
        "git",
        "-c",
        "user.name=x",
        "-c",
        "user.email=x@example.nl",
        "-c",
        "init.defaultBranch=main",
        "-C",
        repository,
    ]
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", what]):
        subprocess.run([*git, *words], check=True)


def _gone(pid: int, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z":
                return
        except (OSError, IndexError):
            return
        time.sleep(0.05)
