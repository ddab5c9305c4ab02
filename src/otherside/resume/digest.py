"""A profile on one screen of text."""

from otherside.resume.months import spoken
from otherside.resume.profile import Profile, Role

WIDTH = 100


def on_one_screen(profile: Profile) -> str:
    """Four figures, the roles, technologies, what is vague, and the probes; with page numbers."""
    lines = [profile.name.value or "(no name found)", ""]
    lines += [f"{label:<13}{value}" for label, value in figures(profile)]
    lines.append("")
    lines += [f"{_dates(role):<20}{_what(role)}" for role in profile.roles[:10]]
    if len(profile.roles) > 10:
        lines.append(f"{'':<20}and {len(profile.roles) - 10} more roles")
    named = ", ".join(
        f"{s.name} {spoken(s.months)}" if s.months else s.name for s in profile.technologies[:14]
    )
    lines += ["", f"Technologies: {named}" if named else "Technologies: none found"]
    if profile.projects:
        lines.append(f"Projects: {', '.join(project.name for project in profile.projects[:6])}")
    verbosity = profile.verbosity
    lines.append(
        f"Style: {verbosity.style}; {verbosity.words} words, {verbosity.words_a_bullet:g} a bullet, "
        f"{verbosity.numbers_share:.0%} of bullets with a number"
    )
    lines += [f"  vague, p. {r.passage.page}: {r.text}" for r in verbosity.fillers[:3] if r.passage]
    lines += [f"First questions: {kind.kind} ({kind.why})" for kind in profile.framing.kinds[:2]]
    lines.append("Probes:")
    lines += [f"  p. {p.passage.page}: {p.claim} — “{p.ask}”" for p in profile.probes[:5]]
    return "\n".join(line[: 2 * WIDTH] for line in lines)


def figures(profile: Profile) -> tuple[tuple[str, str], ...]:
    """The four figures that a reader sees first."""
    current = profile.current
    now = (
        ", ".join(filter(None, (current.title.value, current.company.value)))
        if current
        else "nothing that goes on"
    )
    strongest = ", ".join(skill.name for skill in profile.technologies if skill.months)
    return (
        ("Engineering", spoken(profile.months_engineering)),
        ("Now", now),
        ("Strongest in", ", ".join(strongest.split(", ")[:2]) or "only lists"),
        ("Proposed", profile.framing.difficulty),
    )


def _dates(role: Role) -> str:
    return role.dates.value


def _what(role: Role) -> str:
    words = ", ".join(filter(None, (role.title.value, role.company.value)))
    return f"{words} ({role.kind.replace('-', ' ')})" if role.kind != "job" else words
