"""New applications are looked through for likenesses to bans; a person says what one is."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from otherside.accounts.actions import record_audit
from otherside.accounts.models import User
from otherside.hiring.models import Application
from otherside.integrity import likeness
from otherside.integrity.access import access_likeness, hashes_of
from otherside.integrity.actions.telling import check_text
from otherside.integrity.ban import BanStage
from otherside.integrity.limits import LIKENESSES_MAX
from otherside.integrity.models import Ban, Likeness, Screening
from otherside.kernel.errors import Conflict

SCREENED_AGAIN = 200  # applications that another transaction may have committed late
SCREENED_AT_ONCE = 1_000


def say_likeness(likeness_id: int, user: User, *, same: bool, why: str, at: datetime) -> None:
    """A person's word on whether it is the same one. Nothing is merged, refused or closed by it."""
    row = access_likeness(likeness_id, user)
    check_text(why, "The reason", "Say how you know.")
    with transaction.atomic():
        rows = Likeness.objects.filter(pk=row.pk, same__isnull=True)
        if rows.update(same=same, said_by=user, said_at=at, why=why.strip()) == 0:
            raise Conflict("Somebody has answered this meanwhile. Reload the page.")
        record_audit(at, user, "likeness.answered", "application", row.application_id, {"same": same})


def screen_applications(at: datetime) -> int:
    """Looks through new applications for likenesses to bans in force; returns how many it found."""
    marker, _ = Screening.objects.get_or_create(pk=1)
    rows = Application.objects.filter(pk__gt=max(0, marker.last_application - SCREENED_AGAIN))
    last = marker.last_application
    bans = list(
        Ban.objects.filter(stage=BanStage.IN_FORCE.value, review_on__gt=at.date()).select_related("case")
    )
    found = 0
    if bans:
        for row in rows.select_related("candidate").order_by("pk")[:SCREENED_AT_ONCE]:
            found += _screen(row, bans, at)
            last = max(last, row.pk)
    elif not Ban.objects.filter(stage=BanStage.PROPOSED.value).exists():
        # One that is proposed may come into force: what comes in meanwhile waits to be looked through.
        last = Application.objects.order_by("-pk").values_list("pk", flat=True).first() or last
    Screening.objects.filter(pk=1, last_application__lt=last).update(last_application=last)
    return found


def _screen(application: Application, bans: Sequence[Ban], at: datetime) -> int:
    mine = hashes_of(application.candidate)
    found = 0
    for row in bans:
        by = [
            word
            for word, there in (
                ("e-mail", mine.email and mine.email == row.email_hash),
                ("phone", mine.phone and mine.phone == row.phone_hash),
                ("name", likeness.alike(mine.name, row.name_hashes)),
            )
            if there
        ]
        before = application.created_at <= row.proposed_at
        if not by or before or found >= int(LIKENESSES_MAX):
            continue
        _, new = Likeness.objects.get_or_create(
            application=application, ban=row, defaults={"by": ", ".join(by), "found_at": at}
        )
        found += new
    return found
