"""DOCX: the body walked as XML, because python-docx's paragraphs skip tables and text boxes. Child only."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import msgspec
from docx.oxml.ns import qn
from lxml import etree

from otherside.resume.document import Document, Line
from otherside.resume.failures import Broken, Encrypted, Hostile, NoText, TooLarge
from otherside.resume.headings import is_heading
from otherside.resume.letters import BULLET, clean, join_letter_spaced
from otherside.resume.limits import LETTERS_MAX, LINE_LENGTH_MAX, LINES_MAX, PARTS_MAX, UNPACKED_BYTES_MAX

LINES_A_PAGE = 48  # DOCX knows pages only when it is laid out; a page is guessed where no break says so
W_P, W_TBL, W_TR, W_TC, W_SDT = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "sdt"))
W_T, W_TAB, W_BR, W_CR, W_R = (qn(f"w:{name}") for name in ("t", "tab", "br", "cr", "r"))
TXBX = qn("w:txbxContent")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DEPTH_MAX = 24


def read_docx(content: bytes) -> Document:
    """The document's lines. Raises Hostile, Broken, Encrypted, NoText, TooLarge."""
    body, head, styles, numbering = _parts(content)
    reader = _Reader(_heading_styles(styles), _list_styles(styles), numbering)
    for element in [*head, *body]:
        reader.block(element, depth=0)
    lines = reader.lines
    if len(lines) > int(LINES_MAX):
        raise TooLarge(f"The document has more than {int(LINES_MAX)} lines: {LINES_MAX.reached}")
    if sum(len(line.text) for line in lines) > int(LETTERS_MAX):
        raise TooLarge(f"The document has more than {int(LETTERS_MAX)} characters: {LETTERS_MAX.reached}")
    if not any(letter.isalnum() for line in lines for letter in line.text):
        raise NoText(
            "This document has no text, needs OCR: it holds only pictures. Send the original document."
        )
    return Document("docx", max(line.page for line in lines), tuple(lines))


def _parts(
    content: bytes,
) -> tuple[etree._Element, list[etree._Element], etree._Element | None, bool]:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Encrypted(
            "This is an encrypted or old Word file. Save it as .docx without a password, or as PDF."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_sizes(package)
            names = set(package.namelist())
            main = next((n for n in names if re.fullmatch(r"word/document\d*\.xml", n)), None)
            if main is None:
                raise Broken("This file is a ZIP archive but holds no Word document. Send DOCX, PDF or text.")
            document = _parse(_unpacked(package, main))
            head = [element for name in _headers(names) for element in _parse(_unpacked(package, name))]
            styles = _parse(_unpacked(package, "word/styles.xml")) if "word/styles.xml" in names else None
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:
        raise Broken("This DOCX is damaged and cannot be opened. Save it again and send it anew.") from error
    body = document.find(qn("w:body"))
    if body is None:
        raise Broken("This DOCX has no body. Save it again and send it anew.")
    return body, head, styles, "word/numbering.xml" in names


def _headers(names: set[str]) -> list[str]:
    """The first page's header often holds name and address; two are enough, they mostly say the same."""
    return sorted(name for name in names if re.fullmatch(r"word/header\d*\.xml", name))[:2]


def _check_sizes(package: zipfile.ZipFile) -> None:
    members = package.infolist()
    if len(members) > int(PARTS_MAX):
        raise Hostile(f"The file has {len(members)} parts, more than {int(PARTS_MAX)}: {PARTS_MAX.reached}")
    unpacked = sum(member.file_size for member in members)
    if unpacked > int(UNPACKED_BYTES_MAX):
        raise Hostile(
            f"The file unpacks to {unpacked} bytes, more than {int(UNPACKED_BYTES_MAX)}: "
            f"{UNPACKED_BYTES_MAX.reached}"
        )
    if any(member.flag_bits & 1 for member in members):
        raise Encrypted("This DOCX is encrypted. Send one that opens without a password.")


def _unpacked(package: zipfile.ZipFile, name: str) -> bytes:
    """The part's bytes; the size that the archive claims is not believed."""
    with package.open(name) as part:
        content = part.read(int(UNPACKED_BYTES_MAX) + 1)
    if len(content) > int(UNPACKED_BYTES_MAX):
        raise Hostile(
            f"{name} unpacks to more than {int(UNPACKED_BYTES_MAX)} bytes: {UNPACKED_BYTES_MAX.reached}"
        )
    return content


def _parse(content: bytes) -> etree._Element:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"<\x00!\x00D\x00O\x00C" in content:
        raise Hostile("The file declares XML entities, which no word processor writes. It was not opened.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise Broken(
            "This DOCX is damaged: its text is no valid XML. Save it again and send it anew."
        ) from error


def _heading_styles(styles: etree._Element | None) -> dict[str, int]:
    """Style id → heading level, for styles that are called Heading, Title or so, in a few languages."""
    found: dict[str, int] = {}
    for style in styles.iter(qn("w:style")) if styles is not None else ():
        name = style.find(qn("w:name"))
        called = (name.get(qn("w:val")) or "").lower() if name is not None else ""
        level = re.match(r"(?:heading|überschrift|titre|título|titolo)\s*(\d)", called)
        if level:
            found[style.get(qn("w:styleId")) or ""] = int(level.group(1))
        elif called in {"title", "titel"}:
            found[style.get(qn("w:styleId")) or ""] = 9
    return found


def _list_styles(styles: etree._Element | None) -> frozenset[str]:
    found = set()
    for style in styles.iter(qn("w:style")) if styles is not None else ():
        name = style.find(qn("w:name"))
        called = (name.get(qn("w:val")) or "").lower() if name is not None else ""
        if (
            "list bullet" in called
            or "list number" in called
            or "aufzählung" in called
            or (style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None and not called.startswith("heading"))
        ):
            found.add(style.get(qn("w:styleId")) or "")
    return frozenset(found)


class _Reader:
    """Walks blocks in document order and collects lines."""

    def __init__(self, headings: dict[str, int], lists: frozenset[str], numbering: bool) -> None:
        self.headings, self.lists, self.numbering = headings, lists, numbering
        self.lines: list[Line] = []
        self.page, self.on_page, self.blank = 1, 0, 0

    def block(self, element: etree._Element, depth: int) -> None:
        if depth > DEPTH_MAX or len(self.lines) > int(LINES_MAX):
            return
        if element.tag == W_P:
            self._paragraph(element, depth)
        elif element.tag == W_TBL:
            for row in element.iter(W_TR):
                if row.getparent() is element or row.getparent().tag == W_SDT:
                    self._row(row, depth)
        elif element.tag != FALLBACK and isinstance(element.tag, str):
            for child in element:
                self.block(child, depth + 1)

    def _row(self, row: etree._Element, depth: int) -> None:
        """A row of short cells is one line with tabs; a row with a long cell is read cell by cell."""
        cells = [cell for cell in row if cell.tag == W_TC]
        inside = []
        for cell in cells:
            reader = _Reader(self.headings, self.lists, self.numbering)
            for child in cell:
                reader.block(child, depth + 1)
            inside.append(reader.lines)
        filled = [lines for lines in inside if lines]
        if len(filled) == 2 and len(filled[0]) <= 3 and len(filled[1]) > 1 and _is_label(filled[0]):
            # Dates or a heading left, the content right: the label belongs to the first line of the content.
            first = filled[1][0]
            label = "\t".join(line.text for line in filled[0])
            joined = Line(
                0, 0, f"{label}\t{first.text}", bold=first.bold or filled[0][0].bold, size=first.size
            )
            if filled[0][0].style or _is_bare_heading(label):
                self._add(filled[0][0])
                joined = first
            filled = [[joined, *filled[1][1:]]]
        if all(len(lines) == 1 for lines in filled) and len(filled) > 1:
            firsts = [lines[0] for lines in filled]
            text = "\t".join(line.text for line in firsts)
            self._add(Line(0, 0, text, bold=firsts[0].bold, size=firsts[0].size, style=firsts[0].style))
            return
        for lines in filled:
            for line in lines:
                self._add(line)

    def _paragraph(self, paragraph: etree._Element, depth: int) -> None:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style_id = (style.get(qn("w:val")) or "") if style is not None else ""
        listed = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None or style_id in self.lists
        texts = "".join(_text(paragraph, depth)).split("\n")
        bold, size = _look(paragraph)
        level = self.headings.get(style_id, 0)
        for text in texts:
            if text == "\f":
                self.page, self.on_page = self.page + 1, 0
                continue
            words = "\t".join(clean(cell) for cell in text.replace("\f", "").split("\t"))
            words = re.sub(r"\t+", "\t", words).strip()
            found = BULLET.match(words)
            if found and len(words) > found.end():
                words = words[found.end() :].lstrip()
            if words:
                made = Line(
                    0, 0, join_letter_spaced(words), bold=bold, size=size, style=level,
                    bullet=(listed and level == 0) or bool(found),
                )  # fmt: skip
                self._add(made)
            elif len(texts) == 1:
                self.blank += 1
        for box in paragraph.iter(TXBX):
            if not any(parent.tag == FALLBACK for parent in box.iterancestors()):
                for child in box:
                    self.block(child, depth + 1)

    def _add(self, line: Line) -> None:
        self.on_page += 1
        if self.on_page > LINES_A_PAGE:
            self.page, self.on_page = self.page + 1, 1
        space = 2.0 if self.blank else 1.0
        self.blank = 0
        placed = msgspec.structs.replace(
            line, page=self.page, number=self.on_page, y=float(self.on_page), space=space
        )
        self.lines.append(msgspec.structs.replace(placed, text=line.text[: int(LINE_LENGTH_MAX)]))


def _is_label(lines: list[Line]) -> bool:
    return sum(len(line.text) for line in lines) <= 42 and not any(line.bullet for line in lines)


def _is_bare_heading(text: str) -> bool:
    return is_heading(text)


def _text(element: etree._Element, depth: int) -> Iterator[str]:
    """Text of a paragraph with tabs and breaks, without what its text boxes hold."""
    if depth > DEPTH_MAX:
        return
    for child in element:
        if child.tag == W_T:
            yield child.text or ""
        elif child.tag == W_TAB and element.tag == W_R:
            yield "\t"
        elif child.tag in {W_BR, W_CR}:
            yield "\n\f\n" if child.get(qn("w:type")) == "page" else "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif isinstance(child.tag, str) and child.tag not in {
            TXBX,
            FALLBACK,
            qn("w:pPr"),
            qn("w:rPr"),
            qn("w:del"),
        }:
            yield from _text(child, depth + 1)


def _look(paragraph: etree._Element) -> tuple[bool, float]:
    """Whether the first run is bold, and its size in points (0 when the style alone says)."""
    for run in paragraph.iter(W_R):
        if "".join(_text(run, 0)).strip():
            bold = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
            size = run.find(f"{qn('w:rPr')}/{qn('w:sz')}")
            half = size.get(qn("w:val")) if size is not None else None
            is_bold = bold is not None and bold.get(qn("w:val")) not in {"0", "false"}
            return is_bold, int(half) / 2 if half is not None and half.isdecimal() and len(half) < 5 else 0.0
    return False, 0.0
