"""The one thing of the hour that may come before its log: that the candidate will be late."""

from django.db import models

from otherside.interview.models import Interview


class LateNotice(models.Model):
    """Said by the candidate, perhaps before the lobby is open; the lobby carries it into the log."""

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    reason = models.TextField(blank=True)
    once = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "once"], name="live_late_notice_once"),
        ]

    def __str__(self) -> str:
        return f"late notice {self.pk} of {self.interview_id}"
