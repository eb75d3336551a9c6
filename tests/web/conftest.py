"""A client on the shipped aids, and one on a small content folder."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from engine import library
from tests.conftest import TODAY, shipped
from web.app import create_app


@pytest.fixture(scope="session")
def client() -> FlaskClient:
    return create_app(shipped(), today=lambda: TODAY, with_trial=True).test_client()


@pytest.fixture
def client_of(aids: Path) -> Callable[..., FlaskClient]:
    """Makes a client on the folder `aids`, on a day of choice."""

    def make(today: date = TODAY, *, with_trial: bool = True) -> FlaskClient:
        return create_app(library.load(aids, "x", TODAY), today=lambda: today, with_trial=with_trial).test_client()

    return make
