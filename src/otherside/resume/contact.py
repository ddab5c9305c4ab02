"""Name, address lines and links.

What a judge must not see (age, photo, nationality, family) is not read at all.
"""

# ruff: noqa: E501, RUF001 - lists of words, kept together as they are read

import re
from collections.abc import Iterable, Sequence

from otherside.resume.document import Line, passage_of
from otherside.resume.headings import CONTACT, SUMMARY, folded, is_heading
from otherside.resume.places import is_place, names_place
from otherside.resume.profile import Field
from otherside.resume.sections import Section
from otherside.resume.words import company_words, title_words

EMAIL = re.compile(
    r"[A-Za-z0-9][\w.+'-]{0,63}\s?(?:@|\s?[\[(](?:at|AT|ät)[\])]\s?)\s?[A-Za-z0-9](?:[\w-]|\s?[.]\s?(?=\w)|\s?[\[(]dot[\])]\s?){1,120}"
)
PHONE = re.compile(
    r"(?<![\w/.@-])(?:\(?\+\s?\d{1,3}\)?[\s.\-/]*)?(?:\(\d{1,5}\)[\s.\-/]*)?\d(?:[\s.\-/()–·]{0,3}\d){5,13}(?![\w@/])"
)
URL = re.compile(
    r"(?:https?://|www\.)[^\s,;|<>()]+|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|de|fr|es|it|nl|co|uk|ch|at|se|eu|ai|tech|app|page|in|us|info|xyz|sh|so|codes)(?:/[\w.~%/+#?=&-]*)?(?![\w@])",
    re.IGNORECASE,
)
TITLE_PAGE = re.compile(
    r"^(?:curriculum\s+vitae|cv|r[ée]sum[ée]|lebenslauf|bewerbung|hoja\s+de\s+vida|currículum(?:\s+vitae)?|curriculum|profile|profil)\b(?:\s+(?:of|von|de|–|-))?\s*[:–—|-]?\s*",
    re.IGNORECASE,
)
NAME_LABEL = re.compile(
    r"^(?:full\s+name|name|nom(?:\s+et\s+prénom)?|vor-?\s?(?:und\s+)?(?:nach)?name|nombre(?:\s+completo)?|nome)\s*[:\t]\s*",
    re.IGNORECASE,
)
CREDENTIALS = re.compile(
    r"\s*,\s*(?:ph\.?\s?d\.?|m\.?\s?sc\.?|b\.?\s?sc\.?|msc|bsc|mba|m\.?\s?eng\.?|b\.?\s?eng\.?|m\.?a\.?|b\.?a\.?|pmp|dipl\.?.*|aws.*|ms|bs|cissp|meng).*$|^(?:dr\.?(?:-ing\.?)?|dipl\.?-?\s?(?:inf|ing)\.?(?:\s?\(fh\))?|prof\.?|mr\.?|mrs\.?|ms\.?|herr|frau|m\.\s?sc\.|ing\.)\s+",
    re.IGNORECASE,
)
PARTICLES = {"de", "da", "dos", "das", "do", "del", "della", "di", "du", "van", "von", "der", "den", "zu", "bin", "al", "el", "la", "le", "y", "e", "ten", "ter", "mc", "ibn", "st", "af", "zum", "vom"}  # fmt: skip
NOT_NAMES = re.compile(
    r"(?<!\w)(?:contact|address|phone|email|e-mail|mobile|profile|summary|page|skills|software|backend|street|straße|avenue|road|university|references|curriculum|vitae|resume|about|github|linkedin|open|remote|server|systems?|platform|distributed|cloud|services?|data|senior|junior|full|web|years?|personal|details|confidential|current|available|responsibilities|duration|objective|declaration|company|designation|client|role|position|skype|tel|mail)(?!\w)",
    re.IGNORECASE,
)


def head_lines(sections: Sequence[Section]) -> list[Line]:
    return [line for section in sections if section.name == CONTACT for line in section.lines]


def email_of(lines: Iterable[Line]) -> Field:
    for line in lines:
        text = line.text.replace("\t", "  ")
        found = EMAIL.search(text)
        if found is None:
            continue
        address = re.sub(r"\s?[\[(](?:at|AT|ät)[\])]\s?", "@", found.group())
        address = re.sub(r"\s?[\[(]dot[\])]\s?", ".", address)
        # One space inside can come from the font; two never do.
        address = re.sub(r"\s", "", address).rstrip(".-_")
        if re.fullmatch(r"[^@]+@[^@]+\.[A-Za-z]{2,24}", address):
            return Field(address, passage_of(line))
    return Field()


def phone_of(lines: Iterable[Line]) -> Field:
    for line in lines:
        text = EMAIL.sub(" ", URL.sub(" ", line.text))
        for found in PHONE.finditer(text):
            digits = re.sub(r"\D", "", found.group())
            if not 7 <= len(digits) <= 15 or _is_date_like(found.group().strip(), text[: found.start()]):
                continue
            return Field(found.group().strip(" .-/–·"), passage_of(line))
    return Field()


def _is_date_like(text: str, before: str) -> bool:
    if re.search(
        r"(?:born|birth|geb(?:oren)?|né|nacid[oa]|nascita|date|datum|zip|plz|fax|id|steuer|nr)\W*(?:am|le|el|on|of birth)?\W*$",
        before,
        re.IGNORECASE,
    ):
        return True
    if text.startswith(("+", "(", "00")):
        return False
    return bool(
        re.fullmatch(
            r"(?:19|20)\d\d\s?[–\-/.]\s?(?:19|20)\d\d|(?:[0-3]?\d[./-]){1,2}(?:19|20)?\d\d(?:\s?[–-]\s?(?:[0-3]?\d[./-]){1,2}(?:19|20)?\d\d)?|(?:19|20)\d\d[./-]\d\d(?:[./-]\d\d)?(?:\s?[–-]\s?(?:19|20)\d\d[./-]?\d\d)?",
            text,
        )
    )


def urls_of(lines: Iterable[Line]) -> tuple[Field, ...]:
    found: dict[str, Field] = {}
    for line in lines:
        for match in URL.finditer(EMAIL.sub(" ", line.text)):
            address = match.group().rstrip(".,;:)")
            if "." in address and not re.fullmatch(
                r"(?:asp|vb|node|vue|next|nuxt|socket|fly)\.\w+", address, re.IGNORECASE
            ):
                found.setdefault(address.lower(), Field(address, passage_of(line)))
    return tuple(found.values())[:8]


def place_of(lines: Iterable[Line]) -> Field:
    for line in lines:
        text = EMAIL.sub(" ", URL.sub(" ", line.text))
        for cell in re.split(r"\t|\s+[|·•–—]\s+|[|·•]", text):
            words = re.sub(
                r"^(?:address|location|adresse|wohnort|ort|lieu|dirección|ubicación)\s*:\s*",
                "",
                cell.strip(" ,;:"),
                flags=re.IGNORECASE,
            )
            if is_place(words) or (
                names_place(words)
                and len(words) < 50
                and not title_words(words)
                and not re.search(r"\d{6}", words)
            ):
                return Field(re.sub(r"^.*?\d+\w?,\s*", "", words), passage_of(line))
    return Field()


def name_of(sections: Sequence[Section], email: str) -> Field:
    """The person's name: among the first lines, the one that is set largest and reads like a name."""
    head = head_lines(sections)
    every = [line for section in sections for line in section.lines]
    first_page = [line for line in every if line.page == 1]
    labelled = next((line for line in [*head, *first_page[:20]] if NAME_LABEL.match(line.text)), None)
    if labelled is not None:
        name = _name_in(NAME_LABEL.sub("", labelled.text))
        if name:
            return Field(name, passage_of(labelled))
    candidates = head[:14] + [line for line in first_page[:10] if line not in head[:14]]
    headings = [Line(1, 1, s.heading) for s in sections[:1] if s.heading]
    scored: list[tuple[float, int, str, Line]] = []
    for number, line in enumerate([*candidates, *headings]):
        joined = _with_next(candidates, number)
        for text, weight in ((joined, 0.4), (line.text, 0.0)):
            name = _name_in(text) if text else ""
            if name:
                score = (
                    line.size / 4
                    - 0.25 * number
                    + weight
                    + _likeness(name, email)
                    + (0.5 if line.style else 0)
                )
                score += 0.6 if len(name.split()) > 1 else -1.0
                scored.append((score, -number, name, line))
    if not scored:
        return Field()
    _, _, name, line = max(scored, key=lambda item: item[:2])
    return Field(name, passage_of(line))


def _with_next(lines: Sequence[Line], number: int) -> str:
    """First name and surname on two lines of one size, as large as nothing else."""
    if number + 1 >= len(lines):
        return ""
    here, after = lines[number], lines[number + 1]
    if (
        len(here.text.split()) > 2
        or len(after.text.split()) > 2
        or abs(here.size - after.size) > 0.5 * max(1.0, here.size / 8)
    ):
        return ""
    return f"{here.text} {after.text}" if here.size >= 14 or (here.style and after.style) else ""


def _likeness(name: str, email: str) -> float:
    local = re.sub(r"[^a-z]", "", folded(email.partition("@")[0]))
    words = [folded(word).replace("-", "").replace(" ", "") for word in name.split()]
    return 1.6 * sum(len(word) > 2 and word in local for word in words) if local else 0.0


def _name_in(text: str) -> str:
    """The name in a line, in title case, or nothing."""
    text = TITLE_PAGE.sub("", text.strip()) if not TITLE_PAGE.fullmatch(text.strip()) else ""
    pieces = [text.replace("\t", " "), *re.split(r"\t|\s+[|–—·•/-]\s+|\s*[|·•]\s*|,\s", text)]
    for piece in pieces:
        words = CREDENTIALS.sub("", re.sub(r"\s*\([^)]*\)", "", piece.strip(" ,;:–—-"))).strip()
        if _reads_like_a_name(words):
            return (
                " ".join(_cased(word) for word in words.split())
                if words.isupper() or words.islower()
                else words
            )
    return ""


def _cased(word: str) -> str:
    if word.lower() in PARTICLES:
        return word.lower()
    return "-".join(
        "'".join(part[:1].upper() + part[1:].lower() for part in piece.split("'"))
        for piece in word.split("-")
    )


def _reads_like_a_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 5 or len(text) > 48 or len(text) < 3 or (len(words) == 1 and len(text) > 24):
        return False
    if not all(re.fullmatch(r"[^\W\d_]+(?:['’.\-][^\W\d_]*)*", word) for word in words):
        return False
    if (
        is_heading(text)
        or title_words(text)
        or is_place(text)
        or NOT_NAMES.search(text)
        or company_words(text) == 2
    ):
        return False
    if text.islower():
        return len(words) in {2, 3}
    return all(word[0].isupper() or word.lower() in PARTICLES or not word[0].isascii() for word in words)


def label_of(sections: Sequence[Section]) -> Field:
    """The line under the name that says what the person is: Senior Backend Engineer."""
    for line in head_lines(sections)[:10]:
        for cell in re.split(r"\t|\s+[|–—·•]\s+", line.text):
            if title_words(cell) == 2 and len(cell.split()) <= 8 and not cell.endswith("."):
                return Field(cell.strip(" ,"), passage_of(line))
    return Field()


def summary_of(sections: Sequence[Section]) -> Field:
    for section in sections:
        if section.name == SUMMARY and section.lines:
            return Field(" ".join(line.words for line in section.lines)[:1200], passage_of(section.lines[0]))
    return Field()


PRIVATE = re.compile(
    r"(?<!\w)(?:date of birth|born|birthday|age|nationality|marital|married|single|children|religion|gender|geburtsdatum|geboren|geburtsort|staatsangehörigkeit|familienstand|verheiratet|ledig|konfession|né(?:e)? le|nationalité|marié|célibataire|enfants|fecha de nacimiento|nacionalidad|estado civil|soltero|casado|sexo|dni|photo|foto|militär|military status)(?!\w)",
    re.IGNORECASE,
)


def is_private(line: Line) -> bool:
    """Lines of the head that no field may be read from and no digest may quote."""
    return bool(PRIVATE.search(line.text)) and len(line.text) < 160
