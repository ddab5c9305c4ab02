"""Django's mail (allauth's included) goes through the outbox like everybody's."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from otherside.delivery.actions import enqueue_mail
from otherside.kernel.clock import utc_now


class OutboxBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        sent = 0
        for message in email_messages:
            for to in message.recipients():
                enqueue_mail(to=to, subject=str(message.subject), body=str(message.body), at=utc_now())
                sent += 1
        return sent
