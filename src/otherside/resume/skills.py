"""Technologies over the whole document: where each is named, and the months of the roles that name it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from otherside.resume.contact import is_private
from otherside.resume.document import Line, Passage, passage_of
from otherside.resume.headings import CONTACT, SKILLS
from otherside.resume.months import Month, Span, union_months
from otherside.resume.profile import Role, Skill
from otherside.resume.sections import Section
from otherside.resume.technologies import Catalogue

PASSAGES_MAX = 4
RECENT_MONTHS = 60


@dataclass
class _Seen:
    kind: str
    passages: list[Passage] = field(default_factory=list)
    outside_lists: bool = False


def skills_of(
    sections: Sequence[Section], roles: Sequence[Role], catalogue: Catalogue, as_of: Month
) -> tuple[Skill, ...]:
    """Every technology, longest used first. Companies' names and addresses are not searched."""
    companies = {
        (role.company.passage.page, role.company.passage.line): role.company.value
        for role in roles
        if role.company.passage
    }
    seen: dict[str, _Seen] = {}
    for section in sections:
        for line in section.lines:
            if section.name == CONTACT and (is_private(line) or "@" in line.text):
                continue
            listed = (
                section.name == SKILLS
                or (":" in line.text[:30] and line.text.count(",") >= 1)
                or line.text.count(",") >= 4
            )
            text = _without(line, companies)
            for found in catalogue.find(text, listed=listed):
                entry = seen.setdefault(found.name, _Seen(found.kind))
                entry.outside_lists = entry.outside_lists or section.name != SKILLS
                if passage_of(line) not in entry.passages:
                    entry.passages.append(passage_of(line))
    made = [_skill(name, entry, roles, as_of) for name, entry in seen.items()]
    return tuple(sorted(made, key=lambda skill: (-skill.months, not skill.recent, skill.only_listed)))


def _without(line: Line, companies: dict[tuple[int, int], str]) -> str:
    company = companies.get((line.page, line.number))
    return line.text.replace(company, " ") if company else line.text


def _skill(name: str, entry: _Seen, roles: Sequence[Role], as_of: Month) -> Skill:
    using = [role.span for role in roles if name in role.technologies]
    recent = any(_is_recent(span, as_of) for span in using)
    return Skill(
        name,
        entry.kind,
        union_months(using, as_of),
        recent,
        not entry.outside_lists,
        tuple(entry.passages[:PASSAGES_MAX]),
    )


def _is_recent(span: Span, as_of: Month) -> bool:
    return span.bounds(as_of)[1] > as_of.index(12) + 1 - RECENT_MONTHS


def names_in(texts: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in texts:
        listed = ":" in text[:30] and "," in text
        for hit in catalogue.find(text, listed=listed):
            found.setdefault(hit.name)
    return tuple(found)
