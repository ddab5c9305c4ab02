"""Rows of what was sent: one invitation a change, so that calendars can follow."""

from django.db import models

from otherside.interview.models import Interview


class Invitation(models.Model):
    """A time that was announced. `sequence` grows with each change; the last one counts."""

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="+")
    sequence = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    call_url = models.URLField(blank=True)
    sent_at = models.DateTimeField()
    is_cancellation = models.BooleanField(default=False)
    panel_emails = models.JSONField(default=list)  # who was told, so that somebody removed is told again

    class Meta:
        ordering = ["sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "sequence"], name="schedule_invitation_once_per_sequence"
            )
        ]

    def __str__(self) -> str:
        return f"invitation {self.interview_id}.{self.sequence}"
