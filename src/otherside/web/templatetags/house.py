"""Tags that every page may use: times in the reader's zone, durations, form fields with their errors."""

from datetime import datetime

from django import template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from otherside.kernel.timecode import time_code

register = template.Library()


@register.filter
def at(moment: datetime | None, show: str = "full") -> SafeString | str:
    """A `<time>` that the browser rewrites in the reader's zone. `show`: full, hour, day."""
    if moment is None:
        return ""
    form = {"hour": "%H:%M", "day": "%d %b %Y"}.get(show, "%d %b %Y, %H:%M")
    return format_html(
        '<time datetime="{}" data-show="{}">{} UTC</time>', moment.isoformat(), show, moment.strftime(form)
    )


@register.filter
def hour_code(at_ms: int, begun_ms: int) -> str:
    """A moment of the log by the hour's clock."""
    return time_code(at_ms - begun_ms)


@register.filter
def named(names: list[str]) -> str:
    """Names as a sentence has them: Alice, Bob and Mei."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


@register.inclusion_tag("web/field.html")
def field(bound: BoundField) -> dict[str, object]:
    """One labelled form field with its help and its error beside it."""
    described = [f"{bound.id_for_label}-help"] if bound.help_text else []
    if bound.errors:
        described.append(f"{bound.id_for_label}-wrong")
    attributes: dict[str, str | bool] = {"aria-describedby": " ".join(described)} if described else {}
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return {"field": bound, "widget": bound.as_widget(attrs=attributes)}
