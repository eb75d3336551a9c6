"""Every fault, as docs/proef.md counts it: no wrong page, no word of a reader in a log, and nobody lost."""

import gc

import pytest

from tests.faults.__main__ import FAULTS

# Bad visitors leave their sockets open: that is the fault.
pytestmark = [
    pytest.mark.full,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"),
]


def test_there_are_ten_faults() -> None:
    assert len(FAULTS) == 10


@pytest.mark.parametrize("name", list(FAULTS))
def test_readers_get_the_right_page_or_ask_again(name: str) -> None:
    found = FAULTS[name]()
    # Here, and not in a test that comes later.
    gc.collect()
    assert found.faults >= 3
    assert found.fine, found
