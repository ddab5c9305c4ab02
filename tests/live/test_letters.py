"""What goes out by mail as an hour ends: to the panel, and to the candidate."""

import pytest
from django.conf import settings

from otherside.delivery.models import Message
from otherside.interview import links
from otherside.live import actions
from otherside.live.access import seal_of
from otherside.relay import client as relay
from tests.support.live_table import Table

pytestmark = pytest.mark.django_db


def test_the_end_gives_the_seal_away_once(table: Table) -> None:
    table.end()
    actions.settle(table.interview)
    seal = seal_of(table.interview)
    assert seal == relay.verify(table.log_id).link.hex()
    mails = Message.objects.filter(subject__startswith="Your scorecard").order_by("to_email")
    assert [(m.to_email, seal in m.body) for m in mails] == [
        ("alice@example.org", True),
        ("bob@example.org", True),
    ]


def test_the_end_sends_the_candidate_once_to_what_comes_after(table: Table) -> None:
    table.end()
    actions.settle(table.interview)
    (mail,) = Message.objects.filter(to_email=table.interview.application.candidate.email)
    link = f"{settings.BASE_URL}{links.after_path(table.interview)}"
    assert f"\n{link}\n" in mail.body
    assert links.room_path(table.interview) not in mail.body
    assert "Not your camera" in mail.body
    assert table.interview.application.opening.recruiter.email in mail.body
