"""A proposal of how senior somebody is: from the title of the current or last role and the months in
engineering.
"""

# ruff: noqa: E501 - lists of words, kept together as they are read

import re
from collections.abc import Sequence

from otherside.resume.months import Month, spoken, union_months
from otherside.resume.profile import Reason, Role, Seniority

LEVELS = ("intern", "junior", "mid", "senior", "staff")
STAFF = re.compile(
    r"(?<!\w)(?:staff|principal|distinguished|head of|head|director|vp|vice president|cto|chief|engineering manager|(?:tech(?:nical)?|team|lead|engineering|development|backend|software|platform) lead|lead|lead\w* (?:software|backend|engineer|developer|architect|data|platform|devops)|\w*leiter\w*|leitung|leitende\w*|directeur|directrice|director\w*|responsable technique|jef[ea] de|líder|development manager|it manager|manager)(?!\w)",
    re.IGNORECASE,
)
SENIOR = re.compile(
    r"(?<!\w)(?:senior|sr\.?|snr|sen\.|architect|\w*architekt\w*|architecte|arquitect\w+|expert|experte|expérimentée?|confirmé|sénior|iii|l5|starszy|lead)(?!\w)",
    re.IGNORECASE,
)
JUNIOR = re.compile(
    r"(?<!\w)(?:junior|jr\.?|graduate|entry[- ]level|associate (?:software|developer|engineer)|trainee|nachwuchs\w*|débutante?|júnior|fresher)(?!\w)",
    re.IGNORECASE,
)
YEAR = 12


def seniority_of(roles: Sequence[Role], months: int, current: Role | None, as_of: Month) -> Seniority:
    """The level and why. `months` are those in engineering."""
    own = [role for role in roles if role.engineering and role.kind != "internship"]
    latest = _latest(own, current, as_of)
    worked = union_months([role.span for role in own], as_of)
    years = Reason(f"{spoken(months)} in engineering, overlaps counted once")
    if latest is None:
        only = next((role for role in roles if role.kind == "internship"), None)
        passage = only.title.passage if only is not None else None
        return Seniority(
            "intern" if months < YEAR or only is not None else "junior",
            (Reason("no role in engineering after internships and studies", passage), years),
        )
    title = latest.title.value
    named = Reason(
        f"{'is' if latest.span.ongoing else 'was last'} {title or 'engineer'}",
        latest.title.passage or latest.dates.passage,
    )
    return Seniority(_level(title, worked), (named, years))


def _latest(own: Sequence[Role], current: Role | None, as_of: Month) -> Role | None:
    if current is not None and current in own:
        return current
    return max(own, key=lambda role: (role.span.bounds(as_of)[1], role.span.bounds(as_of)[0]), default=None)


def _level(title: str, months: int) -> str:
    if STAFF.search(title) and not re.search(r"(?<!\w)member of technical staff", title, re.IGNORECASE):
        return "staff" if months >= 5 * YEAR else "senior" if months >= 3 * YEAR else "mid"
    if SENIOR.search(title):
        return "senior" if months >= 3 * YEAR else "mid"
    if JUNIOR.search(title):
        return "junior" if months < 4 * YEAR else "mid"
    if months < 2.5 * YEAR:
        return "junior"
    return "mid" if months < 7 * YEAR else "senior"
