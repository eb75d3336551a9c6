"""What a fault did: what was done to the server, and what visitors got meanwhile."""

from collections import Counter
from dataclasses import dataclass

from tests.faults.site import Site, Visitors

# What stands in no log, whatever happens: the address of a page and what someone looked for.
_PRIVATE = ("/k/", "/zoeken", "?q=", "GET ", "HEAD ", "POST ", "/keuzehulpen", "geheim")


@dataclass(frozen=True)
class Outcome:
    """`faults` is how often something was done, `count` what visitors got. `restarts`: a loss or a 5xx may be."""

    name: str
    faults: int
    count: Counter[str]
    leaked: tuple[str, ...]
    restarts: bool = False
    note: str = ""

    @property
    def fine(self) -> bool:
        bad = self.count["wrong"] + (0 if self.restarts else self.count["5xx"] + self.count["lost"])
        return not bad and not self.leaked and self.count["good"] > 0

    def row(self) -> str:
        """A line of the table in docs/proef.md."""
        numbers = (self.count[name] for name in ("requests", "good", "wrong", "5xx", "lost", "asked again"))
        cells = [self.name, str(self.faults), *map(str, numbers), str(len(self.leaked)), self.note]
        return "| " + " | ".join(cells) + " |"


HEAD = (
    "| fault | times | requests | good | wrong | 5xx | lost | asked again | words leaked | seen |\n"
    "|---|---|---|---|---|---|---|---|---|---|"
)


def outcome(
    name: str, faults: int, site: Site, people: Visitors, *, restarts: bool = False, note: str = ""
) -> Outcome:
    """The outcome of a fault on a site, its log searched."""
    leaked = tuple(word for word in _PRIVATE if word in site.log)
    return Outcome(name, faults, people.count, leaked, restarts, note)
