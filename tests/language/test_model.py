"""The language model is loaded only as it was measured: nothing altered, nothing added, no package imported."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.language import LanguageModel, ModelError, load_model
from dragoman.language.model import PACKAGES

BOOBY_TRAP = "raise RuntimeError('code of the model package was run')\n"


def real_folder() -> Path:
    for package in PACKAGES:
        spec = importlib.util.find_spec(package)
        if spec is not None and spec.origin is not None:
            return next(path.parent for path in Path(spec.origin).parent.glob("en_core_web_sm*-*/config.cfg"))
    raise AssertionError("no model is installed")


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of a package that is found first, holds a copy of the model, and must not be imported."""
    package = tmp_path / PACKAGES[0]
    folder = package / f"{PACKAGES[0]}-3.8.0"
    shutil.copytree(real_folder(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "__init__.py").write_text(BOOBY_TRAP, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return folder


def last_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)


def emptied(folder: Path) -> None:
    (folder / "tokenizer").write_bytes(b"")


def put(name: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).write_bytes(b"pass\n")

    return change


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "one bit of the parser": (lambda f: last_bit(f / "parser" / "model"), r"parser.model: .*SHA-256 differs"),
    "one bit of the settings": (lambda f: last_bit(f / "config.cfg"), r"config\.cfg: .*reinstall the model"),
    "an unused component": (lambda f: last_bit(f / "ner" / "model"), r"ner.model: .*DRAGOMAN_UNVERIFIED_MODEL=1"),
    "a file gone": (lambda f: (f / "vocab" / "strings.json").unlink(), r"vocab/strings\.json is missing"),
    "an empty file": (emptied, r"tokenizer: .*SHA-256 differs"),
    "code": (put("hook.py"), r"code or pickles that do not belong there: hook\.py"),
    "code further down": (put("parser/hook.py"), r"do not belong there: hook\.py"),
    "a pickle": (put("weights.pkl"), r"do not belong there: weights\.pkl"),
    "a pickle by its long name": (put("vocab/words.pickle"), r"do not belong there: words\.pickle"),
    "a compiled module": (put("fast.so"), r"do not belong there: fast\.so"),
}


@pytest.mark.parametrize("label", REFUSED)
def test_altered_models_are_refused_with_a_reason(label: str, copied: Path) -> None:
    change, reason = REFUSED[label]
    change(copied)
    with pytest.raises(ModelError, match=reason):
        load_model()


def test_an_untouched_copy_is_loaded_whatever_lies_beside_it(copied: Path, model: LanguageModel) -> None:
    (copied / "NOTES.txt").write_text("a note does no harm", encoding="utf-8")
    loaded = load_model()
    assert loaded.info.name == PACKAGES[0]
    assert loaded.info.sha256 == model.info.sha256
    assert (loaded.info.version, model.info.version) == ("3.8.0", "3.8.0")


def test_unverified_use_is_possible_and_shows_in_the_digest(copied: Path, model: LanguageModel) -> None:
    last_bit(copied / "ner" / "model")  # a component that is not loaded
    loaded = load_model(verify=False)
    assert loaded.info.sha256 != model.info.sha256


def test_a_package_without_data_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: LanguageModel) -> None:
    (tmp_path / "en_empty").mkdir()
    (tmp_path / "en_empty" / "__init__.py").write_text(BOOBY_TRAP, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr("dragoman.language.model.PACKAGES", ("en_empty", *PACKAGES))
    assert load_model().info == model.info


def test_no_model_at_all_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.language.model.PACKAGES", ("en_none_such", "en_nor_this"))
    with pytest.raises(ModelError, match=r"looked for en_none_such, en_nor_this\): pip install en-core-web-sm"):
        load_model()


JOINED = [
    ("U.S.-led troops", ["U.S.", "-", "led", "troops"]),
    ("Afghan-led talks", ["Afghan", "-", "led", "talks"]),
    ("Brig. Gen. Diallo", ["Brig.", "Gen.", "Diallo"]),
    ("army/police units", ["army", "/", "police", "units"]),
    ("Samoa's envoy", ["Samoa", "'s", "envoy"]),
    ("a 3/4 share", ["a", "3/4", "share"]),
]


@pytest.mark.parametrize(("text", "tokens"), JOINED)
def test_names_and_abbreviations_are_tokens_of_their_own(text: str, tokens: list[str], model: LanguageModel) -> None:
    assert [token.text for token in model.tokens(text)] == tokens


def test_halves_of_surrogate_pairs_are_read_as_the_replacement_character(model: LanguageModel) -> None:
    text = "Chad \ud83d met Togo"
    assert model.tokens(text).text == "Chad \N{REPLACEMENT CHARACTER} met Togo"


def test_parsing_keeps_each_sentence_one_and_fills_tags(model: LanguageModel) -> None:
    docs = [model.tokens("Chad praised Togo. It was late."), model.tokens("")]
    model.parse(docs)
    assert [len(list(doc.sents)) for doc in docs] == [1, 0]
    assert all(token.tag_ and token.dep_ for token in docs[0])
