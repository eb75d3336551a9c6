"""What the tests of an editor's work share: the command, in this process and as a program."""

import os
import sys
from pathlib import Path

from click.testing import CliRunner

from tests.conftest import ROOT
from web.cli import main


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def program(folder: Path) -> dict[str, str]:
    """An environment whose `keuzehulp` is this checkout's, with `folder` on the path."""
    folder.mkdir(parents=True)
    script = folder / "keuzehulp"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m web.cli "$@"\n')
    script.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "KEUZEHULP_AIDS": "aids",
    }
