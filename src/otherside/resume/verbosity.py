"""How many words a résumé uses, with quotes of what is vague or said twice.

Counts for a reader, never a score.
"""

# ruff: noqa: E501 - lists of words, kept together as they are read

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from statistics import median

from otherside.resume.document import Passage
from otherside.resume.profile import Reason, Role, Verbosity

FILLERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (why, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for why, words in (
        ("does not say what was done", r"responsible for|was responsible|duties included|tasked with|in charge of|involved in|participated in|helped (?:to |with )?|assisted (?:in|with)|contributed to various|worked (?:closely )?(?:with|on) (?:various|several|multiple|different)|zuständig für|verantwortlich für|mitarbeit (?:an|bei)|participation (?:à|aux)|chargée? de|encargad[oa] de|responsable de"),
        ("does not say which", r"various|several (?:projects|technologies|teams|tasks)|multiple (?:projects|technologies|stakeholders)|cutting[- ]edge|state[- ]of[- ]the[- ]art|latest technologies|modern technologies|diverse|a wide (?:range|variety) of|wide range|numerous|etc|verschiedene[nr]?|diverse[nr]?|diverses|plusieurs|varios|varias"),
        ("does not say by how much", r"significantly|dramatically|greatly|substantially|drastically|considerably|improved (?:performance|efficiency|quality)(?!\s*(?:by|of|from|\d))|high[- ]quality|highly scalable|erheblich|deutlich|considérablement|significativamente"),
        ("says it of oneself", r"team player|fast learner|quick learner|hard[- ]?working|self[- ]?(?:motivated|starter)|results?[- ](?:driven|oriented)|detail[- ]oriented|passionate|dynamic|motivated|proven track record|excellent communication(?: skills)?|go[- ]getter|out[- ]of[- ]the[- ]box|strong work ethic|highly motivated|synerg\w+|thought leader|rockstar|ninja|guru|leverag(?:e|ed|ing)|teamfähig\w*|belastbar|motiviert|passionnée?|polyvalente?|proactiv[oae]|apasionad[oa]"),
    )
)  # fmt: skip
TERSE_WORDS, VERBOSE_WORDS = 6.5, 20.0
REPEATED = 0.82


def verbosity_of(
    roles: Sequence[Role], passages: Sequence[Passage], pages: int, months: int, words: int
) -> Verbosity:
    """`passages`: everything that is prose, roles and summary alike; `words`: of the whole document."""
    bullets = [highlight for role in roles for highlight in role.highlights]
    lengths = [len(sentence.split()) for bullet in bullets for sentence in sentences(bullet.text)]
    numbers = sum(bool(re.search(r"\d", bullet.text)) for bullet in bullets)
    fillers = _fillers(passages)
    years = max(months / 12, 0.5)
    return Verbosity(
        style=_style(lengths, len(roles), len(fillers)),
        words=words,
        bullets=len(bullets),
        words_a_bullet=round(sum(lengths) / len(lengths), 1) if lengths else 0.0,
        numbers_share=round(numbers / len(bullets), 2) if bullets else 0.0,
        pages=pages,
        pages_a_year=round(pages / years, 2),
        fillers=fillers[:12],
        repeats=_repeats(bullets)[:6],
    )


def sentences(text: str) -> list[str]:
    """A paragraph is as many statements as it has sentences; a bullet is mostly one."""
    return [part for part in re.split(r"(?<=[a-zäöüß)\d][.!;])\s+(?=[A-ZÄÖÜ])", text) if part.strip()]


def _style(lengths: Sequence[int], roles: int, fillers: int) -> str:
    if not lengths:
        return "terse"
    middle, total = median(lengths), sum(lengths) / max(roles, 1)
    vague = fillers / max(len(lengths), 1)
    if middle >= VERBOSE_WORDS or total >= 150 or (middle >= 17 and (total >= 95 or vague >= 0.8)):
        return "verbose"
    if middle <= TERSE_WORDS or total < 14:
        return "terse"
    return "normal"


def _fillers(passages: Sequence[Passage]) -> tuple[Reason, ...]:
    """One reason a passage: the words, and what each leaves open."""
    found = []
    for passage in passages:
        said = []
        for why, words in FILLERS:
            hit = words.search(passage.text)
            if hit is not None:
                said.append(f"“{hit.group()}” {why}")
        if said:
            found.append(Reason("; ".join(said), passage))
    return tuple(found)


def _repeats(bullets: Sequence[Passage]) -> tuple[Reason, ...]:
    """Bullets that say almost the same as an earlier one. At most 120 are compared."""
    found = []
    some = [bullet for bullet in bullets if len(bullet.text.split()) >= 5][:120]
    for number, bullet in enumerate(some):
        for earlier in some[:number]:
            matcher = SequenceMatcher(None, earlier.text.lower(), bullet.text.lower(), autojunk=False)
            if (
                matcher.real_quick_ratio() > REPEATED
                and matcher.quick_ratio() > REPEATED
                and matcher.ratio() > REPEATED
            ):
                found.append(
                    Reason(f"says again what stands on page {earlier.page}: “{earlier.text[:90]}”", bullet)
                )
                break
    return tuple(found)
