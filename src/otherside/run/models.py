"""Rows of runs: what waits, what is being run, what came of it. The log has what readers see."""

from django.db import models

from otherside.kernel.ids import new_id
from otherside.run.state import State


class Source(models.Model):
    """The text of a file, kept once however often it is run."""

    hash = models.CharField(max_length=64, primary_key=True)  # SHA-256 of the UTF-8 text
    text = models.TextField()

    def __str__(self) -> str:
        return f"source {self.hash[:12]}"


class Run(models.Model):
    """One press of Run. A runner leases it; when the lease is not kept up the run goes to another, once."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    log_id = models.CharField(max_length=22, db_index=True)
    actor = models.PositiveSmallIntegerField()  # member number
    doc = models.CharField(max_length=60)
    language = models.CharField(max_length=20)
    mode = models.CharField(max_length=10)
    entry = models.CharField(max_length=200)
    files = models.JSONField()  # path → hash of a Source; the member's own
    extra_files = models.JSONField()  # the same, laid over them: the problem's harness
    stdin = models.TextField(blank=True)
    tests = models.JSONField()  # as run.tests.Test
    state = models.CharField(
        max_length=8, choices=[(s.value, s.value) for s in State], default=State.QUEUED.value
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    runner = models.CharField(max_length=60, blank=True)  # who holds the lease
    lease_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    outcome = models.JSONField(null=True)
    stop_asked_by = models.PositiveSmallIntegerField(null=True)  # member number

    class Meta:
        indexes = [
            models.Index(fields=["state", "created_at"]),
            models.Index(fields=["state", "lease_until"]),
        ]

    def __str__(self) -> str:
        return f"run {self.id}"


class Runner(models.Model):
    """A runner that has dialled in, and what it said of itself."""

    name = models.CharField(max_length=60, primary_key=True)
    slots = models.PositiveSmallIntegerField()
    promise = models.CharField(max_length=400)
    languages = models.JSONField()  # [{id, name, version, runs, why, note}]
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"runner {self.name}"
