"""Rows of cases, what candidates said to them, bans, and likenesses that wait for a person."""

from datetime import datetime

from django.db import models

from otherside.accounts.models import User
from otherside.hiring.models import Application
from otherside.integrity.ban import BanStage, BanState
from otherside.integrity.case import CaseState, Outcome
from otherside.interview.models import Interview


class Case(models.Model):
    """One for an interview, beside its scorecards. `evidence` are moments of its log, in ms."""

    interview = models.OneToOneField(Interview, on_delete=models.PROTECT, related_name="+")
    question = models.TextField()  # what is to be found out; the candidate reads it
    evidence = models.JSONField(default=list)
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=16, blank=True, choices=[(o.value, o.label) for o in Outcome])
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"case {self.pk} of interview {self.interview_id}"

    def as_state(self, commented_at: datetime | None) -> CaseState:
        """As the rules see it; `commented_at` is when the candidate last said something to it."""
        return CaseState(
            opened_at=self.opened_at,
            opened_by=self.opened_by_id,
            commented_at=commented_at,
            closed_at=self.closed_at,
            outcome=Outcome(self.outcome) if self.outcome else None,
        )


class CandidateComment(models.Model):
    """What the candidate said to the facts, with or without a case."""

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["said_at", "id"]

    def __str__(self) -> str:
        return f"comment {self.pk} on interview {self.interview_id}"


class Ban(models.Model):
    """Kept as keyed hashes: neither name nor address can be read from it. See `likeness.keyed`."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(
        max_length=16, choices=[(s.value, s.label) for s in BanStage], default=BanStage.PROPOSED.value
    )
    email_hash = models.CharField(max_length=32, blank=True, db_index=True)
    phone_hash = models.CharField(max_length=32, blank=True, db_index=True)
    name_hashes = models.JSONField(default=list)
    reason = models.TextField()
    evidence = models.JSONField(default=list)
    review_on = models.DateField()
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    appeal = models.TextField(blank=True)
    appealed_at = models.DateTimeField(null=True)
    appeal_reason = models.TextField(blank=True)
    appeal_decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    appeal_decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-proposed_at", "-id"]

    def __str__(self) -> str:
        return f"ban {self.pk}"

    def as_state(self, involved: frozenset[int]) -> BanState:
        """As the rules see it; `involved` are ids of users."""
        return BanState(
            stage=BanStage(self.stage),
            proposed_by=self.proposed_by_id,
            confirmed_by=self.confirmed_by_id,
            review_on=self.review_on,
            involved=involved,
            appealed_at=self.appealed_at,
            appeal_decided_at=self.appeal_decided_at,
        )


class Likeness(models.Model):
    """A new application that may be of somebody banned. It waits for a person and does nothing by itself."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    ban = models.ForeignKey(Ban, on_delete=models.PROTECT, related_name="+")
    by = models.CharField(max_length=40)  # "e-mail", "phone", "name", or several
    found_at = models.DateTimeField()
    same = models.BooleanField(null=True)  # a person's word; None while it waits
    said_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(null=True)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["found_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["application", "ban"], name="integrity_likeness_once"),
        ]

    def __str__(self) -> str:
        return f"likeness {self.pk}"


class Screening(models.Model):
    """How far new applications have been looked through; one row."""

    last_application = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"screened to {self.last_application}"
