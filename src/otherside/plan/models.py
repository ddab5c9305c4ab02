"""Rows of plans and of the briefs that wait for a round."""

from django.db import models

from otherside.accounts.models import User
from otherside.hiring.models import Application, Round
from otherside.interview.models import Interview


class StoredPlan(models.Model):
    """The plan of one interview. Until somebody changes it there may be no row: the rules' own then holds.

    `version` rises with every change; a change names the version that it was made on.
    """

    interview = models.OneToOneField(Interview, on_delete=models.PROTECT, related_name="+")
    segments = models.JSONField()
    unfitted = models.JSONField(default=list)  # focus signals for which the hour was too short
    version = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"plan {self.version} of interview {self.interview_id}"


class RoundBrief(models.Model):
    """What the rounds before hand to this round of this application. Never ratings; see `brief.Brief`."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+")
    brief = models.JSONField()
    written_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["application", "round"], name="plan_brief_once_per_round"),
        ]

    def __str__(self) -> str:
        return f"brief for round {self.round_id} of application {self.application_id}"
