"""Run every part of `make check` and report all that fail, not just the first."""

import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
STEPS = {
    "opmaak": [BIN / "ruff", "format", "--check", "."],
    "stijl": [BIN / "ruff", "check", "."],
    "typen": [BIN / "mypy"],
    "inhoud": [BIN / "keuzehulp", "controleer", "--streng", "aids"],
    "tests": [BIN / "pytest", "-q", "-n", "2", "-m", "not walk and not full"],
}


def main() -> int:
    failed = []
    for name, command in STEPS.items():
        started = time.monotonic()
        code = subprocess.run([str(part) for part in command], check=False).returncode
        print(f"-- {name}: {'goed' if code == 0 else 'FOUT'} ({time.monotonic() - started:.1f} s)", flush=True)
        if code:
            failed.append(name)
    if failed:
        print(f"Niet goed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
