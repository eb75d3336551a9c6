"""`suggesties.json`: what the browser may suggest while someone types. One file for everyone, so nothing leaks."""

import json

from engine.search import Known


def as_json(known: Known) -> str:
    """Per aid its title, its slug and what people call it, by title, as small as JSON can be."""
    rows = [[aid.title, slug, *reading.leading] for slug, (aid, reading) in known.items()]
    rows.sort(key=lambda row: (row[0].casefold(), row[1]))
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
