"""Names of technologies in running text, with rules for names that are also words: Go, C, R, Play,
Express.
"""

# ruff: noqa: RUF001 - dashes, quotes and bullets as people write them

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

RULES = ("plain", "cased", "listed", "alias", "nodejs")
TOKEN = re.compile(r"\.NET\b|[^\W_]+(?:\+\+|\#(?!\w))?", re.IGNORECASE)
GLUE = re.compile(r"[ .\-/!’'\u2011]{0,3}")
VERSION = re.compile(r"(?:v?\d+(?:\.\d+)*\+?)$")
# Words that say that what follows, or what stands before, is a technology.
BEFORE = re.compile(
    r"(?:\b(?:in|using|with|via|on|to|from|into|and|or|of|our|a|the|new|modern|idiomatic|written\s+in|built\s+(?:in|with|on)|"
    r"mit|in|auf|unter|avec|en|sous|con|usando)\s+)$",
    re.IGNORECASE,
)
STRONG_BEFORE = re.compile(
    r"(?:\b(?:in|using|with|written\s+in|programming|languages?|mit|avec|en|con|learn(?:ed|ing)?|wrote|write|writing|"
    r"migrat\w+\s+to|lines\s+of|rewr\w+\s+\w*\s*in|ported\s+to|to)\s+(?:modern\s+|idiomatic\s+|core\s+)?)$",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"^\s+(?:micro-?services?|services?|backends?|apis?|framework|programming|language|code|codebase|developer|engineer|"
    r"programs?|library|libraries|modules?|runtime|routines?|client|server|sdk|applications?|apps?|stack|ecosystem|"
    r"entwickler\w*|scripts?|packages?|controllers?|operators?|consumers?|workers?|daemons?|tool(?:ing|s)?|cli|rewrite|port|\d)\b",
    re.IGNORECASE,
)
NOT_AFTER: dict[str, re.Pattern[str]] = {
    "Spring": re.compile(
        r"^['’]?\s*(?:of\s+)?(?:\d{2,4}\b|semester|term|break|quarter|cleaning)", re.IGNORECASE
    ),
    "C": re.compile(r"^\s*(?:[-.&']|level|suite|corp|class|ompany|\d)", re.IGNORECASE),
    "R": re.compile(r"^\s*(?:&|and\s+d\b|\.|n\s?d\b)", re.IGNORECASE),
    "Go": re.compile(
        r"^[- ]?(?:to\b|live|ahead|getter|market|lives|forward|beyond|back|karts?|kart)", re.IGNORECASE
    ),
    "Express": re.compile(r"^\s+(?:entry|scripts|deliver|ship|lane|train|bank|mail|post|inc)", re.IGNORECASE),
    "Play": re.compile(r"^\s+(?:store|a\b|an\b|the\b|music|station|games?)", re.IGNORECASE),
    "Unity": re.compile(r"^\s+(?:bank|college)", re.IGNORECASE),
}
NOT_BEFORE: dict[str, re.Pattern[str]] = {
    "C": re.compile(
        r"(?:objective[- ]|vitamin |class |series |level |grade |h\.?\s?i\.?|\w\.\s?|\w&)$", re.IGNORECASE
    ),
    "R": re.compile(r"(?:\w&|\w\.\s?|& )$"),
    "Go": re.compile(r"(?:\bpok[eé]mon |\bto |\bpay as you |\bon the )$", re.IGNORECASE),
    "Express": re.compile(r"(?:american |federal |pony )$", re.IGNORECASE),
    "Phoenix": re.compile(r"(?:university of |in )$", re.IGNORECASE),
    "Play": re.compile(r"(?:google )$", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Technology:
    """`rule` is one of RULES; `alias` entries match by their aliases alone, any case."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    rule: str = "plain"

    def __post_init__(self) -> None:
        if self.rule not in RULES:
            raise ValueError(f"technology {self.name}: rule {self.rule!r} is none of {', '.join(RULES)}")


@dataclass(frozen=True, slots=True)
class Found:
    """A technology at a place of a text."""

    name: str
    kind: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class _Form:
    tokens: tuple[str, ...]
    spelling: str
    name: str
    kind: str
    rule: str


@dataclass(frozen=True)
class Catalogue:
    """The list, indexed by the first token of each form. Refuses a form that two technologies claim."""

    technologies: tuple[Technology, ...]
    forms: dict[str, list[_Form]] = field(init=False, default_factory=dict)
    kinds: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        claimed: dict[tuple[str, ...], str] = {}
        for technology in self.technologies:
            self.kinds.setdefault(technology.name, technology.kind)
            own = () if technology.rule == "alias" else (technology.name,)
            for spelling in dict.fromkeys((*own, *technology.aliases)):
                tokens = tuple(token.lower() for token in TOKEN.findall(spelling))
                if not tokens:
                    raise ValueError(f"technology {technology.name}: {spelling!r} has no letters")
                if claimed.setdefault(tokens, technology.name) != technology.name:
                    raise ValueError(f"{spelling!r} stands for {claimed[tokens]} and for {technology.name}")
                # A longer alias is telling enough in any case; a name that is a word keeps its rule.
                plain = technology.rule == "alias" or (spelling != technology.name and len(tokens) > 1)
                rule = "plain" if plain else technology.rule
                form = _Form(tokens, spelling, technology.name, technology.kind, rule)
                self.forms.setdefault(tokens[0], []).append(form)
        for forms in self.forms.values():
            forms.sort(key=lambda form: -len(form.tokens))

    def find(self, text: str, *, listed: bool = False) -> list[Found]:
        """Technologies in `text`, each place once.

        `listed`: the text is a list of skills, where words are names.
        """
        tokens = list(TOKEN.finditer(text))
        sure: list[Found] = []
        unsure: list[tuple[_Form, Found]] = []
        place = 0
        while place < len(tokens):
            hit = next(self._at(text, tokens, place), None)
            if hit is None:
                place += 1
                continue
            form, found, length = hit
            if form.rule == "plain" or _certain(form, text, found, listed=listed):
                sure.append(found)
            elif form.rule == "listed":
                unsure.append((form, found))
            place += length
        sure += [found for form, found in unsure if _among(form, text, found, sure)]
        return sorted(sure, key=lambda found: found.begin)

    def _at(
        self, text: str, tokens: Sequence[re.Match[str]], place: int
    ) -> Iterator[tuple[_Form, Found, int]]:
        first = tokens[place].group().lower()
        stem = re.sub(r"(?<=[a-z]{2})\d{1,2}$", "", first)
        for key in dict.fromkeys((first, stem)):
            for form in self.forms.get(key, ()):
                length = len(form.tokens)
                here = tokens[place : place + length]
                if len(here) < length or any(
                    here[n].group().lower() != form.tokens[n] for n in range(1, length)
                ):
                    continue
                if any(not GLUE.fullmatch(text[a.end() : b.start()]) for a, b in pairwise(here)):
                    continue
                begin, end = here[0].start(), here[-1].end()
                if _inside_address(text, begin, end):
                    continue
                yield form, Found(form.name, form.kind, begin, end), length


def _inside_address(text: str, begin: int, end: int) -> bool:
    """Part of an e-mail or web address: github.com/dana, dana@go.dev."""
    after, before = text[end : end + 5], text[max(0, begin - 3) : begin]
    return (
        bool(re.match(r"@\w|\.(?:com|org|io|dev|net|de|fr)\b", after))
        or "@" in before[-1:]
        or before.endswith("://")
    )


def _certain(form: _Form, text: str, found: Found, *, listed: bool) -> bool:
    """Whether this one place says by itself that the technology is meant."""
    shown = text[found.begin : found.end]
    before, after = text[: found.begin], text[found.end :]
    refused = NOT_AFTER.get(form.name), NOT_BEFORE.get(form.name)
    if (refused[0] and refused[0].match(after)) or (refused[1] and refused[1].search(before)):
        return False
    exact = shown == form.spelling or (len(form.spelling) > 3 and shown == form.spelling.upper())
    exact = exact or re.sub(r"\d+$", "", shown) == form.spelling
    if form.rule == "nodejs":
        return (
            form.spelling != "Node"
            or (exact and listed)
            or bool(re.match(r"\s+(?:backend|service|api|server)", after, re.IGNORECASE))
        )
    if listed:
        if form.rule == "listed" and len(form.spelling) <= 2:
            return exact and _stands_alone(before, after)
        return exact or _stands_alone(before, after)
    if form.rule == "cased":
        return exact and not _opens_sentence(before, form)
    return exact and bool(
        STRONG_BEFORE.search(before) or (AFTER.match(after) and not _opens_sentence(before, form))
    )


def _opens_sentence(before: str, form: _Form) -> bool:
    """Whether the capital may be there because a sentence begins. Only doubtful for words of the language."""
    return form.spelling in SENTENCE_WORDS and (
        not before.strip() or before.rstrip().endswith((".", "!", "?"))
    )


SENTENCE_WORDS = frozenset(
    {"Express", "Play", "Go", "Make", "Spring", "Swift", "Boost", "Echo", "Prefect", "Scheme"}
)


def _stands_alone(before: str, after: str) -> bool:
    """Between separators, as items of a list do."""
    return bool(re.search(r"(?:^|[,;:/|\t•·(&+–-]|\band|\bund|\bet|\by)\s*$", before)) and bool(
        re.match(r"\s*(?:$|[,;:/|\t•·)(&+–]|\.\s*$|and\b|und\b|et\b|y\b|\d|lang\b)", after)
    )


def _among(form: _Form, text: str, found: Found, sure: Sequence[Found]) -> bool:
    """A word among technologies in one sentence: `Java, Spring, Kafka`."""
    if not sure or text[found.begin : found.end] != form.spelling:
        return False
    before, after = text[: found.begin], text[found.end :]
    refused = NOT_AFTER.get(form.name), NOT_BEFORE.get(form.name)
    if (refused[0] and refused[0].match(after)) or (refused[1] and refused[1].search(before)):
        return False
    near = min(min(abs(found.begin - other.end), abs(other.begin - found.end)) for other in sure)
    if near > 24:
        return False
    alone = re.search(r"(?:^|[,;:/|\t•·(&+]|\band|\bor|\bund|\bet|\by|\bwith|\bin)\s*$", before)
    return bool(alone) and bool(re.match(r"\s*(?:$|[,;:/|\t•·)(&+.]|and\b|or\b|und\b|et\b|y\b)", after))
