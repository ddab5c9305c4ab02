"""What a person, or the policy, may recommend."""

from dataclasses import dataclass

from otherside.kernel.errors import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommended:
    """One recommendation. `tone` is the badge it is shown with; `sign` goes beside the colour."""

    id: str
    title: str
    about: str
    tone: str
    sign: str


RECOMMENDATIONS: tuple[Recommended, ...] = (
    Recommended(
        id="yes", title="Yes", about="I would work with this person at this level.", tone="good", sign="✓"
    ),
    Recommended(
        id="senior-check",
        title="Yes, check for senior",
        about="Well above this level: let the next round look for the traits of the level above.",
        tone="good",
        sign="↑",
    ),
    Recommended(
        id="one-level-down",
        title="Yes, one level down",
        about="Not quite this level, and good at the one below.",
        tone="warn",
        sign="↓",
    ),
    Recommended(
        id="one-more-round",
        title="One more round",
        about="Something that decides was not seen. Say what.",
        tone="warn",
        sign="+",
    ),
    Recommended(
        id="undecided",
        title="Undecided",
        about="I cannot come to a fair decision alone; I would discuss it.",
        tone="info",
        sign="?",
    ),
    Recommended(
        id="no", title="No", about="Key signals were seen and were weak. Say which.", tone="bad", sign="✗"
    ),
)

RECOMMENDATION_IDS: tuple[str, ...] = tuple(entry.id for entry in RECOMMENDATIONS)

# What can be decided besides; cards ask for the senior check instead.
DECIDABLE: tuple[Recommended, ...] = (
    *RECOMMENDATIONS[:2],
    Recommended(
        id="one-level-up",
        title="Yes, one level up",
        about="Above this level in everything that was seen, and there is an opening above.",
        tone="good",
        sign="⇑",
    ),
    *RECOMMENDATIONS[2:],
)


def recommended(kind: str) -> Recommended:
    """What may be recommended or decided under this id. Raises Invalid, which names the known ones."""
    for entry in DECIDABLE:
        if entry.id == kind:
            return entry
    known = ", ".join(entry.id for entry in DECIDABLE)
    raise Invalid(f"There is no recommendation {kind!r}; there are {known}.")
