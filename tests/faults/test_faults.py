"""Every fault, as docs/proef.md counts it: no wrong page, no word of a reader in a log, and nobody lost."""

import pytest

from tests.faults.__main__ import FAULTS

pytestmark = pytest.mark.full


def test_there_are_ten_faults() -> None:
    assert len(FAULTS) == 10


@pytest.mark.parametrize("name", list(FAULTS))
def test_readers_get_the_right_page_or_ask_again(name: str) -> None:
    found = FAULTS[name]()
    assert found.faults >= 3
    assert found.fine, found
