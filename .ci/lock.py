"""Write the lock files: every package pinned with its hashes, for every platform, and no registry named."""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Made by `make lock`. Do not edit.\n"
GROUPS = {"run.txt": ["run"], "test.txt": ["run", "test"]}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        binary = Path(folder) / "bin"
        subprocess.run([binary / "pip", "install", "--quiet", "uv"], check=True)
        for name, groups in GROUPS.items():
            chosen = [flag for group in groups for flag in ("--group", group)]
            flags = ["--universal", "--generate-hashes", "--python-version", "3.11", "--no-header", "--quiet"]
            target = Path(folder) / name
            command = [binary / "uv", "pip", "compile", "pyproject.toml", *chosen, *flags, "--output-file", target]
            subprocess.run(command, check=True, cwd=ROOT)
            text = target.read_text()
            if "://" in text:
                sys.exit(f"{name} noemt een adres; dat mag niet in een lock file.")
            (ROOT / ".lock" / name).write_text(HEADER + text)


if __name__ == "__main__":
    main()
