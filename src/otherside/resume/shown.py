"""What the page shows of a profile, field by field, each with its passage and its correction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from otherside.resume.corrections import KINDS, Corrected
from otherside.resume.document import Passage
from otherside.resume.months import spoken
from otherside.resume.profile import Profile, Role, Skill
from otherside.resume.seniority import LEVELS


class Wholeness(Protocol):
    """What is needed of access.Whole."""

    @property
    def profile(self) -> Profile | None: ...
    @property
    def corrected(self) -> Sequence[Corrected]: ...


@dataclass(frozen=True, slots=True)
class Shown:
    """One field: its path, what to call it, its value now, where it was read, and what a person said
    instead.
    """

    path: str
    label: str
    value: str
    passage: Passage | None
    correction: Corrected | None
    choices: tuple[str, ...] = ()
    typed: str = ""  # what the field of the form begins with, where that is not the value


@dataclass(frozen=True, slots=True)
class RoleRow:
    role: Role
    number: int
    fields: tuple[Shown, ...]
    length: str
    quote: Passage | None

    @property
    def corrected(self) -> tuple[Corrected, ...]:
        return tuple(field.correction for field in self.fields if field.correction is not None)


def fields_of(whole: Wholeness) -> tuple[Shown, ...]:
    """The fields of the head and the proposals."""
    profile = whole.profile
    if profile is None:
        return ()
    said = {c.field: c for c in whole.corrected}
    shown = [
        Shown(
            path,
            path.capitalize(),
            getattr(profile, path).value,
            getattr(profile, path).passage,
            said.get(path),
        )
        for path in ("name", "email", "phone", "place")
    ]
    months, said_months = profile.months_engineering, said.get("months_engineering")
    shown.append(
        Shown("months_engineering", "Engineering", spoken(months), None, said_months, typed=str(months))
    )
    reason = next((r.passage for r in profile.seniority.reasons if r.passage), None)
    shown.append(
        Shown(
            "seniority.level", "Level", profile.seniority.level, reason, said.get("seniority.level"), LEVELS
        )
    )
    shown.append(
        Shown(
            "framing.difficulty",
            "Difficulty",
            profile.framing.difficulty,
            reason,
            said.get("framing.difficulty"),
        )
    )
    return tuple(shown)


def role_rows(whole: Wholeness) -> tuple[RoleRow, ...]:
    profile = whole.profile
    if profile is None:
        return ()
    said = {c.field: c for c in whole.corrected}
    rows = []
    for number, role in enumerate(profile.roles):
        named = (("title", role.title), ("company", role.company), ("dates", role.dates))
        fields = [
            Shown(
                f"roles.{number}.{name}",
                name.capitalize(),
                field.value,
                field.passage,
                said.get(f"roles.{number}.{name}"),
            )
            for name, field in named
        ]
        path = f"roles.{number}.kind"
        fields.append(Shown(path, "Kind", role.kind, None, said.get(path), KINDS))
        rows.append(RoleRow(role, number, tuple(fields), spoken(role.months), telling(role.highlights)))
    return tuple(rows)


def telling(highlights: Sequence[Passage]) -> Passage | None:
    """The passage that says most in few words: one with a figure, else the first."""
    some = [h for h in highlights if 4 <= len(h.text.split()) <= 30]
    return next((h for h in some if any(c.isdigit() for c in h.text)), some[0] if some else None)


@dataclass(frozen=True, slots=True)
class Known:
    """A technology with its time in words."""

    skill: Skill
    length: str


def known(whole: Wholeness) -> tuple[Known, ...]:
    profile = whole.profile
    if profile is None:
        return ()
    return tuple(Known(skill, spoken(skill.months) if skill.months else "") for skill in profile.technologies)
