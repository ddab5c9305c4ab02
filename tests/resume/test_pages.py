"""From upload to profile: who may, what is shown, what is refused, what a person changes."""

# ruff: noqa: RUF001 - dashes as people write them

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from otherside.kernel.errors import Conflict, Invalid, LimitReached, NotFound
from otherside.kernel.limits import Limit
from otherside.resume import access, actions, limits, tasks
from otherside.resume.edge.limited import picture_of, read_resume
from otherside.resume.failures import UnknownFormat
from otherside.resume.models import Correction, Picture, Probe, Resume
from otherside.resume.state import State
from otherside.resume.tasks import draw_waiting, read_waiting
from tests.support import cast

AT = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
TEXT = """Dana Okonjo
dana@example.org

Experience
Fernweh Rail, Senior Backend Engineer      Mar 2021 - Present
- Moved the reservation path to Kafka, cutting double bookings by 98 %
- Responsible for various improvements

Tallybox Ltd, Backend Engineer      Jun 2018 - Feb 2021
- Designed and owned the ledger service in Go, 40 M entries in PostgreSQL

Skills
Go, Python, Kafka, PostgreSQL
"""
DOCUMENTS = Path(__file__).parent / "documents"

# The same document read again gives the same; its limited process is started once for all tests here.
_read_once = cache(read_resume)
_drawn_once = cache(picture_of)


@pytest.fixture(autouse=True)
def _each_document_is_opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "read_resume", _read_once)
    monkeypatch.setattr(tasks, "picture_of", _drawn_once)


@pytest.fixture(autouse=True)
def uploads(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def read(hour: cast.Interview, rosa: cast.User) -> Resume:
    """Dana's résumé, handed in by Rosa and read."""
    row = actions.upload(hour.application_id, rosa, "okonjo.txt", TEXT.encode(), AT)
    assert read_waiting() == 1
    row.refresh_from_db()
    assert row.state == State.READ, row.message
    return row


def address(row: Resume | cast.Interview, tail: str = "") -> str:
    return f"/applications/{row.application_id}/resume/{tail}"


def test_from_upload_to_profile(
    client_for: cast.ClientFor, hour: cast.Interview, rosa: cast.User, alice: cast.User
) -> None:
    client: Client = client_for(rosa)
    assert "Nobody has handed in" in client.get(address(hour)).content.decode()
    file = SimpleUploadedFile("../../okonjo.txt", TEXT.encode())
    assert client.post(address(hour, "upload/"), {"file": file}).status_code == 302
    assert "waits to be read" in client.get(address(hour)).content.decode()
    assert "hx-get" in client.get(address(hour, "state/")).content.decode()
    assert read_waiting() == 1
    assert client.get(address(hour, "state/")).headers["HX-Refresh"] == "true"
    page = client_for(alice).get(address(hour)).content.decode()
    for words in (
        "Fernweh Rail",
        "8 y ",
        "cutting double bookings by 98 %",
        "p.&nbsp;1",
        "does not say which",
    ):
        assert words in page
    assert "Hand in" not in page  # Alice interviews; she hands nothing in


@pytest.mark.parametrize("tail", ["", "state/", "text/", "file/", "page/1/", "page/1/picture/", "upload/"])
def test_charlie_cannot_learn_that_there_is_a_resume(
    client_for: cast.ClientFor, read: Resume, charlie: cast.User, tail: str
) -> None:
    assert client_for(charlie).get(address(read, tail)).status_code == 404


@pytest.mark.parametrize("tail", ["correct/", "probe/", "upload/"])
def test_charlie_changes_nothing(
    client_for: cast.ClientFor, read: Resume, charlie: cast.User, tail: str
) -> None:
    answer = client_for(charlie).post(
        address(read, tail), {"field": "name", "value": "x", "resume": read.pk, "claim": "c", "ask": "a"}
    )
    assert answer.status_code == 404
    assert not Correction.objects.exists()


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client: Client, read: Resume) -> None:
    assert client.get(address(read)).status_code == 302


def test_the_panel_hands_nothing_in(hour: cast.Interview, alice: cast.User, priya: cast.User) -> None:
    for person in (alice, priya):
        with pytest.raises(NotFound):
            actions.upload(hour.application_id, person, "a.txt", TEXT.encode(), AT)


def test_administrators_do_not_read(client_for: cast.ClientFor, read: Resume, ada: cast.User) -> None:
    assert client_for(ada).get(address(read)).status_code == 404


def test_the_file_comes_back_as_it_was_and_never_as_a_page(
    client_for: cast.ClientFor, read: Resume, alice: cast.User
) -> None:
    answer = client_for(alice).get(address(read, "file/"))
    assert answer.content == TEXT.encode()
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="okonjo.txt"')
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_file_changed_on_disk_is_not_shown(
    client_for: cast.ClientFor, read: Resume, alice: cast.User, uploads: Path
) -> None:
    path = next(p for p in uploads.rglob("*") if p.is_file())
    assert path.name == read.stored_as
    assert "okonjo" not in str(path.relative_to(uploads))
    path.write_bytes(b"something else")
    assert client_for(alice).get(address(read, "file/")).status_code == 503


def test_a_correction_stands_beside_what_was_read(
    client_for: cast.ClientFor, read: Resume, alice: cast.User
) -> None:
    client = client_for(alice)
    answer = client.post(
        address(read, "correct/"), {"resume": read.pk, "field": "roles.0.title", "value": "Backend lead"}
    )
    assert answer.status_code == 302
    page = client.get(address(read)).content.decode()
    assert "Backend lead" in page
    assert "read as “Senior Backend Engineer”" in page
    assert "Alice Lindqvist" in page
    read.refresh_from_db()
    assert read.profile["roles"][0]["title"]["value"] == "Senior Backend Engineer"


def test_corrected_dates_move_the_months(read: Resume, alice: cast.User) -> None:
    actions.correct(read.application_id, alice, read.pk, "roles.1.dates", "2016-06 – 2021-02", AT)
    profile = access.profile_of(read.application)
    assert profile.months_engineering == 97 + 24
    actions.correct(read.application_id, alice, read.pk, "roles.1.dates", "", AT)
    assert access.profile_of(read.application).months_engineering == 97


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("roles.9.title", "x"),
        ("photo", "x"),
        ("months_engineering", "many"),
        ("roles.0.dates", "yesterday"),
        ("roles.0.kind", "hobby"),
        ("seniority.level", "god"),
    ],
)
def test_what_cannot_be_corrected_is_said(read: Resume, alice: cast.User, field: str, value: str) -> None:
    with pytest.raises(Invalid):
        actions.correct(read.application_id, alice, read.pk, field, value, AT)


def test_an_older_document_is_not_corrected(read: Resume, alice: cast.User, rosa: cast.User) -> None:
    actions.upload(read.application_id, rosa, "newer.txt", TEXT.encode(), AT)
    with pytest.raises(Conflict):
        actions.correct(read.application_id, alice, read.pk, "name", "Dana O.", AT)


def test_probes_are_edited_and_a_new_document_keeps_what_people_wrote(
    client_for: cast.ClientFor, read: Resume, alice: cast.User, rosa: cast.User
) -> None:
    client = client_for(alice)
    proposed = access.probes_of(read.application)
    assert any("98 %" in probe.claim for probe in proposed)
    client.post(
        address(read, "probe/"), {"key": proposed[0].key, "claim": "98 % fewer", "ask": "How was it counted?"}
    )
    client.post(
        address(read, "probe/"), {"key": "", "claim": "Owned the ledger", "ask": "What would you undo?"}
    )
    client.post(address(read, "probe/"), {"key": proposed[1].key, "do": "drop"})
    actions.upload(
        read.application_id,
        rosa,
        "short.txt",
        b"Dana Okonjo\n\nExperience\nAcme Ltd, Engineer  2020 - 2021\n- Wrote Go",
        AT,
    )
    assert read_waiting() == 1
    claims = [probe.claim for probe in access.probes_of(read.application)]
    assert "98 % fewer" in claims
    assert "Owned the ledger" in claims
    assert Probe.objects.get(key=proposed[1].key).claim not in claims


def test_a_scan_a_broken_and_an_unknown_file_are_refused_with_words(
    client_for: cast.ClientFor, hour: cast.Interview, rosa: cast.User
) -> None:
    client = client_for(rosa)
    for name, content in (
        ("broken.pdf", b"%PDF-1.7 nothing more"),
        ("broken.docx", b"PK\x03\x04 no archive"),
    ):
        actions.upload(hour.application_id, rosa, name, content, AT)
        assert read_waiting() == 1
        row = Resume.objects.latest("id")
        assert (row.state, row.code) == (State.REFUSED, "resume-broken")
        assert "damaged" in client.get(address(hour)).content.decode()
    with pytest.raises(UnknownFormat):
        actions.upload(hour.application_id, rosa, "a.rtf", b"{\\rtf1 hello}", AT)
    with pytest.raises(LimitReached):
        actions.upload(hour.application_id, rosa, "a.txt", b"a" * (int(limits.BYTES_MAX) + 1), AT)
    answer = client.post(address(hour, "upload/"), {"file": SimpleUploadedFile("e.txt", b"")})
    assert answer.status_code == 422
    assert "empty" in answer.content.decode()


def test_a_refused_upload_leaves_no_file(hour: cast.Interview, charlie: cast.User, uploads: Path) -> None:
    with pytest.raises(NotFound):
        actions.upload(hour.application_id, charlie, "a.txt", TEXT.encode(), AT)
    assert not [p for p in uploads.rglob("*") if p.is_file()]


def test_two_workers_never_take_one_document(hour: cast.Interview, rosa: cast.User) -> None:
    from otherside.resume.tasks import CLAIM_FOR, _claim

    actions.upload(hour.application_id, rosa, "a.txt", TEXT.encode(), AT)
    assert _claim(Resume, AT) is not None
    assert _claim(Resume, AT) is None
    again = _claim(Resume, AT + 2 * CLAIM_FOR)  # the first worker died
    assert again is not None
    assert again.attempts == 2


@pytest.fixture
def printed(hour: cast.Interview, rosa: cast.User) -> Resume:
    content = (DOCUMENTS / "dana-sideleft.pdf").read_bytes()
    row = actions.upload(hour.application_id, rosa, "okonjo.pdf", content, AT)
    Resume.objects.filter(pk=row.pk).update(state=State.READ, pages=1, profile=None)
    return row


def test_a_page_is_drawn_by_the_worker_and_never_in_a_page_of_ours(
    client_for: cast.ClientFor, printed: Resume, alice: cast.User, charlie: cast.User
) -> None:
    client = client_for(alice)
    assert client_for(charlie).get(address(printed, "page/1/")).status_code == 404
    assert not Picture.objects.exists()
    assert client.get(address(printed, "page/1/picture/")).status_code == 404
    assert "is being drawn" in client.get(address(printed, "page/1/")).content.decode()
    assert client.get(address(printed, "page/2/")).status_code == 404
    assert (draw_waiting(), draw_waiting()) == (1, 0)
    page = client.get(address(printed, "page/1/")).content.decode()
    assert "being drawn" not in page
    answer = client.get(address(printed, "page/1/picture/"))
    assert answer.content.startswith(b"\x89PNG")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert client_for(charlie).get(address(printed, "page/1/picture/")).status_code == 404


def test_a_picture_is_forgotten_after_a_day(printed: Resume, alice: cast.User, uploads: Path) -> None:
    long_ago = datetime.now(UTC) - timedelta(hours=int(limits.PICTURE_HOURS_MAX) + 1)
    actions.ask_picture(printed.application_id, alice, 1, datetime.now(UTC))
    assert draw_waiting() == 1
    assert len([p for p in uploads.rglob("*") if p.is_file()]) == 2
    Picture.objects.update(asked_at=long_ago)
    assert draw_waiting() == 0
    assert [p.name for p in uploads.rglob("*") if p.is_file()] == [printed.stored_as]


def test_pages_that_wait_have_a_limit(
    printed: Resume, alice: cast.User, monkeypatch: pytest.MonkeyPatch
) -> None:
    Resume.objects.update(pages=2)
    monkeypatch.setattr(limits, "PICTURES_WAITING_MAX", Limit("resume.p", 1, "pages waiting", "try again."))
    first = actions.ask_picture(printed.application_id, alice, 1, AT)
    assert actions.ask_picture(printed.application_id, alice, 1, AT) == first
    with pytest.raises(LimitReached, match="try again"):
        actions.ask_picture(printed.application_id, alice, 2, AT)


def test_pages_stay_within_their_queries(
    client_for: cast.ClientFor,
    read: Resume,
    alice: cast.User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = client_for(alice)
    client.get(address(read))
    with django_assert_max_num_queries(20):
        client.get(address(read))
