"""Rows of documents handed in, what was read from them, corrections and probes.

Files lie beside the database.
"""

from django.db import models

from otherside.accounts.models import User
from otherside.hiring.models import Application
from otherside.interview.models import Interview
from otherside.kernel.ids import new_id
from otherside.resume.state import State


class Resume(models.Model):
    """One document of an application; the latest one counts.

    `profile` is what the worker read, never changed.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=160)  # as the sender called it; shown and sent, never a path
    stored_as = models.CharField(max_length=22, unique=True, default=new_id)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveIntegerField()
    format = models.CharField(max_length=8, blank=True)
    pages = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(
        max_length=8, choices=[(s.value, s.label) for s in State], default=State.QUEUED.value, db_index=True
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    code = models.CharField(max_length=40, blank=True)
    message = models.TextField(blank=True)
    profile = models.JSONField(null=True)
    lines = models.JSONField(null=True)  # [page, line, text]: the document as text
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["application", "-id"])]

    def __str__(self) -> str:
        return f"résumé {self.pk}"


class Picture(models.Model):
    """One page of a PDF that somebody asked to see, drawn by the worker, kept for a while."""

    resume = models.ForeignKey(Resume, on_delete=models.PROTECT, related_name="+")
    page = models.PositiveSmallIntegerField()
    state = models.CharField(
        max_length=8, choices=[(s.value, s.label) for s in State], default=State.QUEUED.value, db_index=True
    )
    stored_as = models.CharField(max_length=22, unique=True, default=new_id)
    sha256 = models.CharField(max_length=64, blank=True)
    message = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["resume", "page"], name="resume_picture_once")]

    def __str__(self) -> str:
        return f"page {self.page} of résumé {self.resume_id}"


class Correction(models.Model):
    """What a person says a field should be. The read value stays beside it; the latest correction counts."""

    resume = models.ForeignKey(Resume, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=40)  # a path of corrections.CORRECTABLE, as in roles.0.title
    value = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"correction of {self.field}"


class Probe(models.Model):
    """A claim to test in the application's interviews: proposed from the document, or written by hand."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=22)  # the rules' id, or a new one; names the probe in logs
    claim = models.CharField(max_length=240)
    ask = models.CharField(max_length=400)
    page = models.PositiveSmallIntegerField(default=0)
    line = models.PositiveSmallIntegerField(default=0)
    passage = models.TextField(blank=True)
    is_dropped = models.BooleanField(default=False)
    changed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["application", "key"], name="resume_probe_once")]

    def __str__(self) -> str:
        return f"probe {self.key}"


class Asked(models.Model):
    """What somebody marked of a probe in an hour; written when their card goes in, from their own marks."""

    probe = models.ForeignKey(Probe, on_delete=models.PROTECT, related_name="+")
    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12)  # asked, supported, unsupported, unreached
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["probe", "interview", "by"], name="resume_asked_once")]

    def __str__(self) -> str:
        return f"probe {self.probe_id} in interview {self.interview_id}"
