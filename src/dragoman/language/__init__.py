"""From text to tokens and sentences: spaCy's small model, sentence splitting, quotations, dependency helpers."""

from dragoman.language.model import LanguageModel, ModelError, load_model
from dragoman.language.quotes import quoted_spans
from dragoman.language.sentences import Sentence, split

__all__ = ["LanguageModel", "ModelError", "Sentence", "load_model", "quoted_spans", "split"]
