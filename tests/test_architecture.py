"""House rules that keep the code readable: who imports whom, who owns a library, how large things may be."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = sorted([*(ROOT / "engine").rglob("*.py"), *(ROOT / "web").rglob("*.py")])
PYTHON = sorted([*MODULES, *(ROOT / "tests").rglob("*.py"), *(ROOT / ".ci").rglob("*.py")])
MODULE_LINES = 300
FUNCTION_LINES = 40

# The only module that may import a library (ADR 8), and what each layer of the engine may know (design, layout).
OWNERS = {
    "yaml": "engine.yaml_reader",
    "ryml": "engine.quick_yaml",
    "jsonschema": "engine.schema_reference",
    "jsonschema_rs": "engine.validator",
    "referencing": "engine.schema_reference",
    "markdown_it": "engine.prose",
    "babel": "engine.language",
    "whoosh": "engine.search.backend",
    "click": "web.cli",
    "icalendar": "web.calendar_file",
    "segno": "web.qr",
    "waitress": "web.server",
    "granian": "web.production",
    "pickle": "web.store",
    "Stemmer": "engine.words.stems",
}
LAYERS = {
    "thresholds": set(),
    "paths": set(),
    "problem": set(),
    "alignment": set(),
    "source_messages": set(),
    "slips": {"source_messages"},
    "terms": set(),
    "model": {"model", "terms", "thresholds"},
    "source": {"alignment", "problem", "quick_yaml", "source_messages", "thresholds", "yaml_reader"},
    "quick_yaml": {"yaml_reader"},
    "yaml_reader": {"problem", "slips", "source_messages", "thresholds"},
    "prose": set(),
    "words": {"words"},
    "plain_dutch": {"plain_dutch", "problem", "terms", "thresholds", "wordlists", "words"},
    "icon_array": {"model"},
    "language": {"model", "paths", "terms"},
    "schema": {"problem", "slips", "schema_reference", "source", "validator"},
    "validator": {"schema_reference"},
    "schema_reference": set(),
    "build": {"model", "source", "terms"},
    "texts": {"model", "plain_dutch", "prose", "source"},
    "wordlists": set(),
    "rules": {
        *(
            "build",
            "journey",
            "language",
            "model",
            "plain_dutch",
            "problem",
            "prose",
            "rules",
            "source",
            "terms",
            "texts",
            "thresholds",
        ),
        "wordlists",
    },
    "upgrade": set(),
    "voice": {"terms"},
    "overlay": {"build", "model", "problem", "source", "terms", "texts", "voice"},
    "overlay_lock": {"overlay", "problem", "source"},
    "library": {
        *("build", "library", "model", "paths", "problem", "rules", "schema", "source", "terms", "thresholds"),
        *("overlay", "overlay_lock", "plain_dutch", "texts", "upgrade", "voice"),
    },
    "search": {"library", "model", "prose", "search", "terms", "thresholds", "words"},
    "journey": {"model"},
    "scaffold": {"library"},
    "figures": {"language", "model"},
    "difference": {"difference_labels", "language", "model", "voice"},
    "difference_labels": {"voice"},
    "release": {"library", "model", "problem", "terms"},
    "review": {"library", "model", "terms"},
    "readability": {"model", "plain_dutch", "rules", "source", "texts"},
    "strict": {"library", "model", "problem", "readability", "terms", "thresholds"},
    "quality": {"build", "model", "problem", "quality", "rules", "source", "terms"},
}


def name_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(file: Path) -> Iterator[str]:
    """Every module a file imports, also inside functions; `from engine import x` counts as `engine.x`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            whole = {"engine", "web"}
            yield from (
                [f"{node.module}.{a.name}" for a in node.names] if node.module in whole else [node.module or ""]
            )


def test_there_is_code_to_look_at() -> None:
    assert len(MODULES) >= 35


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_imports_run_one_way_and_libraries_have_one_owner(file: Path) -> None:
    name = name_of(file)
    for imported in imports(file):
        root = imported.split(".")[0]
        assert root != "tests"
        if root in OWNERS:
            assert name == OWNERS[root], f"{name} imports {root}"
        if name.startswith("engine"):
            assert root not in {"web", "flask", "werkzeug", "jinja2", "markupsafe"}, f"{name} imports {imported}"
        if name.startswith("engine.") and root == "engine":
            layer, known = name.split(".")[1], imported.split(".")[1]
            assert known in LAYERS[layer], f"{name} imports {imported}"


def test_every_owner_exists_and_imports_what_it_owns() -> None:
    found = {name_of(file): {imported.split(".")[0] for imported in imports(file)} for file in MODULES}
    assert all(library in found[owner] for library, owner in OWNERS.items())
    assert {name.split(".")[1] for name in found if name.startswith("engine.")} == set(LAYERS)


@pytest.mark.parametrize("file", PYTHON, ids=name_of)
def test_no_module_or_function_is_too_large(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= MODULE_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno + 1 <= FUNCTION_LINES, node.name


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_every_module_says_what_it_is_for(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))


def test_the_engine_reads_no_clock_environment_or_current_directory() -> None:
    banned = ("date.today", "datetime.now", "os.environ", "getenv", "os.getcwd", "Path.cwd", "subprocess")
    files = [file for file in MODULES if name_of(file).startswith("engine")]
    assert len(files) >= 25
    for file in files:
        assert not [word for word in banned if word in file.read_text(encoding="utf-8")], file


def test_the_engine_works_where_flask_cannot_be_imported() -> None:
    code = (
        "import sys\n"
        "for name in ('flask', 'werkzeug', 'jinja2', 'click', 'waitress'): sys.modules[name] = None\n"
        "from datetime import date\n"
        "from engine import library, search, paths, journey\n"
        "found = library.load(paths.AIDS, 'aids', date(2026, 11, 22))\n"
        "print(len(found.entries), len(search.Index(found).find('tintelende vingers')))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd="/", env=environment, capture_output=True, text=True)
    kinds = {
        file.parent.name: re.search("^soort: (doelen|begrijpen)", file.read_text(), re.M)
        for file in (ROOT / "aids").glob("*/keuzehulp.yaml")
    }
    shipped = [name for name, talk in kinds.items() if not name.startswith("_") and not talk]
    assert len(shipped) >= 3
    assert done.stdout.split() == [str(len(shipped)), "1"], done.stderr


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    registries = ("py" + "pi.org", "python" + "hosted", "npm" + "js.", "registry" + ".", "/wo" + "rk/", "/ho" + "me/")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    texts = [ROOT / name for name in listed if name and not name.endswith((".woff2", ".png"))]
    assert len(texts) >= 100
    for file in texts:
        if file.is_file():
            text = file.read_text(encoding="utf-8", errors="replace")
            assert not [word for word in registries if word in text], file
