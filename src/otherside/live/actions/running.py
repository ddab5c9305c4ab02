"""Asking for a run of what is in a document."""

from datetime import datetime

from django.db import transaction

from otherside.kernel.errors import Conflict, Invalid
from otherside.live import decide
from otherside.live.access import Key, read_hour, take_seat
from otherside.live.actions.writing import once_of
from otherside.live.models import RunAsked
from otherside.live.requests import RunWish
from otherside.question.edge import load_bank
from otherside.question.jobs import request as job_for
from otherside.run.access import access_run
from otherside.run.actions import RunRequest, cancel, enqueue
from otherside.run.edge import language_files
from otherside.run.request import check_mode
from otherside.run.tests import Test


def request_run(key: Key, at: datetime, *, once: str, wish: RunWish) -> str:
    """Queues a run of the files as the browser has them and returns its id; output comes over the relay.

    Both sides may, in the lobby too (the pad is for that). Hidden tests ride along with `visible` and are
    told to the panel alone, on `judge`; nobody can ask for them by name. Raises Conflict, Invalid and
    LimitReached.
    """
    seated = take_seat(key, at)
    name = once_of(seated, once)
    check_mode(wish.mode)
    if not wish.files:
        raise Invalid("There is nothing to run: the document has no file yet.")
    hour = read_hour(seated.log_id)
    decide.require_open(hour)
    extra, entry, visible, hidden = _job(wish, hour.question_in(wish.doc), hour.revision_of(wish.doc))
    request = RunRequest(
        log_id=seated.log_id,
        actor=seated.seat.number,
        doc=wish.doc,
        language=wish.language,
        mode=wish.mode,
        files=wish.files,
        extra_files=extra,
        entry=entry,
        stdin=wish.stdin,
        tests_visible=visible,
        tests_hidden=hidden,
    )
    with transaction.atomic():
        asked, new = RunAsked.objects.get_or_create(interview=seated.interview, once=name)
        if new:
            asked.run = enqueue(request, at=at)
            asked.save(update_fields=["run"])
    return asked.run


def stop_run(key: Key, at: datetime, *, run: str) -> bool:
    """Stops a run of this interview, whoever asked for it: the room is shared, and so are its runners. False
    where it is over already. Raises NotFound for runs of others."""
    seated = take_seat(key, at)
    row = access_run(run, seated.log_id)
    return cancel(row.id, actor=seated.seat.number)


def _job(
    wish: RunWish, question: str | None, revision: int
) -> tuple[dict[str, str], str, tuple[Test, ...], tuple[Test, ...]]:
    known = language_files().get(wish.language)
    if known is None:
        raise Invalid(f"There is no language {wish.language!r} here; choose one from the list.")
    if question is not None:
        return job_for(load_bank().problem(question), wish.language, wish.files, wish.mode, revision)
    if wish.mode == "visible":
        raise Conflict(f"{wish.doc} has no problem yet, so it has no tests. Run it with your own input.")
    entry = known.source if known.source in wish.files else next(iter(wish.files))
    return {}, entry, (), ()
