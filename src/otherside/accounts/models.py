"""Rows of people who sign in, of invitations to them, and of the audit trail."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models

from otherside.accounts.roles import Role


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)

    def create_user(self, email: str, name: str, password: str | None = None, **fields: object) -> "User":
        """A new row; who may ask for one is `actions`' business. No password: the person sets one by link."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody of the company. Signs in with an e-mail address; holds any of the four roles."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_interviewer = models.BooleanField(default=False)
    is_recruiter = models.BooleanField(default=False)
    is_hiring_manager = models.BooleanField(default=False)
    is_administrator = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    time_zone = models.CharField(
        max_length=64, default="UTC", help_text="IANA name, for mail; pages use the browser's"
    )
    joined_at = models.DateTimeField(auto_now_add=True)
    # When a session of theirs last ended, or a role was taken away: what was opened before asks again.
    signed_out_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.name.split()[:2]).upper()

    @property
    def roles(self) -> frozenset[Role]:
        held = {
            Role.INTERVIEWER: self.is_interviewer,
            Role.RECRUITER: self.is_recruiter,
            Role.HIRING_MANAGER: self.is_hiring_manager,
            Role.ADMINISTRATOR: self.is_administrator,
        }
        return frozenset(role for role, yes in held.items() if yes)

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split(" ")[0]


class Invitation(models.Model):
    """Somebody asked to join, by mail. The link carries a token of which only the hash is kept."""

    email = models.EmailField()
    name = models.CharField(max_length=120, blank=True)
    roles = models.JSONField(default=list)  # role values
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")  # who came of it

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["email"],
                condition=models.Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="accounts_one_open_invitation_per_email",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class Installation(models.Model):
    """One row, made with the first administrator: the key that two browsers at the first-run page race
    for.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    set_up_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="accounts_one_installation")]

    def __str__(self) -> str:
        return f"set up {self.set_up_at:%Y-%m-%d}"


class AuditEntry(models.Model):
    """Who did what to which noun, and when. Written by actions, never changed, never deleted."""

    at = models.DateTimeField()
    actor = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=64)  # noun.verb: "opening.created"
    noun = models.CharField(max_length=32)
    noun_id = models.CharField(max_length=64)
    detail = models.JSONField(default=dict)  # ids and values, never names, code or transcripts

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["noun", "noun_id", "-at"]),
            models.Index(fields=["actor", "-at"]),
            models.Index(fields=["-at", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.noun} {self.noun_id}"
