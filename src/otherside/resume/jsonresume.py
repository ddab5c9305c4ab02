"""JSON Resume in and out: its own keys (schema 1.x), and beside them what Otherside adds under
`otherside`.
"""

# ruff: noqa: RUF001 - dashes, quotes and bullets as people write them

import re
from collections.abc import Mapping, Sequence

import msgspec

from otherside.resume.build import assembled, current_of
from otherside.resume.contact import URL
from otherside.resume.document import Document, Line, Passage, passage_of
from otherside.resume.headings import OTHER, PROJECTS, SKILLS, WORK
from otherside.resume.kinds import kind_of
from otherside.resume.limits import ROLES_MAX
from otherside.resume.months import Month, Span
from otherside.resume.passages import said_once
from otherside.resume.profile import Field, Profile, Project, Role, Study
from otherside.resume.sections import Section
from otherside.resume.skills import names_in, skills_of
from otherside.resume.technologies import Catalogue

__all__ = ["as_json", "current_of", "profile_of_json"]

Json = Mapping[str, object]
FIELDS = ("name", "label", "email", "phone", "place", "summary")


class _Lines:
    """Finds the line of a text again, so that a field of the JSON has its passage."""

    def __init__(self, document: Document) -> None:
        self.by_text: dict[str, Line] = {}
        for line in document.lines:
            self.by_text.setdefault(line.words, line)

    def field(self, value: object) -> Field:
        text = " ".join(value.split()) if isinstance(value, str) else ""
        return Field(text, self.passage(text)) if text else Field()

    def passage(self, text: str) -> Passage:
        line = self.by_text.get(text)
        return passage_of(line) if line is not None else Passage(1, 1, text)


def profile_of_json(document: Document, catalogue: Catalogue, as_of: Month) -> Profile:
    """The profile of a JSON Resume. What has another type than the schema says is read as absent."""
    found, lines = document.structured or {}, _Lines(document)
    basics = found.get("basics")
    basics = basics if isinstance(basics, dict) else {}
    location = basics.get("location")
    city = location.get("city") if isinstance(location, dict) else ""
    facts = {key: lines.field(basics.get(key)) for key in ("name", "label", "email", "phone", "summary")}
    facts["place"] = lines.field(city)
    links = [basics.get("url"), *(item.get("url") for item in _items(basics, "profiles"))]
    urls = tuple(field for field in map(lines.field, links) if field.value)
    roles = tuple(
        role
        for item in [*_items(found, "work"), *_items(found, "volunteer")[:0]][: int(ROLES_MAX)]
        if (role := _role(item, lines, catalogue, as_of))
    )
    prose = [lines.passage(text) for item in _items(found, "work") if (text := _text(item, "summary"))]
    skills = skills_of(_sections(found), roles, catalogue, as_of)
    extra: dict[str, tuple[object, ...]] = {
        "education": tuple(_study(item, lines) for item in _items(found, "education")),
        "projects": tuple(
            _project(item, lines, catalogue) for item in _items(found, "projects") if _text(item, "name")
        ),
    }
    return assembled(document, facts, urls, roles, skills, prose, as_of=as_of, extra=extra)


def _items(found: Json, key: str) -> list[Json]:
    value = found.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _text(item: Json, *keys: str) -> str:
    for key in keys:
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return ""


def _texts(item: Json, key: str) -> list[str]:
    value = item.get(key)
    return (
        [" ".join(text.split()) for text in value if isinstance(text, str)] if isinstance(value, list) else []
    )


def _month(text: str) -> Month | None:
    found = re.match(r"(\d{4})(?:-(\d{1,2}))?", text)
    if found is None or not 1900 < int(found.group(1)) < 2100:
        return None
    month = int(found.group(2) or 0)
    return Month(int(found.group(1)), month if month <= 12 else 0)


def _role(item: Json, lines: _Lines, catalogue: Catalogue, as_of: Month) -> Role | None:
    start = _month(_text(item, "startDate"))
    if start is None:
        return None
    end = _month(_text(item, "endDate"))
    span = Span(start, end, ongoing=end is None)
    title, company = lines.field(_text(item, "position")), lines.field(_text(item, "name", "company"))
    texts = [text for text in [_text(item, "summary"), *_texts(item, "highlights")] if text]
    names = names_in([title.value, *texts], catalogue)
    kind, engineering = kind_of(title.value, company.value, "work", len(names))
    dates = f"{start} – {end if end is not None else 'now'}"
    return Role(
        title=title, company=company, place=lines.field(_text(item, "location")),
        dates=Field(dates, lines.passage(_text(item, "startDate"))), span=span, months=span.months(as_of),
        kind=kind, engineering=engineering, technologies=names,
        highlights=tuple(lines.passage(text) for text in texts),
    )  # fmt: skip


def _study(item: Json, lines: _Lines) -> Study:
    degree = " ".join(filter(None, (_text(item, "studyType"), _text(item, "area"))))
    school = _text(item, "institution")
    return Study(school, degree, _text(item, "startDate"), _text(item, "endDate"), lines.passage(school))


def _project(item: Json, lines: _Lines, catalogue: Catalogue) -> Project:
    texts = [_text(item, "description"), *_texts(item, "highlights")]
    names = tuple(
        dict.fromkeys(
            [*names_in(texts, catalogue), *names_in([", ".join(_texts(item, "keywords"))], catalogue)]
        )
    )
    return Project(
        _text(item, "name"),
        " ".join(texts)[:600],
        _text(item, "url"),
        lines.passage(_text(item, "name")),
        names,
    )


def _sections(found: Json) -> list[Section]:
    """The texts of the JSON as sections, so that technologies are found by the same rules."""
    count = 0

    def lines(texts: Sequence[str]) -> tuple[Line, ...]:
        nonlocal count
        made = []
        for text in texts:
            count += 1
            made.append(Line(1, count, text))
        return tuple(made)

    skills = [
        f"{_text(item, 'name')}: {', '.join(_texts(item, 'keywords'))}".rstrip(": ")
        for item in _items(found, "skills")
    ]
    work = [
        text for item in _items(found, "work")
        for text in [_text(item, "position"), _text(item, "summary"), *_texts(item, "highlights")] if text
    ]  # fmt: skip
    projects = [
        text for item in _items(found, "projects")
        for text in [
            _text(item, "description"), ", ".join(_texts(item, "keywords")), *_texts(item, "highlights")
        ]
        if text
    ]  # fmt: skip
    basics = found.get("basics")
    summary = [_text(basics, "summary")] if isinstance(basics, dict) else []
    certificates = [_text(item, "name") for item in _items(found, "certificates")]
    made = [Section(SKILLS, "Skills", lines(skills)), Section(WORK, "Work", lines(work))]
    return [
        *made,
        Section(PROJECTS, "Projects", lines(projects)),
        Section(OTHER, "", lines([*summary, *certificates])),
    ]


def as_json(profile: Profile) -> dict[str, object]:
    """JSON Resume's keys, and `otherside` beside them.

    No picture, birthday, nationality: they are never read.
    """
    return {
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        "basics": _basics(profile),
        "work": [_work(role) for role in profile.roles],
        "education": [
            _filled({"institution": s.institution, "area": s.degree, "startDate": s.start, "endDate": s.end})
            for s in profile.education
        ],
        "skills": _skills(profile),
        "projects": [
            _filled(
                {"name": p.name, "description": p.description, "url": p.url, "keywords": list(p.technologies)}
            )
            for p in profile.projects
        ],
        "otherside": otherside_part(profile),
    }


def _filled(item: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in item.items() if value not in ("", [], None)}


def _basics(profile: Profile) -> dict[str, object]:
    links = [field.value for field in profile.urls]
    networks = [
        {"network": "GitHub" if "github" in link.lower() else "LinkedIn", "url": link}
        for link in links
        if re.search(r"github\.|linkedin\.", link, re.IGNORECASE)
    ]
    own = next(
        (
            link
            for link in links
            if URL.match(link) and not re.search(r"github\.|linkedin\.", link, re.IGNORECASE)
        ),
        "",
    )
    return _filled({
        "name": profile.name.value, "label": profile.label.value, "email": profile.email.value,
        "phone": profile.phone.value, "url": own, "summary": profile.summary.value,
        "location": {"city": profile.place.value} if profile.place.value else None,
        "profiles": networks,
    })  # fmt: skip


def _work(role: Role) -> dict[str, object]:
    made = {
        "name": role.company.value, "position": role.title.value, "location": role.place.value,
        "startDate": str(role.span.start), "highlights": [highlight.text for highlight in role.highlights],
    }  # fmt: skip
    if not role.span.ongoing and role.span.end is not None:
        made["endDate"] = str(role.span.end)
    return _filled(made)


def _skills(profile: Profile) -> list[dict[str, object]]:
    groups: dict[str, list[str]] = {}
    for skill in profile.technologies:
        groups.setdefault(skill.kind, []).append(skill.name)
    return [{"name": kind, "keywords": names} for kind, names in groups.items()]


def otherside_part(profile: Profile) -> dict[str, object]:
    """What Otherside adds. Fields name their passages ("1:7": page 1, line 7); `passages` has each once."""
    current = profile.current
    roles = [
        {**_built(role), "startDate": str(role.span.start), "endDate": _end(role)} for role in profile.roles
    ]
    for role in roles:
        role.pop("span", None)
    told, passages = said_once({
        "as_of": str(profile.as_of),
        "pages": profile.pages,
        "months_engineering": profile.months_engineering,
        "months_all": profile.months_all,
        "current": None if current is None else {
            "title": current.title.value, "company": current.company.value, "since": str(current.span.start),
            "kind": current.kind,
            "passages": [
                _built(field.passage)
                for field in (current.title, current.company, current.dates)
                if field.passage
            ],
        },
        "technologies": [_built(skill) for skill in profile.technologies],
        "seniority": _built(profile.seniority),
        "verbosity": _built(profile.verbosity),
        "framing": _built(profile.framing),
        "probes": [_built(probe) for probe in profile.probes],
        "roles": roles,
        "fields": {key: _built(getattr(profile, key)) for key in FIELDS},
    })  # fmt: skip
    return {**told, "passages": passages}


def _end(role: Role) -> str | None:
    return None if role.span.ongoing or role.span.end is None else str(role.span.end)


def _built(value: object) -> dict[str, object]:
    made = msgspec.to_builtins(value)
    assert isinstance(made, dict)
    return made
