"""What `keuzehulp zoek` prints: the hits of a query as JSON, or as lines to read."""

import json
from dataclasses import dataclass
from datetime import date

from engine import search
from engine.library import Library
from engine.search import Hit, Index
from engine.thresholds import SEARCH_HITS


@dataclass(frozen=True)
class Finder:
    """Answers queries over one library, as on the page of results."""

    library: Library
    index: Index
    today: date
    top: int

    def as_json(self, query: str) -> str:
        """A list in rank order; `[]` where no hit is good enough."""
        rows = [
            {"slug": hit.slug, "titel": self._title(hit), "score": hit.score, "waarom": hit.why}
            for hit in self._hits(query)
        ]
        return json.dumps(rows, ensure_ascii=False)

    def as_text(self, query: str) -> str:
        """A line per hit: how well it fits, the slug, the title, and the text by which it was found."""
        lines = [f"{hit.score:5.2f}  {hit.slug}  {self._title(hit)}  ({hit.why})" for hit in self._hits(query)]
        return "\n".join(lines) or "Daar is geen keuzehulp over."

    def _hits(self, query: str) -> list[Hit]:
        return search.stale_last(self.index.find(query, max(self.top, SEARCH_HITS)), self.library, self.today)[
            : self.top
        ]

    def _title(self, hit: Hit) -> str:
        return self.library.entries[hit.slug].aid.title


def finder(library: Library, today: date, top: int) -> Finder:
    """A finder over the aids of a library that readers may see."""
    return Finder(library, Index(library), today, top)
