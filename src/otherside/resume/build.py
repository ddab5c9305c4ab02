"""A document and the technology list become a profile. Pure: the present comes in as `as_of`."""

# ruff: noqa: RUF001 - dashes, quotes and bullets as people write them

from collections.abc import Sequence

from otherside.resume import contact
from otherside.resume.claims import probes_of
from otherside.resume.document import Document, Passage, passage_of
from otherside.resume.framing import framing_of
from otherside.resume.headings import CONTACT, OTHER, PROJECTS, SKILLS, SUMMARY, WORK, section_named
from otherside.resume.kinds import kind_of
from otherside.resume.limits import ROLES_MAX
from otherside.resume.months import Month, union_months
from otherside.resume.profile import Field, Profile, Role, Skill
from otherside.resume.roles import RawRole, roles_of
from otherside.resume.sections import Section, split
from otherside.resume.seniority import seniority_of
from otherside.resume.skills import names_in, skills_of
from otherside.resume.studies import studies_of
from otherside.resume.technologies import Catalogue
from otherside.resume.undertakings import projects_of
from otherside.resume.verbosity import verbosity_of


def read_profile(document: Document, catalogue: Catalogue, as_of: Month) -> Profile:
    """What `document` says, as of the month `as_of`."""
    if document.structured is not None:
        from otherside.resume.jsonresume import profile_of_json

        return profile_of_json(document, catalogue, as_of)
    sections = split([line for line in document.lines if not contact.is_private(line)])
    roles = _roles(sections, catalogue, as_of)
    head = contact.head_lines(sections)
    every = [line for section in sections for line in section.lines]
    email = contact.email_of([*head, *every])
    facts = {
        "name": contact.name_of(sections, email.value),
        "label": contact.label_of(sections),
        "email": email,
        "phone": contact.phone_of([*head, *every]),
        "place": contact.place_of(head),
        "summary": contact.summary_of(sections),
    }
    prose = [
        passage_of(line)
        for section in sections
        if section.name in {SUMMARY, PROJECTS, OTHER}
        for line in section.lines
    ]
    return completed(
        document, facts, contact.urls_of(head), sections, roles, prose, catalogue=catalogue, as_of=as_of
    )


def completed(
    document: Document,
    facts: dict[str, Field],
    urls: tuple[Field, ...],
    sections: Sequence[Section],
    roles: tuple[Role, ...],
    prose: Sequence[Passage],
    *,
    catalogue: Catalogue,
    as_of: Month,
) -> Profile:
    """The figures and proposals that follow from roles and sections."""
    skills = skills_of(sections, roles, catalogue, as_of)
    projects = projects_of(sections, catalogue)
    return assembled(
        document, facts, urls, roles, skills, prose, as_of=as_of,
        extra={"education": studies_of(sections), "projects": projects},
    )  # fmt: skip


def assembled(
    document: Document,
    facts: dict[str, Field],
    urls: tuple[Field, ...],
    roles: tuple[Role, ...],
    skills: tuple[Skill, ...],
    prose: Sequence[Passage],
    *,
    as_of: Month,
    extra: dict[str, tuple[object, ...]],
) -> Profile:
    engineering = union_months([role.span for role in roles if role.engineering], as_of)
    everything = union_months([role.span for role in roles], as_of)
    current = current_of(roles, as_of)
    seniority = seniority_of(roles, engineering, current, as_of)
    words = sum(len(line.text.split()) for line in document.lines)
    bullets = [highlight for role in roles for highlight in role.highlights]
    return Profile(
        as_of=as_of, pages=document.pages, urls=urls, roles=roles, technologies=skills,
        months_engineering=engineering, months_all=everything, current=current, seniority=seniority,
        verbosity=verbosity_of(roles, [*prose, *bullets], document.pages, everything, words),
        framing=framing_of(seniority, skills, roles, as_of),
        probes=probes_of(_newest_first(roles, as_of), extra["projects"], skills),  # type: ignore[arg-type]
        **facts, **extra,  # type: ignore[arg-type]
    )  # fmt: skip


def _newest_first(roles: Sequence[Role], as_of: Month) -> list[Role]:
    return sorted(roles, key=lambda role: role.span.bounds(as_of)[::-1], reverse=True)


def current_of(roles: Sequence[Role], as_of: Month) -> Role | None:
    """The role that goes on: an engineering job before others, the latest begun before earlier ones."""
    going_on = [role for role in roles if role.span.ongoing or role.span.bounds(as_of)[1] > as_of.index(12)]
    return max(
        going_on, key=lambda role: (role.span.ongoing, role.engineering, role.span.start), default=None
    )


def _roles(sections: Sequence[Section], catalogue: Catalogue, as_of: Month) -> tuple[Role, ...]:
    found = roles_of([section for section in sections if section.name == WORK])
    # Under a heading that nobody knows, roles may follow what stood before: only the certain ones are taken.
    rest = [
        section
        for section in sections
        if section.name in {CONTACT, SUMMARY, SKILLS}
        or (section.name == OTHER and section_named(section.heading) is None)
    ]
    sure = [
        role
        for role in roles_of(rest)
        if not role.dates.single and role.header.title is not None and role.header.title.title == 2
    ]
    found += tuple(role for role in sure if not found or role.header.company is not None)
    made = [_role(raw, catalogue, as_of) for raw in found[: int(ROLES_MAX)]]
    return tuple(role for role in made if role.span.start <= as_of or role.span.start.year == as_of.year)


def _role(raw: RawRole, catalogue: Catalogue, as_of: Month) -> Role:
    header = raw.header
    title, company, place = (
        Field(part.text, passage_of(part.line)) if part is not None else Field()
        for part in (header.title, header.company, header.place)
    )
    texts = [block.words for block in raw.body]
    names = names_in([title.value, *texts], catalogue)
    kind, engineering = kind_of(title.value, company.value, raw.section, len(names))
    highlights = tuple(Passage(block.first.page, block.first.number, block.words) for block in raw.body)
    return Role(
        title=title, company=company, place=place,
        dates=Field(_spoken(raw), passage_of(raw.dated)),
        span=raw.span, months=raw.span.months(as_of), kind=kind, engineering=engineering,
        highlights=highlights, technologies=names,
    )  # fmt: skip


def _spoken(raw: RawRole) -> str:
    span = raw.span
    if span.ongoing:
        return f"{span.start} – now"
    return str(span.start) if span.end == span.start or span.end is None else f"{span.start} – {span.end}"
