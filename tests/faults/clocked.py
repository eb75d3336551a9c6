"""A production server whose day stands in a file, for the fault in which the clock jumps."""

import sys
from datetime import date
from pathlib import Path

from web import production, starting


def main(day: Path, root: Path, store: Path, port: int) -> None:
    wanted = starting.Wanted(root, "aids", with_trial=True, store=store)
    live = starting.start(wanted, lambda: date.fromisoformat(day.read_text()), print)
    production.serve(live, production.Where("127.0.0.1", port), 2)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
