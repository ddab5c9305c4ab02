"""Who reads the outbox: administrators; in the demo everybody who signed in, for there it goes nowhere."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.paginator import Page, Paginator

from otherside.delivery.models import Message
from otherside.kernel.errors import NotFound

PAGE_SIZE = 50
Reader = AbstractBaseUser | AnonymousUser


def may_read_mail(user: Reader) -> bool:
    return bool(getattr(user, "is_administrator", False)) or settings.CONFIGURATION.demo


def bodies_shown() -> bool:
    """Only where mail is kept instead of sent: bodies carry links that are secrets of their readers."""
    return settings.CONFIGURATION.smtp_url is None


def mail_page(user: Reader, number: str) -> Page[Message]:
    """One page of mail, newest first. Raises NotFound for those who may not read it."""
    if not may_read_mail(user):
        raise NotFound("There is no such page, or it is not for you.")
    rows = Message.objects.defer("calendar")
    return Paginator(rows, PAGE_SIZE).get_page(number)


def access_message(message_id: int, user: Reader) -> Message:
    """One mail with its body. Raises NotFound for strangers, and where mail is really sent."""
    if not may_read_mail(user) or not bodies_shown():
        raise NotFound("There is no such mail, or it is not for you.")
    row = Message.objects.filter(pk=message_id).first()
    if row is None:
        raise NotFound("There is no such mail, or it is not for you.")
    return row
