"""Rows of openings, their rounds, candidates and applications."""

from django.db import models

from otherside.accounts.models import User
from otherside.hiring.stages import Closing, Stage


class Opening(models.Model):
    """A job to fill. Its level is what every candidate of it is judged by."""

    title = models.CharField(max_length=160)
    team = models.CharField(max_length=120, blank=True)
    level = models.CharField(max_length=32)  # a level id of rubric
    hiring_manager = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recruiter = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    facts = models.TextField(blank=True, help_text="What a candidate may ask: team, stack, on-call, pay band")
    allowed_tools = models.TextField(blank=True)  # one line each; read through hiring.allowed
    is_open = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["is_open", "-created_at", "-id"])]

    def __str__(self) -> str:
        return self.title


class Round(models.Model):
    """One planned interview of an opening; with `application` set, one added for that application alone."""

    opening = models.ForeignKey(Opening, on_delete=models.PROTECT, related_name="+")
    application = models.ForeignKey("Application", null=True, on_delete=models.PROTECT, related_name="+")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=32)  # a round kind of plan: coding, design, project, ...
    minutes = models.PositiveSmallIntegerField(default=60)

    class Meta:
        ordering = ["ordinal", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["opening", "ordinal"],
                condition=models.Q(application__isnull=True),
                name="hiring_round_once_per_ordinal",
            ),
            models.UniqueConstraint(
                fields=["application", "ordinal"],
                condition=models.Q(application__isnull=False),
                name="hiring_added_round_once_per_ordinal",
            ),
        ]

    def __str__(self) -> str:
        return f"round {self.ordinal}: {self.name}"


class Candidate(models.Model):
    """A person who applies. Recognised again by the normalised e-mail address or phone number."""

    name = models.CharField(max_length=160)
    email = models.EmailField(blank=True)
    email_normal = models.CharField(max_length=254, blank=True, db_index=True)
    phone = models.CharField(max_length=40, blank=True)
    phone_normal = models.CharField(max_length=20, blank=True, db_index=True)
    time_zone = models.CharField(max_length=64, default="UTC")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["-created_at", "-id"])]

    def __str__(self) -> str:
        return self.name


class Application(models.Model):
    """A candidate at an opening, moving through its stages."""

    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="+")
    opening = models.ForeignKey(Opening, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(
        max_length=16, choices=[(s.value, s.label) for s in Stage], default=Stage.NEW.value
    )
    stage_since = models.DateTimeField()
    closing = models.CharField(  # why it is closed; empty while it is not
        max_length=16, blank=True, choices=[(c.value, c.label) for c in Closing]
    )
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "opening"], name="hiring_application_once_per_opening"
            )
        ]
        indexes = [
            models.Index(fields=["opening", "stage", "stage_since"]),
            models.Index(fields=["-created_at", "-id"]),
        ]

    def __str__(self) -> str:
        return f"application {self.pk}"
