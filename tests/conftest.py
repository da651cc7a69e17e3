"""What several tests share: one coder for the whole run, as loading the model takes seconds."""

from __future__ import annotations

import pytest

import dragoman


@pytest.fixture(scope="session")
def coder() -> dragoman.Coder:
    return dragoman.Coder()
