"""What several tests share: one model, one coder and one lexicon for the whole run, as loading them takes seconds."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.language import LanguageModel, load_model
from dragoman.lexicon import Lexicon


@pytest.fixture(scope="session")
def _loaded() -> LanguageModel:
    return load_model()


@pytest.fixture(scope="session")
def coder(_loaded: LanguageModel) -> dragoman.Coder:
    return dragoman.Coder(model=_loaded)


@pytest.fixture(scope="session")
def model(_loaded: LanguageModel, coder: dragoman.Coder) -> LanguageModel:
    """The model as a coder sets it up: with the names and abbreviations of the lexicon."""
    return _loaded


@pytest.fixture(scope="session")
def lexicon(model: LanguageModel) -> Lexicon:
    return Lexicon(lambda text: [token.text for token in model.nlp.make_doc(text)])
