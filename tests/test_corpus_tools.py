"""The tools of the corpus: what is written is read back, what is wrong is told with its line, what is measured is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.corpus_tools import __main__ as command
from training.corpus_tools.agreement import agreement
from training.corpus_tools.check import doubts, problems
from training.corpus_tools.classifier_pairs import classifier_pairs
from training.corpus_tools.document_notation import read_document, write_document
from training.corpus_tools.notation import Line, NotationError, Record, read_blocks, read_pair, read_sentence, write_sentence
from training.corpus_tools.records import sentence_record, split_of
from training.corpus_tools.similarity import distinct, nearest, shared_sequences

CHARGE = """\
wire | Oman said Chad's army had shelled Kapan and that Chad would answer to Oman for it; Laos stood by.
ASSAULT heavy-weapons | shelled | Chad's army=TCD.MIL | ?=-.UNK | military | by Oman=OMN.GOV
THREATEN | would answer | Oman#1=OMN.GOV (Oman) | Chad#2=TCD.GOV | | ?"""

CALL = """\
leader-call | 2011-03-02 | Palace of Oman
group g-boats
# {o:Sultan} calls {l:Lao premier}

{o:Sultan Badr} telephoned {l:{la:Laos}' premier, Kham Souk}, on Tuesday. {o:He} thanked {l:him} for "two boats".

They agreed to meet.

==
@o = OMN.GOV (Badr, sultan)
@l = LAO.GOV (Kham Souk, premier)
@la = LAO.GOV (Laos)
EVENT CONSULT phone | telephoned | o; l | - | diplomatic | on 2011-03-01 | "Sultan Badr ... Tuesday"; "Sultan calls Lao premier"
EVENT SUPPORT | thanked | o | l | military | "He thanked him for 'two boats'"
ENGAGEMENT planned meeting | o; l | "They agreed to meet"
ENGAGEMENT held phone | o; l | on 2011-03-01 | about two boats [military] [OMN, LAO]
POSITION thank | o | la | two boats | "He thanked him"
COMMITMENT o; l | meet | "They agreed to meet"
"""


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]


def sentence(text: str) -> Record:
    return sentence_record(read_sentence(lines(text)))


def test_a_sentence_is_read_with_its_spans_and_written_back() -> None:
    record = sentence(CHARGE)
    shelled, threat = record["events"]
    assert (shelled["trigger"]["text"], shelled["mode"], shelled["claimed_by"]["country"]) == (
        "shelled",
        ["heavy-weapons"],
        "OMN",
    )
    assert shelled["recipients"][0]["text"] is None
    assert [record["text"][party["start"] :][:5] for party in (threat["actors"][0], threat["recipients"][0])] == [
        "Oman ",
        "Chad ",
    ]
    assert threat["recipients"][0]["start"] > threat["actors"][0]["start"]
    assert threat["optional"]
    assert sentence(write_sentence(record)) == record
    assert problems(record) == []


def test_the_words_of_a_party_are_those_next_to_the_trigger() -> None:
    text = "wire | Chad mourned; then Chad attacked Laos.\nASSAULT | attacked | Chad=TCD.GOV | Laos=LAO.GOV |"
    [event] = sentence(text)["events"]
    assert event["actors"][0]["start"] == len("Chad mourned; then ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("cable | Chad met Laos.\nCONSULT | met | Chad=TCD; Laos=LAO | |", "1: a block begins with a style"),
        ("wire | Chad met Laos.\nMEET | met | Chad=TCD; Laos=LAO | |", "2: 'MEET' is not an event type"),
        ("wire | Chad met Laos.\nCONSULT mail | met | Chad=TCD; Laos=LAO | |", "2: CONSULT has no mode 'mail'"),
        ("wire | Chad met Laos.\nCONSULT | meeting | Chad=TCD; Laos=LAO | |", "2: 'meeting' does not stand in the text"),
        ("wire | Chad met Laos.\nCONSULT | met | Chad; Laos=LAO | |", "2: 'Chad' is not a party"),
        ("wire | Chad met Laos.\nCONSULT | met | Chad=CHAD; Laos=LAO | |", "2: 'CHAD' is not a country code"),
        ("wire | Chad met Laos.\nCONSULT | met | Chad=TCD; Laos=LAO | | sport", "2: 'sport' is not a context"),
        ("wire | Chad met, met Laos.\nCONSULT | met | Chad=TCD; Laos=LAO | |", "2: 'met' stands 2 times: say which"),
        ("wire | Chad met Laos.\nCONSULT | met#2 | Chad=TCD; Laos=LAO | |", "2: 'met' stands 1 times, not 2"),
        ("wire | Chad met Laos.", "1: neither an event nor"),
        ("wire | Chad met Laos.\nnone FIGHT | sport", "2: expected `none TYPE"),
        ("wire | Chad met Laos.\nnone ASSAULT | sport\nCONSULT | met | Chad=TCD; Laos=LAO | |", "1: events and `none` at once"),
        ("wire | Chad met Laos.\nCONSULT | met | Chad=TCD; Laos=LAO | | | on Monday", "2: 'on Monday' is neither"),
    ],
)
def test_faults_of_a_sentence_are_told_with_their_line(text: str, message: str) -> None:
    with pytest.raises(NotationError) as told:
        read_sentence(lines(text))
    assert str(told.value).startswith(message)


def test_contract_and_doubts_are_checked_after_the_notation() -> None:
    future = sentence("wire | Chad will meet Laos.\nCONSULT future | will meet | Chad=TCD.GOV; Laos=LAO.GOV | |")
    assert any("a future CONSULT is an actual AGREE" in problem for problem in problems(future))
    guessed = sentence("local | The council shut the school.\nCOERCE restrict | shut | The council=IRL.GOV | |")
    assert problems(guessed) == []
    assert doubts(guessed) == ["nothing in the text tells IRL"]


def test_a_pair_has_two_texts() -> None:
    text = (
        "pair AGREE/CONSULT: will meet vs met\n"
        "wire | Chad will meet Laos.\nAGREE | will meet | Chad=TCD.GOV; Laos=LAO.GOV | |\n"
        "wire | Chad met Laos.\nCONSULT | met | Chad=TCD.GOV; Laos=LAO.GOV | |"
    )
    boundary, one, other = read_pair(lines(text))
    assert (boundary, one["events"][0]["event_type"], other["text"]) == (
        "AGREE/CONSULT: will meet vs met",
        "AGREE",
        "Chad met Laos.",
    )
    with pytest.raises(NotationError, match="1: a pair has two texts"):
        read_pair(lines(text)[:3])


def test_a_block_may_tell_the_id_that_it_writes_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "// s-0123456789\nwire | One.\nnone AID | idiom\n\n// a remark\nwire | Two.\nnone AID | idiom\n", encoding="utf-8"
    )
    assert [(block.id, block.lines[0].number) for block in read_blocks(path)] == [("s-0123456789", 2), (None, 6)]
    assert next(record["id"] for _, record in command.read(path) if isinstance(record, dict)) == "s-0123456789"


def test_a_document_is_read_with_its_chains_and_written_back() -> None:
    record = read_document("boats", CALL)
    assert record["text"].startswith("Sultan Badr telephoned Laos' premier, Kham Souk, on Tuesday.")
    chains = {party["id"]: [mention["text"] for mention in party["mentions"]] for party in record["parties"]}
    assert chains == {
        "o": ["Sultan", "Sultan Badr", "He"],
        "l": ["Lao premier", "Laos' premier, Kham Souk", "him"],
        "la": ["Laos"],
    }
    call, thanks = record["events"]
    assert [span["field"] for span in call["evidence"]] == ["text", "title"]
    assert thanks["recipients"][0]["text"] == "Laos' premier, Kham Souk", (
        "a pronoun stands for a party only where nothing else does"
    )
    assert [engagement["status"] for engagement in record["engagements"]] == ["held", "planned"]
    assert record["engagements"][0]["agenda"] == [{"text": "two boats", "contexts": ["military"], "countries": ["OMN", "LAO"]}]
    assert problems(record) == []
    assert read_document("boats", write_document(record)) == record


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("leader-call |", "phone-call |", "1: 'phone-call' is not a kind"),
        ("{o:He}", "{o:He", "1: in the text: the mark of 'o' is not closed"),
        ("{o:He}", "He}", "1: in the text: a } that closes nothing"),
        ("They agreed to meet.\n", "They agreed to meet. {p:Peru} slept.\n", "9: marked but not told who it is: p"),
        ("| thanked |", "| praised |", "14: 'praised' does not stand"),
        ('"He thanked him for', '"She thanked him for', "14: \"She thanked him for 'two boats'\" does not stand"),
        ("POSITION thank | o", "POSITION thank | x", "17: no party 'x'"),
        ("| meet |", "| meet | soon |", "18: 'soon' does not begin with"),
        ("COMMITMENT o; l", "PROMISE o; l", "18: expected @party"),
    ],
)
def test_faults_of_a_document_are_told_with_their_line(old: str, new: str, message: str) -> None:
    assert old in CALL
    with pytest.raises(NotationError) as told:
        read_document("boats", CALL.replace(old, new))
    assert str(told.value).startswith(message)


def test_pairs_go_both_ways_and_to_bystanders() -> None:
    record = sentence("wire | Chad accused Laos; Peru looked on.\nACCUSE allege | accused | Chad=TCD.GOV | Laos=LAO.GOV |")
    drawn = {(pair["actor"]["text"], pair["recipient"]["text"]): pair["event_type"] for pair in classifier_pairs([record])}
    assert drawn[("Chad", "Laos")] == "ACCUSE"
    assert drawn[("Laos", "Chad")] is None
    assert any("Peru" in pair and told is None for pair, told in drawn.items())


def test_mutual_events_relate_both_ways_and_further_ones_are_told() -> None:
    text = (
        "wire | Chad met Laos and thanked Laos.\nCONSULT | met | Chad=TCD.GOV; Laos#1=LAO.GOV | |\n"
        "SUPPORT | thanked | Chad=TCD.GOV | Laos#1=LAO.GOV |"
    )
    drawn = {(pair["actor"]["text"], pair["recipient"]["text"]): pair for pair in classifier_pairs([sentence(text)])}
    assert (drawn[("Chad", "Laos")]["event_type"], drawn[("Chad", "Laos")]["also"]) == ("CONSULT", ["SUPPORT"])
    assert drawn[("Laos", "Chad")]["event_type"] == "CONSULT"


def test_parts_are_by_hash_and_groups_stay_together() -> None:
    parts = [split_of({"id": f"s-{number}"}) for number in range(4000)]
    assert 0.67 < parts.count("train") / 4000 < 0.73
    assert 0.13 < parts.count("test") / 4000 < 0.17
    assert len({split_of({"id": str(number), "group": "g-one"}) for number in range(50)}) == 1
    assert split_of({"id": "s-1-0.4-9.12", "sentence": "s-1"}) == split_of({"id": "s-1"})


def test_copies_and_near_copies_are_found() -> None:
    texts = {
        "a": "The envoy of Chad left the hall before the vote was called.",
        "b": "Nothing of the kind was ever said in Laos.",
    }
    copied = "They say the envoy of Chad left the hall before noon."
    assert [(name, run) for name, _, run in shared_sequences(texts, [("x", copied)])] == [
        ("a", "the envoy of chad left the hall before")
    ]
    assert list(shared_sequences(texts, [("x", "The envoy of Peru left the hall before noon.")])) == []
    assert nearest({**texts, "c": texts["a"].replace("Chad", "Peru")})["a"][1] == "c"
    assert distinct(["one two three", "one two four"], 2) == 0.75


def test_agreement_counts_fields_of_events_that_share_type_and_trigger() -> None:
    first = sentence("wire | Chad accused Laos.\nACCUSE allege | accused | Chad=TCD.GOV | Laos=LAO.GOV |")
    second = sentence("wire | Chad accused Laos.\nACCUSE disapprove | accused | Chad=TCD.GOV | Laos=LAO.GOV |")
    quiet = sentence("wire | Chad accused Laos.\nnone ACCUSE | sport")
    same = agreement([first], [first])
    assert (same["event_f1"], same["mode"], same["has_event"]) == (1.0, 1.0, 1.0)
    other = agreement([first], [second])
    assert (other["event_f1"], other["mode"], other["actors"]) == (1.0, 0.0, 1.0)
    none = agreement([first], [quiet])
    assert (none["event_f1"], none["has_event"], none["mode"]) == (0.0, 0.0, None)


def test_the_check_command_tells_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{CHARGE}\n\nwire | Chad rested.\n", encoding="utf-8")
    assert command.main(["check", str(path)]) == 1
    assert f"{path}:5: 5: neither an event nor" in capsys.readouterr().out
    assert command.main(["check", str(tmp_path / "none.txt")]) == 2
