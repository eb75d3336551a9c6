"""`suggesties.json`: what the browser may suggest while someone types. One file for everyone, so nothing leaks."""

import json

from engine.library import Library
from engine.search.suggestions import suggestions


def as_json(library: Library) -> str:
    """Per aid its title, its slug and what people call it, as small as JSON can be."""
    rows = [[one.title, one.slug, *one.words] for one in suggestions(library)]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
