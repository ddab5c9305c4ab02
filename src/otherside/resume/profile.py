"""What a résumé says, each field with the passage that it was read from. Nothing here scores or decides."""

import msgspec

from otherside.resume.document import Passage
from otherside.resume.months import Month, Span


class Field(msgspec.Struct, frozen=True):
    """A value and where it stands. An empty value was not found; `passage` is then None."""

    value: str = ""
    passage: Passage | None = None


class Role(msgspec.Struct, frozen=True):
    """One role.

    `kind`: job, freelance, internship, academic, other-trade; `engineering` says what it counts as.
    """

    title: Field
    company: Field
    place: Field
    dates: Field
    span: Span
    months: int
    kind: str
    engineering: bool
    highlights: tuple[Passage, ...] = ()
    technologies: tuple[str, ...] = ()


class Study(msgspec.Struct, frozen=True):
    institution: str
    degree: str
    start: str
    end: str
    passage: Passage


class Project(msgspec.Struct, frozen=True):
    name: str
    description: str
    url: str
    passage: Passage
    technologies: tuple[str, ...] = ()


class Skill(msgspec.Struct, frozen=True):
    """A technology: months of the roles that name it (overlaps once), and whether only a list does."""

    name: str
    kind: str
    months: int
    recent: bool
    only_listed: bool
    passages: tuple[Passage, ...]


class Reason(msgspec.Struct, frozen=True):
    text: str
    passage: Passage | None = None


class Seniority(msgspec.Struct, frozen=True):
    """`level`: intern, junior, mid, senior or staff (which includes lead and head).

    A proposal, with its reasons.
    """

    level: str
    reasons: tuple[Reason, ...]


class Verbosity(msgspec.Struct, frozen=True):
    """`style`: terse, normal or verbose. Counts, and quotes of what is vague or said twice; no score."""

    style: str
    words: int
    bullets: int
    words_a_bullet: float
    numbers_share: float
    pages: int
    pages_a_year: float
    fillers: tuple[Reason, ...] = ()
    repeats: tuple[Reason, ...] = ()


class Kind(msgspec.Struct, frozen=True):
    """A kind of first question worth asking, and why."""

    kind: str
    why: str
    passages: tuple[Passage, ...] = ()


class Framing(msgspec.Struct, frozen=True):
    """A proposal: the opening sets the level, the interviewer decides.

    `languages`: what the candidate may like to code in; `question_kinds`: kinds of the bank's problems, most
    fitting first.
    """

    difficulty: str
    reasons: tuple[Reason, ...]
    kinds: tuple[Kind, ...]
    languages: tuple[str, ...]
    question_kinds: tuple[str, ...] = ()


class Probe(msgspec.Struct, frozen=True):
    """A claim worth testing: what is claimed, where, and a question. Never gaps, age, family or origin."""

    id: str
    claim: str
    ask: str
    kind: str
    passage: Passage


class Profile(msgspec.Struct, frozen=True):
    as_of: Month
    pages: int
    name: Field
    label: Field
    email: Field
    phone: Field
    place: Field
    urls: tuple[Field, ...]
    summary: Field
    roles: tuple[Role, ...]
    education: tuple[Study, ...]
    technologies: tuple[Skill, ...]
    projects: tuple[Project, ...]
    months_engineering: int
    months_all: int
    current: Role | None
    seniority: Seniority
    verbosity: Verbosity
    framing: Framing
    probes: tuple[Probe, ...]
