"""Claims worth testing, each with its passage and an open question.

Only what somebody says to have done or to know is probed. Gaps, age, photo, origin, family and health are
never read here: the passages come from roles, projects and lists of technologies alone.
"""

# ruff: noqa: E501, RUF001 - lists of words, kept together as they are read

import hashlib
import re
from collections.abc import Iterable, Sequence

from otherside.resume.contact import is_private
from otherside.resume.document import Line, Passage
from otherside.resume.profile import Probe, Project, Role, Skill

PROBES_PROPOSED = 6
FIGURE = re.compile(
    r"(?:[$€£]\s?\d[\d.,]*\s?(?:[kKmMbB]n?|million|billion|Mio)?|\d[\d.,]*\s?(?:%|percent|prozent|x\b|×|-?fold|ms\b|million|billion|Mio\.?|[kKMB]\+?(?!\w)|TB|PB|GB|rps|qps|tps|requests|users|transactions|events|nodes|services|teams?|engineers|developers|people|customers|Nutzer|utilisateurs|usuarios|Entwickler))",
)
BETTER = re.compile(
    r"(?<!\w)(?:reduc\w+|cut\w*|improv\w+|increas\w+|decreas\w+|speed\w*|faster|sav(?:ed|ing|ings)|lower\w*|halv\w+|doubl\w+|tripl\w+|from \S+ (?:\w+ )?to|senk\w+|gesenkt|verkürz\w+|reduzier\w+|steiger\w+|verbesser\w+|rédui\w+|divis\w+|amélior\w+|augment\w+|reduj\w+|mejor\w+|aument\w+)(?!\w)",
    re.IGNORECASE,
)
LED = re.compile(
    r"(?<!\w)(?:led(?! to)|leading|managed|mentor\w*|headed|grew (?:the|a) team|hired|leitete|geleitet|leitung|führung|encadr\w+|dirig\w+|lider\w+|gestion d)(?!\w)",
    re.IGNORECASE,
)
OWNED = re.compile(
    r"(?<!\w)(?:design\w*|architect\w*|own\w*|built|created|founded|introduc\w+|from scratch|single-?handedly|sole|invented|concept\w*|konzipier\w*|entworfen|entwarf|aufgebaut|aufbau|eingeführt|conçu|conception|mis en place|diseñ\w+|cre[éó]|implant\w+)(?!\w)",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"(?<!\w)(?:migrat\w+|moved|rewrote|rewrit\w+|replac\w+|refactor\w+|split\w*|decompos\w+|ported|migrier\w*|umgestellt|abgelöst|migr\w+|remplac\w+|reescri\w+)(?!\w)",
    re.IGNORECASE,
)
GRAND = re.compile(
    r"(?<!\w)(?:expert\w*|mastery|deep (?:knowledge|expertise)|proficient|guru|world[- ]class|best[- ]in[- ]class|99\.9+|zero[- ]downtime|exactly[- ]once|real[- ]time|high(?:ly)? availab\w+|fault[- ]toleran\w+|planet[- ]scale|hyperscale|hochverfügbar\w*|haute disponibilité|alta disponibilidad)(?!\w)",
    re.IGNORECASE,
)

QUESTIONS: tuple[tuple[str, re.Pattern[str], str, float], ...] = (
    (
        "improvement",
        BETTER,
        "What was it before, how did you count it, and what else changed in that time?",
        2.0,
    ),
    ("leadership", LED, "Tell me of a decision in that group you disagreed with. What did you do?", 1.4),
    ("migration", MOVED, "What went wrong on the way, and how could you have gone back?", 1.5),
    ("ownership", OWNED, "Which decision in it would you take back today, and why?", 1.2),
    (
        "strong word",
        GRAND,
        "What would have had to happen for that to stop being true? How did you test it?",
        1.3,
    ),
)


def probes_of(
    roles: Sequence[Role], projects: Sequence[Project], skills: Sequence[Skill]
) -> tuple[Probe, ...]:
    """At most PROBES_PROPOSED, the strongest and most recent first, no two of one passage."""
    scored: list[tuple[float, Probe]] = []
    for age, role in enumerate(role for role in roles if role.kind != "other-trade"):
        for passage in role.highlights:
            scored += _of_passage(passage, worth=1.0 / (1 + 0.5 * age))
    for project in projects:
        passage = project.passage
        if project.description:
            scored.append(
                (
                    0.35,
                    _probe(
                        project.name,
                        "Which part is yours alone, and what would you build differently now?",
                        "project",
                        passage,
                    ),
                )
            )
    scored += _listed_only(skills)
    scored.sort(key=lambda pair: -pair[0])
    made: dict[tuple[int, int], Probe] = {}
    kinds: dict[str, int] = {}
    for _, probe in scored:
        key = (probe.passage.page, probe.passage.line)
        if key in made or kinds.get(probe.kind, 0) >= 3:
            continue
        made[key] = probe
        kinds[probe.kind] = kinds.get(probe.kind, 0) + 1
    return tuple(made.values())[:PROBES_PROPOSED]


def _of_passage(passage: Passage, *, worth: float) -> Iterable[tuple[float, Probe]]:
    if is_private(Line(passage.page, passage.line, passage.text)):
        return []
    figure = FIGURE.search(passage.text)
    best: tuple[float, Probe] | None = None
    for kind, words, ask, weight in QUESTIONS:
        if not words.search(passage.text) or (kind == "improvement" and figure is None):
            continue
        score = weight * worth + (0.6 * worth if figure else 0.0)
        if best is None or score > best[0]:
            best = (score, _probe(_claim(passage.text, figure), ask, kind, passage))
    if best is None and figure is not None:
        ask = "How was that measured, and what broke first as it grew?"
        best = (0.9 * worth, _probe(_claim(passage.text, figure), ask, "scale", passage))
    return [best] if best is not None else []


def _listed_only(skills: Sequence[Skill]) -> list[tuple[float, Probe]]:
    only = [
        skill
        for skill in skills
        if skill.only_listed and skill.kind in {"language", "store", "broker", "cloud"} and skill.passages
    ]
    if not only or len(only) == len(skills):
        return []
    found = []
    for skill in only[:2]:
        ask = f"Where did you last use {skill.name}, and what surprised you about it?"
        found.append(
            (0.5, _probe(f"{skill.name}, named in a list and in no role", ask, "listed", skill.passages[0]))
        )
    return found


def _claim(text: str, figure: re.Match[str] | None) -> str:
    """A short headline out of the passage itself: all of it, the clause around its figure, or its first
    words.
    """
    if len(text.split()) <= 12:
        return text
    clauses = re.split(r"(?:[;–—]|,(?!\d)|\.\s)\s*", text)
    held = next((clause for clause in clauses if figure is not None and figure.group() in clause), clauses[0])
    words = held.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _probe(claim: str, ask: str, kind: str, passage: Passage) -> Probe:
    digest = hashlib.sha256(f"{kind}:{passage.page}:{passage.line}:{claim}".encode()).hexdigest()[:12]
    return Probe(digest, claim, ask, kind, passage)
