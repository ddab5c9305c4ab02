"""Rows of scorecards and of the drafts that they came from."""

from django.db import models

from otherside.accounts.models import User
from otherside.interview.models import Interview


class Scorecard(models.Model):
    """One panel member's card of one interview. Once `submitted_at` is set nothing of it changes."""

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=32)  # by which the anchors were shown
    rubric_version = models.PositiveSmallIntegerField()
    fields = models.JSONField(default=dict)  # see `card`
    version = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "author"], name="scorecard_once_per_author"),
        ]

    def __str__(self) -> str:
        return f"scorecard {self.pk}"


class Draft(models.Model):
    """The fields of a card at one version, from which two tabs are merged. Gone once it is in."""

    card = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()
    fields = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(fields=["card", "version"], name="scorecard_draft_once_per_version"),
        ]

    def __str__(self) -> str:
        return f"draft {self.version} of scorecard {self.card_id}"


class Reminder(models.Model):
    """One letter about an overdue card; its row is why it goes out once."""

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=16)  # of letters.STEPS
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "author", "step"], name="scorecard_reminder_once_per_step"
            ),
        ]

    def __str__(self) -> str:
        return f"reminder {self.step} of interview {self.interview_id} to {self.author_id}"
