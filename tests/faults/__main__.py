"""Run every fault, or those named, and print the table of docs/proef.md."""

import sys

from tests.faults import connections, content, processes
from tests.faults.outcome import HEAD

FAULTS = {
    one.__name__: one
    for one in (
        *(connections.slow, connections.thousand, connections.large, connections.noise),
        *(processes.kill_worker, processes.kill_during_reload, processes.full_disk),
        *(content.half_written, content.changing, content.clock),
    )
}


def main(names: list[str]) -> int:
    print(HEAD, flush=True)
    fine = True
    for name in names or FAULTS:
        found = FAULTS[name]()
        fine = fine and found.fine
        print(found.row(), flush=True)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
