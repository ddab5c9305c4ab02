"""The little of the hour that is not in its log: what came before it was opened, and names of requests."""

from django.db import models

from otherside.accounts.models import User
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


class RunAsked(models.Model):
    """Which run a request led to, so that the same request again leads to the same one."""

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="+")
    once = models.CharField(max_length=96)
    run = models.CharField(max_length=22)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interview", "once"], name="live_run_asked_once"),
        ]

    def __str__(self) -> str:
        return f"run {self.run} of {self.interview_id}"


class Rehearsal(models.Model):
    """An hour that is held alone with a scripted candidate, and how far their script has come."""

    interview = models.OneToOneField(Interview, on_delete=models.PROTECT, related_name="+")
    of = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="+")
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    deeds_done = models.PositiveIntegerField(default=0)
    ready_at = models.DateTimeField()  # when the last deed was done, or the next may be

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of", "started_by"], name="live_rehearsal_once_per_person")
        ]

    def __str__(self) -> str:
        return f"rehearsal {self.interview_id} of {self.of_id}"


class LinkSeen(models.Model):
    """Which issue of the candidate's link was last let in, so that an ended one also ends its connection."""

    interview = models.OneToOneField(Interview, on_delete=models.PROTECT, related_name="+")
    links_epoch = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"link {self.links_epoch} of {self.interview_id}"
