"""Which difficulty and which kinds of first questions the last years suggest. The interviewer decides."""

from collections.abc import Sequence

from otherside.resume.document import Passage
from otherside.resume.months import Month, spoken
from otherside.resume.profile import Framing, Kind, Reason, Role, Seniority, Skill

DIFFICULTY = {
    "intern": "easy, then medium",
    "junior": "medium",
    "mid": "medium, then hard",
    "senior": "medium, then hard",
    "staff": "hard",
}
CODING = (
    "Python",
    "TypeScript",
    "JavaScript",
    "Java",
    "Go",
    "C++",
    "SQL",
    "C#",
    "Kotlin",
    "Rust",
    "Ruby",
    "PHP",
    "Scala",
    "Bash",
)
THEMES: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("data and transactions", "stores in use", frozenset({"store"})),
    ("queues, retries and idempotence", "brokers in use", frozenset({"broker"})),
    ("interfaces between services", "frameworks in use", frozenset({"framework"})),
    ("running it: deployment, limits, failure", "platforms in use", frozenset({"cloud", "tool"})),
    ("pipelines over large data", "data tools in use", frozenset({"data"})),
)
CONCURRENT = frozenset(
    {
        "Go",
        "Java",
        "C++",
        "Rust",
        "Erlang",
        "Elixir",
        "Scala",
        "Kotlin",
        "C#",
        "Akka",
        "Netty",
        "Tokio",
        "asyncio",
    }
)
KINDS_MAX = 4


def framing_of(seniority: Seniority, skills: Sequence[Skill], roles: Sequence[Role], as_of: Month) -> Framing:
    """From technologies that roles of the last five years name; list-only names count for nothing here."""
    recent = [skill for skill in skills if skill.recent and skill.months > 0]
    kinds: list[tuple[int, Kind]] = []
    for kind, why, groups in THEMES:
        used = [skill for skill in recent if skill.kind in groups]
        if used:
            kinds.append((sum(skill.months for skill in used[:4]), _kind(kind, why, used)))
    concurrent = [skill for skill in recent if skill.name in CONCURRENT]
    if concurrent:
        kinds.append(
            (
                concurrent[0].months,
                _kind("concurrency and shared state", "languages with threads or actors", concurrent),
            )
        )
    kinds.sort(key=lambda pair: -pair[0])
    chosen = tuple(kind for _, kind in kinds[:KINDS_MAX]) or (
        Kind("one self-contained problem", "no technology of the last five years is tied to a role"),
    )
    listed = {skill.name for skill in skills}
    used_names = [skill.name for skill in recent if skill.name in CODING]
    languages = tuple(dict.fromkeys([*used_names, *(name for name in CODING if name in listed)]))[:4]
    reasons = [*seniority.reasons]
    led = next((role for role in roles if role.span.ongoing and role.engineering), None)
    if led is not None:
        reasons.append(Reason(f"in the current role for {spoken(led.span.months(as_of))}", led.dates.passage))
    return Framing(
        DIFFICULTY[seniority.level], tuple(reasons), chosen, languages, _bank_kinds(seniority, recent)
    )


def _bank_kinds(seniority: Seniority, recent: Sequence[Skill]) -> tuple[str, ...]:
    """Who has worked in large code changes existing code; who is new writes from scratch; SQL where it was
    used.
    """
    first = ("coding", "change") if seniority.level in {"intern", "junior"} else ("change", "coding")
    stores = sum(
        skill.months for skill in recent if skill.kind == "store" or skill.name in {"SQL", "PL/SQL", "T-SQL"}
    )
    return (*first, "query") if stores else first


def _kind(kind: str, why: str, used: Sequence[Skill]) -> Kind:
    named = ", ".join(f"{skill.name} {spoken(skill.months)}" for skill in used[:4])
    passages: list[Passage] = [skill.passages[0] for skill in used[:3] if skill.passages]
    return Kind(kind, f"{why} in the last five years: {named}", tuple(passages))
