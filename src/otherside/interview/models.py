"""Rows of interviews, their panels and the member numbers that their logs speak of."""

from typing import ClassVar

from django.db import models

from otherside.accounts.models import User
from otherside.hiring.models import Application, Round
from otherside.interview.adjustments import Adjustments, read
from otherside.interview.state import State
from otherside.kernel.ids import new_id


class Held(models.Manager["Interview"]):
    """Interviews that are held. Rehearsals are none: no list, no page and no figure knows of them."""

    def get_queryset(self) -> models.QuerySet["Interview"]:
        return super().get_queryset().filter(is_rehearsal=False)


class Interview(models.Model):
    """One hour with one candidate: when, which round, in which state. What happens in it is in the log."""

    log_id = models.CharField(max_length=22, unique=True, default=new_id)  # names the log and the room
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=16, choices=[(s.value, s.label) for s in State], default=State.PLANNED.value, db_index=True
    )
    starts_at = models.DateTimeField(null=True, db_index=True)
    minutes = models.PositiveSmallIntegerField(default=60)
    call_url = models.URLField(blank=True)
    call_phone = models.CharField(max_length=40, blank=True)  # where people meet when the call fails
    adjustments = models.JSONField(default=dict, blank=True)  # see adjustments.Adjustments; never why
    languages_wanted = models.JSONField(default=list, blank=True)  # in the candidate's own words
    opened_at = models.DateTimeField(null=True)  # the lobby; entry 0 of the log
    began_at = models.DateTimeField(null=True)  # the first segment
    ended_at = models.DateTimeField(null=True)
    links_epoch = models.PositiveIntegerField(default=0)  # raising it ends both of the candidate's links
    created_at = models.DateTimeField()
    is_rehearsal = models.BooleanField(default=False)  # held alone, with a scripted candidate; deleted after

    objects = Held()
    everything: ClassVar[models.Manager["Interview"]] = models.Manager()

    class Meta:
        ordering = ["-starts_at", "-id"]
        indexes = [models.Index(fields=["state", "starts_at"]), models.Index(fields=["state", "ended_at"])]
        constraints = [
            # Two recruiters who plan the same round at once get one interview.
            models.UniqueConstraint(
                fields=["application", "round"],
                condition=~models.Q(state=State.CANCELLED.value) & models.Q(is_rehearsal=False),
                name="interview_once_per_round",
            ),
        ]

    def __str__(self) -> str:
        return f"interview {self.pk}"

    @property
    def adjusted(self) -> Adjustments:
        return read(self.adjustments)


class PanelMember(models.Model):
    """Somebody of the company in this interview. `card_in_at` opens the colleagues' cards to them."""

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    is_lead = models.BooleanField(default=False)
    card_in_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interview", "user"], name="interview_panel_member_once"),
        ]

    def __str__(self) -> str:
        return f"panel member {self.user_id} of {self.interview_id}"


class Member(models.Model):
    """Who a member number of the log is. Number 0 is the house itself and has no row.

    Exactly one of `user` (panel) and `is_candidate` holds. Erasure deletes these rows, after which the log
    speaks of numbers only.
    """

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    is_candidate = models.BooleanField(default=False)
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "number"], name="interview_member_number_once"),
            models.UniqueConstraint(fields=["interview", "user"], name="interview_member_user_once"),
            models.CheckConstraint(
                condition=models.Q(is_candidate=True, user__isnull=True)
                | models.Q(is_candidate=False, user__isnull=False),
                name="interview_member_is_panel_or_candidate",
            ),
        ]

    def __str__(self) -> str:
        return f"member {self.number} of {self.interview_id}"
