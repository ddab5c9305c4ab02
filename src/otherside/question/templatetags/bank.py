"""Small words for the bank's templates."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def named(key: str, names: Mapping[str, str]) -> str:
    """The name of a key, or the key itself where it has none."""
    return names.get(key, key)
