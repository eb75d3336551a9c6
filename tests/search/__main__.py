"""How well search finds what people mean, beside two that know no Dutch or only a little: `make zoekrapport`."""

import sys

from tests.search import report

if __name__ == "__main__":
    report.main(sys.argv[1:])
