"""Where sentences end, and that their offsets always point at the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language import LanguageModel, Sentence, split
from dragoman.language.sentences import MAX_SENTENCE_TOKENS
from dragoman.lexicon import Lexicon

CASES: dict[str, tuple[str, list[str]]] = {
    "two": ("Chad agreed. Togo declined.", ["Chad agreed.", "Togo declined."]),
    "question and shout": ("Why now? Enough! Go.", ["Why now?", "Enough!", "Go."]),
    "title": ("Mr. Diop met Dr. Sow. They talked.", ["Mr. Diop met Dr. Sow.", "They talked."]),
    "military titles": ("She met Lt. Gen. Obi in No. 10. He sat.", ["She met Lt. Gen. Obi in No. 10.", "He sat."]),
    "initial": ("Omar F. Keita spoke. He left.", ["Omar F. Keita spoke.", "He left."]),
    "state as modifier": ("U.S. officials met U.K. ministers.", ["U.S. officials met U.K. ministers."]),
    "body as modifier": ("The U.N. Security Council sat.", ["The U.N. Security Council sat."]),
    "month": ("On Jan. 5 talks began. They failed.", ["On Jan. 5 talks began.", "They failed."]),
    "hour": ("It began at 5 p.m. on Monday.", ["It began at 5 p.m. on Monday."]),
    "decimal": ("Prices rose 2.5 percent. Wages fell.", ["Prices rose 2.5 percent.", "Wages fell."]),
    "decimal last": ("The fine was $3.50. Chad paid.", ["The fine was $3.50.", "Chad paid."]),
    "domain": ("Read it at example.com. It is short.", ["Read it at example.com.", "It is short."]),
    "number next": ("Talks ended. 12 envoys left.", ["Talks ended.", "12 envoys left."]),
    "no space": ("Chad agreed.Togo declined.", ["Chad agreed.", "Togo declined."]),
    "small letter next": ("it ended. then it began.", ["it ended. then it began."]),
    "straight quotes": ('"We will go." She left.', ['"We will go."', "She left."]),
    "curly quotes": ("“We will go.” She left.", ["“We will go.”", "She left."]),
    "speech goes on": ("“Stop!” he said. He left.", ["“Stop!” he said.", "He left."]),
    "quote inside the stop": ("Chad said “no”. Togo left.", ["Chad said “no”.", "Togo left."]),
    "brackets": ("Chad left. (Togo stayed.) It rained.", ["Chad left.", "(Togo stayed.)", "It rained."]),
    "ellipsis": ("Wait … Togo left.", ["Wait …", "Togo left."]),
    "three stops": ("Wait... what? Togo left.", ["Wait... what?", "Togo left."]),
    "dateline": ("LOME (AP) - Talks began. They ended.", ["LOME (AP) - Talks began.", "They ended."]),
    "paragraphs": ("Talks began\n\nTalks ended\r\nNothing", ["Talks began", "Talks ended", "Nothing"]),
    "a stop is no need": ("Talks began", ["Talks began"]),
    "empty": ("", []),
    "only space": (" \n\t\n \r\n", []),
}


def sentences(text: str, model: LanguageModel, lexicon: Lexicon) -> list[Sentence]:
    return split(text, model.tokens, starters=lexicon.cues["starter"])


@pytest.mark.parametrize("label", CASES)
def test_sentences_of(label: str, model: LanguageModel, lexicon: Lexicon) -> None:
    text, expected = CASES[label]
    assert [s.doc.text.strip() for s in sentences(text, model, lexicon)] == expected


@pytest.mark.parametrize(
    "text",
    ["He lives in the U.S. The deal was signed.", "Talks ended at 5 p.m. He left.", "Chad joined the U.N. It paid."],
)
def test_an_abbreviation_ends_a_sentence_before_a_starter(text: str, model: LanguageModel, lexicon: Lexicon) -> None:
    assert len(sentences(text, model, lexicon)) == 2


def test_numbers_fields_and_paragraphs_are_told(model: LanguageModel) -> None:
    found = split("One. Two.\n\nThree.", model.tokens, field="title", first_index=7)
    assert [(s.index, s.field, s.paragraph, s.start, s.parsed) for s in found] == [
        (7, "title", 0, 0, False),
        (8, "title", 0, 5, False),
        (9, "title", 1, 11, False),
    ]


def test_span_and_end_are_offsets_into_the_field(model: LanguageModel) -> None:
    text = "Chad left.\n  Togo's envoy stayed."
    second = split(text, model.tokens)[1]
    start, end = second.span(0, 2)
    assert text[start:end] == "Togo's envoy"
    assert second.end == len(text)


def test_endless_sentences_are_cut(model: LanguageModel) -> None:
    found = split("word " * 401, model.tokens)
    assert [len(s.doc) for s in found] == [MAX_SENTENCE_TOKENS, MAX_SENTENCE_TOKENS, 401 - 2 * MAX_SENTENCE_TOKENS]


TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="Aabİßσ.!?…\"”’() \n\r\t\u2028\u00a05-'😀é", max_size=60),
    st.lists(st.sampled_from([text for text, _ in CASES.values()]), max_size=4).map(" ".join),
    st.lists(st.sampled_from(["U.S.", "THE", "Mr.", "\n", "DEAL", "2.5", "İ", "WAS", "(“", ".”"]), max_size=20).map(" ".join),
)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_every_token_stands_where_it_says(text: str, model: LanguageModel, lexicon: Lexicon) -> None:
    covered = 0
    for sentence in sentences(text, model, lexicon):
        assert not text[covered : sentence.start].strip(), "something between sentences was lost"
        for token in sentence.doc:
            start, end = sentence.span(token.i, token.i)
            assert text[start:end].casefold() == token.text.casefold()  # capitals may be read in ordinary case
        covered = sentence.end
    assert not text[covered:].strip(), "the end was lost"


@settings(max_examples=30, deadline=None)
@given(text=TEXTS)
def test_text_that_is_not_read_in_other_case_comes_back_exactly(text: str, model: LanguageModel) -> None:
    for sentence in split(text, model.nlp.make_doc):
        for token in sentence.doc:
            start, end = sentence.span(token.i, token.i)
            assert text[start:end] == token.text
