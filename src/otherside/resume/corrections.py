"""Corrections by hand over a profile: which fields can be corrected, and the profile with them applied."""

# ruff: noqa: RUF001 - dashes, quotes and bullets as people write them

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from otherside.kernel.errors import Invalid
from otherside.resume.months import Month, Span, spoken, union_months
from otherside.resume.profile import Field, Profile, Role
from otherside.resume.seniority import LEVELS

PLAIN = ("name", "label", "email", "phone", "place")
KINDS = ("job", "freelance", "internship", "academic", "other-trade")
ROLE_PATH = re.compile(r"roles\.(\d{1,2})\.(title|company|dates|kind)")
DATES = re.compile(r"(\d{4}(?:-\d{2})?)(?:\s*[–-]\s*(\d{4}(?:-\d{2})?|now))?")


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as the page shows it: what was read, what is said instead, by whom."""

    field: str
    value: str
    read: str
    by: str


def checked(profile: Profile, field: str, value: str) -> str:
    """The value as it is kept.

    Raises Invalid for a field that cannot be corrected or a value it cannot take.
    """
    read_value(profile, field)
    words = " ".join(value.split())
    if field == "months_engineering" and not re.fullmatch(r"\d{1,3}", words):
        raise Invalid(f"Months in engineering are a whole number such as 76, not {words!r}.")
    if field == "seniority.level" and words not in LEVELS:
        raise Invalid(f"A level is one of {', '.join(LEVELS)}, not {words!r}.")
    if field.endswith(".kind") and words not in KINDS:
        raise Invalid(f"A kind is one of {', '.join(KINDS)}, not {words!r}.")
    if field.endswith(".dates") and span_of(words) is None:
        raise Invalid(f"Dates are written 2019-04 – 2021-08, 2019 – 2021 or 2021-09 – now, not {words!r}.")
    return words


def read_value(profile: Profile, field: str) -> str:
    """What was read for `field`. Raises Invalid where there is no such field."""
    if field in PLAIN:
        found: Field = getattr(profile, field)
        return found.value
    if field == "framing.difficulty":
        return profile.framing.difficulty
    if field == "seniority.level":
        return profile.seniority.level
    if field == "months_engineering":
        return str(profile.months_engineering)
    path = ROLE_PATH.fullmatch(field)
    if path is not None and int(path.group(1)) < len(profile.roles):
        value = getattr(profile.roles[int(path.group(1))], path.group(2))
        return value.value if isinstance(value, Field) else str(value)
    raise Invalid(f"There is no field {field!r} to correct in this résumé.")


def span_of(text: str) -> Span | None:
    found = DATES.fullmatch(text)
    if found is None:
        return None
    start, end = _month(found.group(1)), found.group(2)
    if end is None or end == "now":
        return Span(start, start if end is None else None, ongoing=end == "now")
    last = _month(end)
    return Span(start, last) if (last.year, last.month or 12) >= (start.year, start.month) else None


def _month(text: str) -> Month:
    year, _, month = text.partition("-")
    return Month(int(year), min(int(month or 0), 12))


def with_corrections(profile: Profile, values: Mapping[str, str]) -> Profile:
    """The profile as people say it is.

    Months follow from corrected roles, unless they are corrected themselves.
    """
    if not values:
        return profile
    changes: dict[str, object] = {
        field: Field(values[field], getattr(profile, field).passage) for field in PLAIN if field in values
    }
    roles = tuple(_role(role, number, values, profile.as_of) for number, role in enumerate(profile.roles))
    current = profile.current
    if roles != profile.roles:
        changes["roles"] = roles
        changes["months_engineering"] = union_months((r.span for r in roles if r.engineering), profile.as_of)
        changes["months_all"] = union_months((r.span for r in roles), profile.as_of)
        if current is not None and current in profile.roles:
            changed = roles[profile.roles.index(current)]
            changes["current"] = changed if changed.span.ongoing else None
    if "months_engineering" in values:
        changes["months_engineering"] = int(values["months_engineering"])
    if "framing.difficulty" in values:
        changes["framing"] = msgspec.structs.replace(profile.framing, difficulty=values["framing.difficulty"])
    if "seniority.level" in values:
        changes["seniority"] = msgspec.structs.replace(profile.seniority, level=values["seniority.level"])
    return msgspec.structs.replace(profile, **changes)


def _role(role: Role, number: int, values: Mapping[str, str], as_of: Month) -> Role:
    changes: dict[str, object] = {}
    for name in ("title", "company", "dates"):
        value = values.get(f"roles.{number}.{name}")
        if value is not None:
            changes[name] = Field(value, getattr(role, name).passage)
    span = span_of(values.get(f"roles.{number}.dates", ""))
    if span is not None:
        changes |= {"span": span, "months": span.months(as_of)}
    kind = values.get(f"roles.{number}.kind")
    if kind is not None:
        changes |= {"kind": kind, "engineering": kind in {"job", "freelance", "internship"}}
    return msgspec.structs.replace(role, **changes) if changes else role


def latest(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Field → its last correction; an empty value takes the correction back."""
    found: dict[str, str] = {}
    for field, value in rows:
        found.pop(field, None)
        if value:
            found[field] = value
    return found


def in_words(field: str, value: str) -> str:
    return spoken(int(value)) if field == "months_engineering" and value.isdecimal() else value
