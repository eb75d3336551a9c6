"""A step of the build of the wheel: it gets every template compiled (ADR 33)."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Templates(BuildHookInterface[Any]):
    """Compiled templates in the wheel. An editable install makes pages of the templates as they are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from web import templating

        self._made = Path(tempfile.mkdtemp(prefix="keuzehulp-templates-"))
        templating.compile_into(self._made)
        build_data["force_include"][str(self._made)] = str(templating.COMPILED.relative_to(self.root))

    def finalize(self, version: str, *_: object) -> None:
        if version != "editable":
            shutil.rmtree(self._made)
