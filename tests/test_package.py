"""The built wheel works on its own: in a fresh environment, from another directory, with its own schemas and aids."""

import re
import shutil
import subprocess
import sys
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("wheel"))


def build(source: Path, folder: Path) -> Path:
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "-w", folder, source], check=True)
    (built,) = folder.glob("keuzehulp-*.whl")
    return built


def test_what_the_container_copies_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    lines = (ROOT / "docs" / "deploy" / "Containerfile").read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1:] for line in lines if line.startswith("COPY ")]
    assert len(copied) >= 6
    assert [".", "."] not in copied, "a checkout has a .venv of its own"
    for *sources, goal in copied:
        for source in sources:
            place = tmp_path / "source" / goal
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, place)
            else:
                place = place / Path(source).name if goal.endswith("/") else place
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / source, place)
    made = build(tmp_path / "source", tmp_path / "made")
    assert sorted(zipfile.ZipFile(made).namelist()) == sorted(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_two_packages_with_their_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"engine", "web"}
    for needed in (
        "engine/_data/schemas/keuze.schema.json",
        "engine/_data/aids/carpaletunnelsyndroom/keuzehulp.yaml",
        "engine/catalogues/en.po",
        "engine/words/data/frequencies.txt",
        "engine/words/data/LICENTIE.md",
        "engine/plain_dutch/data/vervangen.tsv",
        "web/templates/base.html",
        "web/static/css/keuzehulp.css",
        "web/static/vendor/andika/andika-400.woff2",
        "web/catalogues/nl@je.po",
    ):
        assert needed in names
    templates = [name for name in names if name.startswith("web/templates/") and name.endswith(".html")]
    assert len(templates) > 100
    assert sum(bool(re.fullmatch(r"web/compiled/[\d.]+/tmpl_\w+\.py", name)) for name in names) == len(templates)


def test_the_wheel_checks_and_serves_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "--require-hashes", "-r", ROOT / ".lock" / "run.txt"], check=True)
    subprocess.run([*install, "--no-deps", wheel], check=True)
    keuzehulp = tmp_path / "venv" / "bin" / "keuzehulp"
    checked = subprocess.run([keuzehulp, "controleer"], cwd=tmp_path, capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "0 fout, 0 let op, 2 info.\n")
    server = subprocess.Popen(
        [keuzehulp, "start", "--met-proef", "--port", "0"], cwd=tmp_path, stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout
        where = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
        assert where
        with urllib.request.urlopen(f"{where[0]}/k/carpaletunnelsyndroom/vergelijken", timeout=10) as response:
            assert "Ben ik van mijn klachten af?" in response.read().decode()
    finally:
        server.terminate()
        server.communicate(timeout=10)
