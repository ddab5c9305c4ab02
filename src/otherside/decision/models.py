"""Rows around a decision. None is ever overwritten: a later decision supersedes, and says why."""

from django.db import models

from otherside.accounts.models import User
from otherside.hiring.models import Application, Opening, Round
from otherside.scorecard.recommendation import DECIDABLE

KINDS = [(entry.id, entry.title) for entry in DECIDABLE]


class ManagerView(models.Model):
    """What the hiring manager thought before seeing what the policy proposes; once before each decision."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    before = models.PositiveSmallIntegerField()  # ordinal of the decision that it comes before
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["before"]
        constraints = [
            models.UniqueConstraint(fields=["application", "before"], name="decision_view_once_per_decision"),
        ]

    def __str__(self) -> str:
        return f"view {self.before} on application {self.application_id}"


class Decision(models.Model):
    """What was decided, by whom and why, beside what the policy proposed. The last `ordinal` holds."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    ordinal = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=KINDS)
    reason = models.TextField()
    focus = models.JSONField(default=list)  # signal ids: what to look at, or what a no rests on
    opening = models.ForeignKey(
        Opening, null=True, on_delete=models.PROTECT, related_name="+"
    )  # of the other level, where it is one level up or down
    agreed = models.TextField(blank=True)  # that the candidate agrees to the other level
    untested = models.TextField(blank=True)  # why a no although something required was never tested
    round = models.ForeignKey(
        Round, null=True, on_delete=models.PROTECT, related_name="+"
    )  # that follows from it
    recommended = models.CharField(max_length=16, choices=KINDS)
    rule = models.CharField(max_length=64)
    policy = models.CharField(max_length=64)
    policy_version = models.PositiveSmallIntegerField()
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["application", "ordinal"], name="decision_once_per_ordinal"),
        ]

    def __str__(self) -> str:
        return f"decision {self.ordinal} on application {self.application_id}"

    @property
    def differs(self) -> bool:
        """Whether the person decided otherwise than the policy proposed."""
        return self.kind != self.recommended


class Vouch(models.Model):
    """Somebody who met the candidate stands up for them, with named traits."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    traits = models.JSONField()
    words = models.TextField()
    vouched_at = models.DateTimeField()

    class Meta:
        ordering = ["vouched_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["application", "author"], name="decision_vouch_once"),
        ]

    def __str__(self) -> str:
        return f"vouch for application {self.application_id}"


class Comment(models.Model):
    """One contribution to the discussion, which opens once all cards are in."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["said_at", "id"]

    def __str__(self) -> str:
        return f"comment {self.pk}"
