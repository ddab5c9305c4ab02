"""Plain text and JSON Resume. Runs in the limited child only."""

import json
import re

import msgspec

from otherside.resume.document import Document, Line
from otherside.resume.failures import Broken, NoText, TooLarge, UnknownFormat
from otherside.resume.letters import BULLET, clean, join_letter_spaced
from otherside.resume.limits import LETTERS_MAX, LINE_LENGTH_MAX, LINES_MAX

RULE = re.compile(r"^[\s\-=_*~#+.─━═]{3,}$")
LINES_A_PAGE = 60
WIDTH_MIN = 72.0  # characters; shorter lines were not broken by a margin
JSON_DEPTH_MAX = 20


def read_text(content: bytes) -> Document:
    """Lines of plain text (Markdown's signs are taken off). Raises UnknownFormat, NoText, TooLarge."""
    text = decoded(content)
    lines: list[Line] = []
    page, on_page, blank, offset = 1, 0, 0, 0
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for row in rows[: int(LINES_MAX) * 3]:
        if "\f" in row or on_page >= LINES_A_PAGE:
            page, on_page = page + 1, 0
        on_page += 1
        offset += 1
        line = _line(row[: int(LINE_LENGTH_MAX)], page, on_page, offset, blank)
        if line is None:
            blank += 0 if RULE.match(row) and row.strip() else 1
            continue
        lines.append(line)
        blank = 0
    check(lines)
    edge = max(WIDTH_MIN, *(-line.room for line in lines))
    return Document(
        "text", page, tuple(msgspec.structs.replace(line, room=edge + line.room) for line in lines)
    )


def check(lines: list[Line]) -> None:
    if len(lines) > int(LINES_MAX):
        raise TooLarge(f"The text has {len(lines)} lines, more than {int(LINES_MAX)}: {LINES_MAX.reached}")
    if sum(len(line.text) for line in lines) > int(LETTERS_MAX):
        raise TooLarge(f"The text has more than {int(LETTERS_MAX)} characters: {LETTERS_MAX.reached}")
    if not any(letter.isalnum() for line in lines for letter in line.text):
        raise NoText("This file has no text. Send the résumé as PDF, DOCX or text.")


def decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 with a mark, else Windows-1252, which most old text is.

    Raises UnknownFormat for binaries.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    controls = sum(byte < 9 or 13 < byte < 27 for byte in content[:4000])
    if controls > len(content[:4000]) * 0.01:
        raise UnknownFormat(
            "This is neither PDF, DOCX, text nor JSON Resume. Send the résumé in one of these."
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _line(row: str, page: int, number: int, y: int, blank: int) -> Line | None:
    if RULE.match(row):
        return None
    indent = len(row) - len(row.lstrip())
    body = row.strip()
    marks = re.match(r"^(#{1,4})\s+", body)
    body = body[marks.end() :] if marks else body
    strong = re.match(r"^(\*\*|__)(.+?)\1", body)
    body = re.sub(r"\[([^\]]{1,200})\]\((?:[^)]{0,400})\)", r"\1", body)
    body = re.sub(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1", r"\2", body)
    body = re.sub(r"(?<!\w)[*_`](?=\S)([^*_`]{1,300}?)(?<=\S)[*_`](?!\w)", r"\1", body)
    found = BULLET.match(body)
    bullet = found is not None and len(body) > found.end()
    if bullet and found is not None:
        rest = body[found.end() :]
        indent += found.end()
        body = rest.lstrip()
    cells = [join_letter_spaced(clean(cell)) for cell in re.split(r"\t+| {3,}|(?<=\S)\s*\|\s*(?=\S)", body)]
    words = "\t".join(cell for cell in cells if cell)
    if not words:
        return None
    return Line(
        page, number, words, x=float(indent), y=float(y), bold=strong is not None, bullet=bullet,
        room=-float(indent + len(words)), xs=(float(indent),),
        space=1.0 + blank, style=len(marks.group(1)) if marks else 0,
    )  # fmt: skip


def read_json(content: bytes) -> Document:
    """A JSON Resume: the object itself, and every text in it as a line. Raises Broken, NoText, TooLarge."""
    try:
        found = json.loads(decoded(content))
    except (ValueError, RecursionError) as error:
        raise Broken("This file looks like JSON but is not valid. Export the JSON Resume again.") from error
    if not isinstance(found, dict) or not {"basics", "work", "education", "skills"} & set(found):
        raise Broken("This JSON is no JSON Resume: it has none of basics, work, education, skills.")
    lines: list[Line] = []
    _walk(found, "", lines, 0)
    check(lines)
    return Document("json", 1, tuple(lines), found)


def _walk(value: object, path: str, lines: list[Line], depth: int) -> None:
    if depth > JSON_DEPTH_MAX or len(lines) > int(LINES_MAX):
        raise TooLarge(
            f"The JSON is deeper than {JSON_DEPTH_MAX} levels or longer than {int(LINES_MAX)} lines."
        )
    if isinstance(value, dict):
        for key, inner in value.items():
            _walk(inner, f"{path}.{key}" if path else str(key), lines, depth + 1)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            _walk(inner, f"{path}[{place}]", lines, depth + 1)
    elif isinstance(value, str) and value.strip():
        text = clean(value)[: int(LINE_LENGTH_MAX)]
        lines.append(Line(1, len(lines) + 1, text, y=float(len(lines)), bullet="highlights" in path))
