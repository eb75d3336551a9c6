"""How templates become pages: what jinja is told, and templates that were compiled when the program was built.

Importing it takes jinja alone: the build of the wheel does (ADR 33).
"""

from importlib.metadata import version
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, ModuleLoader, StrictUndefined

_WEB = Path(__file__).resolve().parent
_TEMPLATES = FileSystemLoader(_WEB / "templates")
# The filters of our own, which the pages bring.
_FILTERS = ("explain", "shown")
# Of this jinja: another may make other code of them.
COMPILED = _WEB / "compiled" / version("jinja2")


def prepare(environment: Environment) -> None:
    """Let an environment make pages of our templates: of the compiled ones where it finds them."""
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    if COMPILED.is_dir() and environment.loader is not None:
        environment.loader = ChoiceLoader([ModuleLoader(COMPILED), environment.loader])


def names() -> list[str]:
    """The name of every template."""
    return _TEMPLATES.list_templates()


def compile_into(folder: Path) -> None:
    """Write every template as a Python module. Raises jinja's TemplateError where one cannot be compiled."""
    environment = Environment(autoescape=True)
    prepare(environment)
    # What they do is asked when a page is made.
    environment.filters.update(dict.fromkeys(_FILTERS, str))
    environment.loader = _TEMPLATES
    environment.compile_templates(folder, extensions=("html",), zip=None, ignore_errors=False)
