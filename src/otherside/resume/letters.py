"""Letters as PDFs have them, made plain: ligatures, icon glyphs, odd spaces and hyphens, spaced capitals."""

# ruff: noqa: RUF001 - dashes, quotes and bullets as people write them

import re
import unicodedata

BULLETS = "•◦▪▫■□●○‣⁃∙·*∗⋄◆◇➢➤►▶▸❖✓✔✦★☆→»›➔⇒✱⚫⦁–—-o"
# A bullet is followed by a space, or stands alone; "-" and "o" only so, never glued to a word.
BULLET = re.compile(rf"^\s*(?:[{re.escape(BULLETS[:-4])}]\s*|(?:[–—\-]|o)\s+(?=\S)|[–—\-o]$)")
SPACED = re.compile(r"(?<!\S)(?:[^\W\d_](?: [^\W\d_&]){3,})(?!\S)")
ODD_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
DROPPED = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffc\ufffd]"
)


def clean(text: str) -> str:
    """NFKC without private-use glyphs, control characters and odd spaces; single spaces inside."""
    text = unicodedata.normalize("NFKC", text.replace("\u02da", "\u00b0").replace("´", "'"))
    text = text.replace("\u2010", "-").replace("\u2011", "-").replace("\u2019", "'").replace("\u2212", "-")
    text = DROPPED.sub("", ODD_SPACES.sub(" ", text))
    text = "".join(letter for letter in text if not _is_icon(letter))
    return re.sub(r"[ ]{2,}", " ", text).strip()


def _is_icon(letter: str) -> bool:
    """Private-use glyphs, and the pictographs that stand before an address or a telephone number."""
    code = ord(letter)
    if code < 0x2190:
        return False
    return (
        0xE000 <= code <= 0xF8FF
        or code >= 0xF0000
        or 0x1F000 <= code <= 0x1FAFF
        or code in {0x2709, 0x260E, 0x260F, 0x2706, 0x2302, 0x2316, 0x2610, 0x2611, 0xFE0F, 0x2B50}
    )


def join_letter_spaced(text: str) -> str:
    """`E X P E R I E N C E` as `EXPERIENCE`; two spaces, where kept, part its words."""
    if not SPACED.search(text):
        return text
    return SPACED.sub(lambda found: found.group().replace(" ", ""), text)
