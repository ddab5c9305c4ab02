"""What the worker does for bans: looks through new applications."""

from otherside.integrity.actions import screen_applications
from otherside.kernel.clock import utc_now


def screen() -> int:
    """Returns how many likenesses it found."""
    return screen_applications(utc_now())
