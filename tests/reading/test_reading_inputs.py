"""Every kind of input, good and bad: what comes out, in order, and that nothing stops the run."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.reading import Notice, content_id, read
from dragoman.reading import settings as limits
from dragoman.records import Document, Failure

BODY = "The foreign minister of Samoa met his counterpart from Tonga on Tuesday."
PAGE = (
    "<!DOCTYPE html><html><head><title>Ministers meet in Apia</title>"
    '<meta property="og:title" content="Ministers meet in Apia">'
    '<meta property="article:published_time" content="2021-03-04T10:00:00Z"></head>'
    "<body><nav><a href='/'>Home</a></nav><article><h1>Ministers meet in Apia</h1>"
    + "".join(f"<p>{BODY} They spoke of fishing rights, round {number}.</p>" for number in range(4))
    + "</article><footer>Imprint</footer></body></html>"
)

Put = Callable[..., Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file and return its path."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def run(*paths: Path | str, **options: str) -> tuple[list[Document | Failure], list[Notice]]:
    notices: list[Notice] = []
    return list(read(paths, warn=notices.append, **options)), notices


def one(path: Path | str, **options: str) -> Document:
    (item,), _ = run(path, **options)
    assert isinstance(item, Document), item
    return item


def failure(path: Path | str) -> str:
    (item,), _ = run(path)
    assert isinstance(item, Failure), item
    assert str(path) in item.error
    assert "\n" not in item.error
    return item.error


def line(**fields: object) -> str:
    return json.dumps(fields) + "\n"


# Plain text


def test_headline_is_split_from_the_body(put: Put) -> None:
    document = one(put("a.txt", f"Ministers meet in Apia\n\n{BODY}\n\nThey spoke of fish.\n"))
    assert document.title == "Ministers meet in Apia"
    assert document.text == f"{BODY}\n\nThey spoke of fish."


@pytest.mark.parametrize(
    "first",
    [
        "APIA :",
        "APIA, May 3 (Reuters) - Ministers met",
        "Ministers met.",
        "2021",
        "x" * (limits.MAX_HEADLINE_CHARACTERS + 1),
    ],
)
def test_first_line_that_is_no_headline_stays_in_the_text(put: Put, first: str) -> None:
    document = one(put("a.txt", f"{first}\n\n{BODY}"))
    assert document.title == ""
    assert document.text == f"{first}\n\n{BODY}"


def test_first_line_without_blank_line_is_no_headline(put: Put) -> None:
    assert one(put("a.txt", f"Ministers meet\n{BODY}")).title == ""


def test_dateline_stays_in_the_text(put: Put) -> None:
    assert one(put("a.txt", f"Ministers meet\r\n\r\nAPIA: {BODY}")).text == f"APIA: {BODY}"


@pytest.mark.parametrize(
    "data",
    [
        "Café talks in Málaga".encode(),
        b"\xef\xbb\xbf" + "Café talks in Málaga".encode(),
        "Café talks in Málaga".encode("utf-16"),
        b"\xfe\xff" + "Café talks in Málaga".encode("utf-16-be"),
        "Café talks in Málaga".encode("latin-1"),
    ],
    ids=["utf-8", "utf-8 bom", "utf-16 le", "utf-16 be", "latin-1"],
)
@pytest.mark.parametrize("name", ["a.txt", "a"])
def test_encodings_give_the_same_text(put: Put, data: bytes, name: str) -> None:
    assert one(put(name, data)).text == "Café talks in Málaga"


def test_cp1252_quotation_marks_are_read_with_a_notice(put: Put) -> None:
    (document,), (notice,) = run(put("a.txt", "“Talks” – he said".encode("cp1252")))
    assert isinstance(document, Document)
    assert document.text == "“Talks” – he said"
    assert "cp1252" in notice.message
    assert notice.document_id == document.id


def test_cyrillic_bytes_are_not_taken_as_western(put: Put) -> None:
    text = "Министр иностранных дел встретился со своим коллегой в Апиа во вторник. " * 5
    assert one(put("a.txt", text.encode("cp1251"))).text == text.strip()


def test_one_broken_byte_does_not_spoil_utf8(put: Put) -> None:
    (document,), (notice,) = run(put("a.txt", "Café Málaga ".encode() + b"\xff end"))
    assert isinstance(document, Document)
    assert document.text == "Café Málaga \N{REPLACEMENT CHARACTER} end"
    assert "1 broken" in notice.message


def test_id_depends_on_the_content_only(put: Put) -> None:
    first, second = one(put("a.txt", BODY)), one(put("b.txt", BODY))
    assert first.id == second.id == content_id(BODY)
    assert one(put("c.txt", BODY + "!")).id != first.id


def test_same_text_twice_without_ids_gives_two_documents(put: Put) -> None:
    items, _ = run(put("a.txt", BODY), put("b.txt", BODY))
    assert [item.id for item in items] == [content_id(BODY), content_id(BODY) + "-2"]


def test_date_option_dates_what_tells_no_date(put: Put) -> None:
    lines = put("a.jsonl", line(id="1", text="x") + line(id="2", text="x", date="2019"))
    items, _ = run(put("a.txt", BODY), lines, date="2020-06-18")
    assert [item.date for item in items if isinstance(item, Document)] == ["2020-06-18", "2020-06-18", "2019"]


def test_bad_date_option_is_refused_before_reading() -> None:
    with pytest.raises(ValueError, match="ISO 8601"):
        read(["nowhere.txt"], date="18 June 2020")


# HTML


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a"])
def test_html_gives_article_title_and_declared_date(put: Put, name: str) -> None:
    document = one(put(name, PAGE), url="https://news.example/apia")
    assert document.title == "Ministers meet in Apia"
    assert document.date == "2021-03-04"
    assert document.url == "https://news.example/apia"
    assert BODY in document.text
    assert "Imprint" not in document.text
    assert "<" not in document.text


def test_html_without_a_declared_date_has_none(put: Put) -> None:
    page = PAGE.replace('content="2021-03-04T10:00:00Z"', 'content=""').replace("Tuesday", "May 3, 2018")
    assert one(put("a.html", page)).date is None


def test_html_charset_declaration_is_obeyed(put: Put) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("Samoa", "Самоа")
    assert "Самоа" in one(put("a.html", page.encode("cp1251"))).text


def test_html_without_article_fails(put: Put) -> None:
    assert "no article" in failure(put("a.html", "<html><head><title>x</title></head><body></body></html>"))


@pytest.mark.parametrize("closed", [True, False])
def test_html_nested_20000_deep_fails_and_the_run_goes_on(put: Put, closed: bool) -> None:
    deep = "<html><body>" + "<div>" * 20_000 + BODY + "</div>" * (20_000 * closed)
    items, _ = run(put("deep.html", deep), put("a.txt", BODY))
    assert isinstance(items[0], Failure)
    assert "nested 20,000 deep" in items[0].error
    assert isinstance(items[1], Document)


def test_html_of_too_many_elements_fails(put: Put) -> None:
    assert "60,001 elements" in failure(put("a.html", "<html>" + "<p>Fish.</p>" * 60_000))


def test_many_siblings_are_not_depth(put: Put) -> None:
    page = PAGE.replace("</article>", "<p>Fish." * 500 + "<br>" * 500 + "</article>")
    assert BODY in one(put("a.html", page)).text


# JSON Lines


def test_json_lines_fields_are_kept(put: Put) -> None:
    fields = {
        "id": "r1",
        "title": "Talks",
        "text": "  Kept as it is.\r\n",
        "date": "2020-06-18",
        "source": "MFA",
        "url": "https://mfa.example/1",
        "language": "en",
        "translated_from": "ur",
    }
    assert one(put("a.jsonl", line(**fields, events=[]))).model_dump() == fields


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a"])
def test_json_lines_are_recognised(put: Put, name: str) -> None:
    assert one(put(name, line(id="1", text=BODY))).text == BODY


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_with_byte_order_mark(put: Put, encoding: str) -> None:
    content = (line(id="1", text="a") + line(id="2", text="b")).encode(encoding)
    assert [item.id for item in run(put("a.jsonl", content))[0]] == ["1", "2"]


def test_line_without_id_gets_one_from_its_content(put: Put) -> None:
    assert one(put("a.jsonl", line(text=BODY))).id == content_id(BODY)
    assert one(put("a.jsonl", line(text=BODY, id=None))).id == content_id(BODY)


def test_whole_number_is_an_id(put: Put) -> None:
    assert one(put("a.jsonl", line(id=7, text=BODY))).id == "7"


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_null_and_nan_are_missing(put: Put, missing: object) -> None:
    document = one(put("a.jsonl", line(id="1", text=BODY, title=missing, date=missing)))
    assert (document.title, document.date) == ("", None)


BAD_LINES = {
    "broken": ('{"id": "x", "text": ', "broken JSON"),
    "list": ("[1]", "a list"),
    "number": ("3", "a number"),
    "no text": ('{"id": "x"}', 'no "text"'),
    "null text": ('{"id": "x", "text": null}', 'no "text"'),
    "empty text": ('{"id": "x", "text": " "}', "no text"),
    "text is a number": ('{"id": "x", "text": 3}', '"text" must be text'),
    "text is a list": ('{"id": "x", "text": ["a"]}', '"text" must be text'),
    "title is an object": ('{"id": "x", "text": "a", "title": {}}', '"title" must be text'),
    "date is a number": ('{"id": "x", "text": "a", "date": 1592438400000}', '"date" must be text'),
    "id is a list": ('{"id": [], "text": "a"}', '"id" must be'),
    "id is true": ('{"id": true, "text": "a"}', '"id" must be'),
    "deep": ('{"text": ' + "[" * 100_000 + "}", "broken JSON"),
    "huge number": ('{"text": ' + "1" * 5000 + "}", "broken JSON"),
    "raw NUL": ('{"id": "x", "text": "a\0b"}', "NUL"),
}


@pytest.mark.parametrize("case", BAD_LINES)
def test_bad_line_fails_with_its_place_and_the_run_goes_on(put: Put, case: str) -> None:
    bad, reason = BAD_LINES[case]
    path = put("a.jsonl", line(id="1", text=BODY) + "\n" + bad + "\n" + line(id="2", text=BODY))
    items, _ = run(path)
    assert [type(item) for item in items] == [Document, Failure, Document]
    assert isinstance(items[1], Failure)
    assert items[1].error.startswith(f"{path}:3: ")
    assert reason in items[1].error
    told_id = '"id": "x"' in bad and case not in ("broken", "raw NUL")
    assert items[1].id == ("x" if told_id else f"{path}:3")


@pytest.mark.parametrize("content", ['[{"id": "1", "text": "a"}]', '{\n "id": "1",\n "text": "a"\n}\n', "[\n{}\n]"])
def test_json_that_is_not_lines_fails_once_and_says_what_to_do(put: Put, content: str) -> None:
    assert "one object a line" in failure(put("a.json", content))


def test_line_feed_like_characters_inside_a_text_do_not_split_it(put: Put) -> None:
    text = "a\N{LINE SEPARATOR}b\N{NEXT LINE}c"
    content = json.dumps({"id": "1", "text": text}, ensure_ascii=False)
    assert one(put("a.jsonl", content)).text == text


@pytest.mark.parametrize("date", ["18 June 2020", "18/06/2020", "2020-02-30", "2020-13", "20", "2020-06-18T99:00"])
def test_bad_date_is_left_out_with_a_notice_not_guessed(put: Put, date: str) -> None:
    path = put("a.jsonl", line(id="1", text=BODY, date=date))
    (document,), (notice,) = run(path, date="2001")
    assert isinstance(document, Document)
    assert document.date is None
    assert str(notice).startswith(f"{path}:1: date left out")
    assert notice.document_id == "1"


def test_notices_go_to_the_log_by_default(put: Put, caplog: pytest.LogCaptureFixture) -> None:
    list(read([put("a.jsonl", line(id="1", text=BODY, date="yesterday"))]))
    assert "'yesterday'" in caplog.text


def test_second_use_of_an_id_fails_and_names_the_first(put: Put) -> None:
    first = put("a.jsonl", line(id="1", text="a") + line(id="1", text="b"))
    second = put("b.jsonl", line(id="1", text="c") + line(id="2", text="d"))
    items, _ = run(first, second)
    assert [(item.id, type(item)) for item in items] == [
        ("1", Document),
        ("1", Failure),
        ("1", Failure),
        ("2", Document),
    ]
    assert all(f"{first}:1" in item.error for item in items if isinstance(item, Failure))


def test_lone_surrogates_are_replaced_one_for_one(put: Put) -> None:
    path = put("a.jsonl", '{"id": "s\\ud800", "text": "a\\udfffb \\ud83d\\ude00", "title": "\\udc00"}')
    (document,), (notice,) = run(path)
    assert isinstance(document, Document)
    assert document.text == "a\N{REPLACEMENT CHARACTER}b \N{GRINNING FACE}"
    assert document.id == "s\N{REPLACEMENT CHARACTER}"
    assert "surrogates" in notice.message
    document.model_dump_json().encode()


def test_escaped_nul_is_replaced(put: Put) -> None:
    assert one(put("a.jsonl", '{"id": "1", "text": "a\\u0000b"}')).text == "a\N{REPLACEMENT CHARACTER}b"


def test_text_over_the_limit_is_refused(put: Put) -> None:
    long = "x" * (limits.MAX_CHARACTERS + 1)
    items, _ = run(put("a.jsonl", line(id="1", text=long) + line(id="2", text=long[1:])), put("b.txt", long))
    assert [type(item) for item in items] == [Failure, Document, Failure]
    assert isinstance(items[0], Failure)
    assert "1,000,001 characters" in items[0].error
    assert items[0].id == "1"


def test_line_of_50_megabytes_is_refused_without_being_held(put: Put) -> None:
    import tracemalloc

    path = put("a.jsonl", '{"id": "1", "text": "' + "x" * 50_000_000 + '"}\n' + line(id="2", text=BODY))
    tracemalloc.start()
    try:
        items, _ = run(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [type(item) for item in items] == [Failure, Document]
    assert isinstance(items[0], Failure)
    assert f"{path}:1: line is longer than" in items[0].error
    assert peak < 45_000_000  # the limit of a record, a join and change; never the line itself


def test_text_file_of_50_megabytes_is_refused(put: Put) -> None:
    assert "longer than" in failure(put("a.txt", b"x " * 25_000_000))


# Inputs that are no documents


def test_missing_file_folder_and_empty_file(put: Put, tmp_path: Path) -> None:
    assert "no such file" in failure(tmp_path / "none.txt")
    assert "folder" in failure(tmp_path)
    assert "empty" in failure(put("a.txt", ""))
    assert "empty" in failure(put("a.jsonl", ""))
    assert "no text" in failure(put("b.txt", " \n\n"))
    assert "no documents" in failure(put("b.jsonl", "\n\n"))
    assert "empty" in failure(put("a.txt.gz", gzip.compress(b"")))


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"%PDF-1.7\n%\xe2\xe3",
        b"\x89PNG\r\n\x1a\n\0\0\0",
        b"PK\x03\x04\x14\0\0\0",
        b"\x01\x02" * 99,
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a"])
def test_binary_data_fails(put: Put, data: bytes, name: str) -> None:
    assert "binary" in failure(put(name, data))


def test_nul_bytes_far_into_a_text_fail(put: Put) -> None:
    assert "NUL" in failure(put("a.txt", "word " * 5000 + "\0"))


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.csv.gz"])
def test_tables_are_not_coded_as_one_text(put: Put, name: str) -> None:
    assert "not read" in failure(put(name, "id,text\n1,Talks"))


def test_paths_that_cannot_exist_fail() -> None:
    items, _ = run("a\0b", "\udcff.txt")
    assert all(isinstance(item, Failure) for item in items)
    assert all(item.model_dump_json().encode() for item in items)


# Gzip


@pytest.mark.parametrize(("name", "content"), [("a.txt", BODY), ("a.html", PAGE), ("a.jsonl", line(text=BODY))])
@pytest.mark.parametrize("suffix", [".gz", ""])
def test_gzip_of_each_kind(put: Put, name: str, content: str, suffix: str) -> None:
    assert BODY in one(put(name + suffix, gzip.compress(content.encode()))).text


def test_gzip_of_several_members(put: Put) -> None:
    data = b"".join(gzip.compress(line(id=str(number), text="a").encode()) for number in range(3))
    assert [item.id for item in run(put("a.jsonl.gz", data))[0]] == ["0", "1", "2"]


@pytest.mark.parametrize("damage", ["cut", "broken"])
def test_documents_before_the_cut_of_a_gzip_are_read(put: Put, damage: str) -> None:
    import random

    noise = random.Random(7)
    texts = ["".join(noise.choices("abcdefgh ", k=2000)) for _ in range(300)]
    data = gzip.compress("".join(line(id=str(n), text=text) for n, text in enumerate(texts)).encode())
    half = len(data) // 2
    data = data[:half] if damage == "cut" else data[:half] + b"\xff" * 500 + data[half:]
    items, _ = run(put("a.jsonl.gz", data), put("b.txt", BODY))
    *read_before, last, after = items
    assert len(read_before) > 50
    assert [item.id for item in read_before[:50]] == [str(number) for number in range(50)]
    assert isinstance(last, Failure)
    assert "gzip" in last.error
    assert isinstance(after, Document)


def test_gzip_cut_in_its_first_bytes_fails(put: Put) -> None:
    assert "truncated" in failure(put("a.jsonl.gz", gzip.compress(line(id="1", text=BODY).encode())[:15]))
    assert "truncated" in failure(put("a.txt.gz", gzip.compress(BODY.encode())[:-4]))


# Standard input


@pytest.mark.parametrize("content", [BODY, PAGE, line(text=BODY), "\n" + line(text=BODY)])
@pytest.mark.parametrize("zipped", [False, True])
def test_standard_input_is_recognised(monkeypatch: pytest.MonkeyPatch, content: str, zipped: bool) -> None:
    data = gzip.compress(content.encode()) if zipped else content.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    document = one("-")
    assert document.text.startswith(BODY)
    assert "<" not in document.text
    assert "{" not in document.text


def test_empty_standard_input_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    (item,), _ = run("-")
    assert isinstance(item, Failure)
    assert item.error == "standard input: is empty"


# The run


def test_order_is_kept_and_reading_is_lazy(put: Put, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    items = read([put("a.jsonl", line(id="1", text="a") + "x\n"), tmp_path / "none", later])
    assert next(items).id == "1"
    later.write_text(BODY)  # written after the run began: only a lazy reader sees it
    rest = list(items)
    assert [type(item) for item in rest] == [Failure, Failure, Document]
