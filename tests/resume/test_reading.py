"""Documents from outside: what is read of them, and that harmful ones are refused and never hang."""

# ruff: noqa: RUF001 - dashes as people write them

import io
import json
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from otherside.kernel.errors import DomainError
from otherside.kernel.limits import Limit
from otherside.resume.build import read_profile
from otherside.resume.claims import FIGURE, _claim
from otherside.resume.edge import limited, reading
from otherside.resume.edge.limited import picture_of, read_resume
from otherside.resume.edge.technologies import load_technologies
from otherside.resume.failures import Broken, Encrypted, Hostile, NoText, TooLarge, UnknownFormat, Unreadable
from otherside.resume.jsonresume import as_json
from otherside.resume.months import Month
from tests.resume.plain import TEXTS, WORDFILES
from tests.resume.score import PEOPLE, scores

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.pdf"))
CATALOGUE = load_technologies()
AS_OF = Month(2026, 6)


def pdf_of(*objects: str, trailer: str = "/Root 1 0 R") -> bytes:
    """A small PDF by hand; the cross-reference table is right."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        out
        + f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size} {trailer}>>\nstartxref\n{len(out)}\n%%EOF".encode()
    )


def pages_of(count: int) -> bytes:
    kids = " ".join(f"{n + 3} 0 R" for n in range(count))
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>"
    return pdf_of(
        "<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {count}>>", *[page] * count
    )


def docx_of(body: str, **parts: bytes) -> bytes:
    out = io.BytesIO()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_printed_documents_are_read(path: Path) -> None:
    who, layout = path.stem.split("-")
    person = next(person for person in PEOPLE if person["id"] == who)
    found, wrong = scores(person, layout, path.read_bytes(), CATALOGUE)
    weak = {
        key: value for key, value in found.items() if value < 0.85 and key not in {"seniority", "verbosity"}
    }
    if layout == "years":
        weak = {key: value for key, value in weak.items() if not key.startswith("months")}
    assert not weak, wrong


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["id"])
@pytest.mark.parametrize("layout", [*TEXTS, *WORDFILES])
def test_texts_and_word_files_are_read(person: dict, layout: str) -> None:
    make = {**TEXTS, **WORDFILES}[layout]
    content = make(person)
    found, wrong = scores(
        person, layout, content.encode() if isinstance(content, str) else content, CATALOGUE
    )
    weak = {
        key: value
        for key, value in found.items()
        if value < 0.8 and key not in {"seniority", "verbosity", "projects"}
    }
    assert not weak, wrong


def test_every_field_keeps_its_passage() -> None:
    document = reading.read(DOCUMENTS[0].read_bytes())
    lines = {(line.page, line.number): line.words for line in document.lines}
    profile = read_profile(document, CATALOGUE, AS_OF)
    for role in profile.roles:
        for field in (role.title, role.company):
            assert field.passage is not None
            assert field.value.split()[0] in lines[field.passage.page, field.passage.line]
    for skill in profile.technologies:
        assert skill.passages
        assert lines[skill.passages[0].page, skill.passages[0].line] == skill.passages[0].text


def test_a_scan_says_that_it_needs_ocr() -> None:
    with pytest.raises(NoText, match="no text, needs OCR"):
        read_resume(pages_of(2), AS_OF)


def test_too_many_pages() -> None:
    with pytest.raises(TooLarge, match="31 pages"):
        reading.read(pages_of(31))


def test_an_encrypted_pdf_asks_for_another() -> None:
    lock = "<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)/P -4>>"
    content = pdf_of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", lock,
        trailer="/Root 1 0 R/Encrypt 4 0 R/ID[(1234567890123456)(1234567890123456)]")  # fmt: skip
    with pytest.raises(Encrypted):
        read_resume(content, AS_OF)


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = docx_of("<w:p/>", **{"word/media/a.bin": b"\0" * 70_000_000})
    assert len(bomb) < 200_000
    with pytest.raises(Hostile, match="unpacks to"):
        read_resume(bomb, AS_OF)


def test_a_size_that_the_archive_lies_about_is_not_believed() -> None:
    text = "<w:p><w:r><w:t>" + "a" * 62_000_000 + "</w:t></w:r></w:p>"
    bomb = bytearray(docx_of(text))
    true = (62_000_000 + 200).to_bytes(4, "little")[2:]
    place = bomb.rfind(b"PK\x01\x02")
    assert true in bytes(bomb[place + 24 : place + 28])
    bomb[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    with pytest.raises(Unreadable):
        reading.read(bytes(bomb))


def test_entities_are_refused() -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]><d>&a;&c;</d>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", evil)
    with pytest.raises(Hostile, match="entities"):
        read_resume(out.getvalue(), AS_OF)


def test_deeply_nested_tables_end() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p><w:r><w:t>x</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 60
    with pytest.raises((NoText, Broken)):
        reading.read(docx_of(deep))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", UnknownFormat), (b"  \n ", UnknownFormat), (b"\x7fELF" + bytes(200), UnknownFormat), (b"{\\rtf1 x}", UnknownFormat),
        (b"%PDF-1.7 nothing", Broken), (b"PK\x03\x04rubbish", Broken), (b"\xd0\xcf\x11\xe0" + bytes(600), Encrypted),
        (b'{"basics": ', Broken), (b'{"a": 1}', Broken), (b"[" * 100_000, NoText), (b'{"basics":' + b"[" * 90_000, Broken),
        (b"a" * 9_000_000, TooLarge), (b"line\n" * 5_000, TooLarge),
    ],
    ids=range(13),
)  # fmt: skip
def test_what_cannot_be_read_says_why(content: bytes, error: type[DomainError]) -> None:
    with pytest.raises(error) as caught:
        reading.read(content)
    assert caught.value.code.startswith("resume-")
    assert str(caught.value).endswith(".")


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "SOURCE", Path("/nowhere"))
    monkeypatch.setattr(limited.sys, "executable", "/usr/bin/yes")
    monkeypatch.setattr(limited, "WALL_SECONDS_MAX", 1)
    with pytest.raises(Unreadable):
        read_resume(b"Dana", AS_OF)


def test_a_reader_that_talks_without_end_is_not_heard_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It stops at the limit: `yes` would write gigabytes in the time that a reader has."""
    endless = tmp_path / "endless"
    endless.write_text("#!/bin/sh\nexec /usr/bin/yes\n")
    endless.chmod(0o700)
    monkeypatch.setattr(limited.sys, "executable", str(endless))
    monkeypatch.setattr(
        limited, "ANSWER_BYTES_MAX", Limit("resume.answer_bytes_max", 200_000, "bytes", "refused.")
    )
    with pytest.raises(TooLarge, match="More than 200000 bytes"):
        read_resume(b"Dana", AS_OF)


def test_the_rules_too_meet_a_strangers_text_in_the_child_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    content = DOCUMENTS[0].read_bytes()
    document = reading.read(content)
    expected = read_profile(document, CATALOGUE, AS_OF)
    for name in ("otherside.resume.build.read_profile", "otherside.resume.jsonresume.profile_of_json"):
        monkeypatch.setattr(name, lambda *_: pytest.fail("read in this process"))
    assert read_resume(content, AS_OF) == (document, expected)
    structured = json.dumps({"basics": {"name": "Dana Okonjo"}, "work": []}).encode()
    assert read_resume(structured, AS_OF)[1].name.value == "Dana Okonjo"


def test_the_child_opens_no_file_and_starts_nothing() -> None:
    """What it does to itself before it parses, tried on a process of our own."""
    code = (
        "from otherside.resume.edge.child import confine, forbid_files\n"
        "import os, resource, subprocess, socket\n"
        "confine(1_500_000_000, 10)\nforbid_files()\nrefused = []\n"
        "for name, what in (('file', lambda: open('/etc/passwd')), ('socket', socket.socket),\n"
        "        ('memory', lambda: bytearray(2_000_000_000)), ('program', lambda: subprocess.run(['/bin/true']))):\n"
        "    try:\n        what()\n"
        "    except (OSError, MemoryError):\n        refused.append(name)\n"
        "os.write(1, ' '.join(refused).encode())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "file socket memory program", done.stderr


def test_the_child_inherits_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, object] = {}
    start = subprocess.Popen

    def spy(*args: object, **options: object) -> object:
        seen.update(options)
        return start(*args, **options)  # type: ignore[call-overload]

    monkeypatch.setenv("OTHERSIDE_SECRET_KEY", "k" * 40)
    monkeypatch.setattr(limited.subprocess, "Popen", spy)
    assert read_resume(b"Dana Okonjo", AS_OF)[0].format == "text"
    assert "OTHERSIDE_SECRET_KEY" not in seen["env"]


def test_a_page_is_drawn() -> None:
    assert picture_of(DOCUMENTS[0].read_bytes(), 1).startswith(b"\x89PNG")
    with pytest.raises(Broken, match="no page 7"):
        picture_of(DOCUMENTS[0].read_bytes(), 7)
    with pytest.raises(UnknownFormat):
        picture_of(b"Dana", 1)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Cut, overwritten, or with a piece moved."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(made))
        made[place : place + chance.randint(1, 8)] = chance.randbytes(chance.randint(0, 8))
        if len(made) < 20:
            break
    return bytes(made[: chance.randint(len(made) // 2, len(made))] if chance.random() < 0.4 else made)


@pytest.mark.parametrize("seed", range(3))
def test_damaged_documents_are_read_or_refused(seed: int) -> None:
    """In this process, so that a crash of the reader would show as one."""
    chance = random.Random(seed)
    whole = [
        DOCUMENTS[0].read_bytes(),
        DOCUMENTS[-1].read_bytes(),
        *(make(PEOPLE[0]) for make in WORDFILES.values()),
    ]
    whole += [make(PEOPLE[1]).encode() for make in TEXTS.values()]
    for content in whole:
        for _ in range(6):
            try:
                read_profile(reading.read(mutated(content, chance)), CATALOGUE, AS_OF)
            except DomainError as error:
                assert error.code.startswith("resume-")  # noqa: PT017 - read or refused, both are right


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            [
                "Experience",
                "Skills",
                "Education",
                "Acme GmbH",
                "Jan 2020 – now",
                "2018-2020",
                "• did it",
                "\t",
                "   ",
                "Engineer at Foo",
                "",
            ]
        ),
        max_size=25,
    ),
    st.text(max_size=60),
)
def test_any_text_becomes_a_profile_or_a_refusal(pieces: list[str], tail: str) -> None:
    try:
        profile = read_profile(reading.read("\n".join([*pieces, tail]).encode()), CATALOGUE, AS_OF)
    except DomainError:
        return
    assert profile.months_engineering <= profile.months_all
    as_json(profile)


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "work", "startDate", "highlights", "keywords", "url"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["basics", "work", "skills", "projects", "education"]), JSONS, min_size=1)
)
def test_any_json_resume_becomes_a_profile_or_a_refusal(value: dict) -> None:
    try:
        as_json(read_profile(reading.read(json.dumps(value).encode()), CATALOGUE, AS_OF))
    except DomainError as error:
        assert error.code.startswith("resume-")  # noqa: PT017 - read or refused, both are right


def test_a_claim_is_not_cut_inside_a_number() -> None:
    text = (
        "Billing system for 80,000 households, which replaced a nightly job of six hours with one of minutes"
    )
    assert _claim(text, FIGURE.search(text)) == "Billing system for 80,000 households"
