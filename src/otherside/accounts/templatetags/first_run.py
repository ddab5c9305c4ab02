"""Whether there is anybody yet, for the page that everybody meets first."""

from django import template

from otherside.accounts.actions import needs_first_administrator

register = template.Library()


@register.simple_tag
def nobody_yet() -> bool:
    """Whether nobody has set up this installation. Says nothing of the token that does it."""
    return needs_first_administrator()
