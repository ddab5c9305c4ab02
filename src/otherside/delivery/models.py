"""The outbox: effects as rows of the transaction that wanted them."""

from django.db import models


class Message(models.Model):
    """One e-mail, waiting, sent or given up. Without SMTP it stays here and is shown instead.

    Once it is sent its body goes: it may hold a link that lets its reader in.
    """

    to_email = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    calendar = models.BinaryField(null=True)
    calendar_method = models.CharField(max_length=10, blank=True)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, db_index=True)  # null: nothing more to do
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"message {self.pk}"


class LogEntry(models.Model):
    """An entry for an interview's log that belongs to a transaction of rows; appended once by its name."""

    log_id = models.CharField(max_length=22)
    once = models.CharField(max_length=120)
    actor = models.PositiveSmallIntegerField()
    track = models.CharField(max_length=64)
    kind = models.CharField(max_length=64)
    version = models.PositiveSmallIntegerField()
    body = models.BinaryField()
    created_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log_id", "once"], name="delivery_log_entry_once")]

    def __str__(self) -> str:
        return f"log entry {self.once}"
