"""PDF: pdfium's letters with their positions, as pieces; ordering is `layout`'s.

Runs in the limited child only.
"""

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from otherside.resume.document import Document
from otherside.resume.failures import Broken, Encrypted, NoText, TooLarge
from otherside.resume.layout import Piece, in_reading_order
from otherside.resume.letters import clean
from otherside.resume.limits import LETTERS_MAX, LINES_MAX, PAGES_MAX, PICTURE_WIDTH_MAX

SPACE_EM = 0.17  # a gap wider than this is a space where the font has none
SPLIT_EM = 1.0  # and one wider than this parts two pieces
TEXT_LETTERS_A_PAGE_MIN = 60  # fewer than this on average: a scan with a stamp or a page number


@dataclass(frozen=True, slots=True)
class Letter:
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    spaced: bool  # pdfium sees a space before it


def read_pdf(content: bytes) -> Document:
    """The document's lines. Raises Encrypted, Broken, NoText, TooLarge."""
    with _opened(content) as pdf:
        count = len(pdf)
        if count > int(PAGES_MAX):
            raise TooLarge(
                f"The PDF has {count} pages, more than the limit of {int(PAGES_MAX)}: {PAGES_MAX.reached}"
            )
        pieces: list[Piece] = []
        widths: dict[int, float] = {}
        for number in range(count):
            found, widths[number + 1] = _pieces_of_page(pdf, number)
            pieces += found
            if sum(len(piece.text) for piece in pieces) > int(LETTERS_MAX):
                raise TooLarge(f"The PDF has more than {int(LETTERS_MAX)} characters: {LETTERS_MAX.reached}")
    if sum(letter.isalnum() for piece in pieces for letter in piece.text) < TEXT_LETTERS_A_PAGE_MIN * count:
        raise NoText(
            f"This PDF has no text, needs OCR: its {count} page{'s are' if count != 1 else ' is'} a picture. "
            "Send the original document, or run OCR over it first."
        )
    lines = in_reading_order(pieces, widths)
    if len(lines) > int(LINES_MAX):
        raise TooLarge(f"The PDF has {len(lines)} lines, more than {int(LINES_MAX)}: {LINES_MAX.reached}")
    return Document("pdf", count, lines)


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        pdf = pdfium.PdfDocument(io.BytesIO(content))
        len(pdf)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Encrypted("This PDF asks for a password. Send one that opens without.") from error
        raise Broken("This PDF is damaged and cannot be opened. Export it again and send it anew.") from error
    return pdf


def _pieces_of_page(pdf: pdfium.PdfDocument, number: int) -> tuple[list[Piece], float]:
    """The page's pieces and its width."""
    try:
        page = pdf[number]
        width, height = page.get_size()
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        # A damaged page among good ones: the rest is worth reading, and a file of only such pages has no
        # text.
        return [], 0.0
    letters = list(_letters(text_page, height))
    text_page.close()
    page.close()
    return list(_joined(letters, number + 1)), width


def _letters(text_page: pdfium.PdfTextPage, height: float) -> Iterator[Letter]:
    """Every letter that is really drawn, with the baseline measured from the page's top."""
    handle = text_page.raw
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    fonts: dict[int, tuple[float, bool]] = {}
    seen: dict[tuple[int, int, str], int] = {}
    spaced = False
    for index in range(min(raw.FPDFText_CountChars(handle), int(LETTERS_MAX))):
        if raw.FPDFText_IsGenerated(handle, index) == 1:
            spaced = raw.FPDFText_GetUnicode(handle, index) == 32
            continue
        code = raw.FPDFText_GetUnicode(handle, index)
        if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            continue
        text = "-" if code == 2 else chr(code)  # pdfium's sign for a hyphen at a line's end
        if code in {10, 13}:
            continue
        if not raw.FPDFText_GetLooseCharBox(handle, index, box):
            continue
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        size, bold = _font(handle, index, fonts)
        if not 2 <= size <= 200 or not (-50 <= x.value <= 5000) or not (-50 <= height - y.value <= 20000):
            continue
        # Bold faked by drawing twice at nearly the same place, by two objects; one ligature is several
        # letters.
        key = (round(x.value), round(y.value), text)
        thing = ctypes.cast(raw.FPDFText_GetTextObject(handle, index), ctypes.c_void_p).value or 0
        if not text.isspace() and seen.setdefault(key, thing) != thing:
            continue
        yield Letter(text, box.left, box.right, height - y.value, size, bold, spaced)
        spaced = False


def _font(handle: object, index: int, fonts: dict[int, tuple[float, bool]]) -> tuple[float, bool]:
    """Size in points on the page and whether the face is bold, looked up once per text object."""
    thing = raw.FPDFText_GetTextObject(handle, index)
    key = ctypes.cast(thing, ctypes.c_void_p).value or -index
    if key in fonts:
        return fonts[key]
    matrix = raw.FS_MATRIX()
    size = raw.FPDFText_GetFontSize(handle, index)
    if raw.FPDFText_GetMatrix(handle, index, matrix):
        scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
        size *= scale or 1.0
    buffer = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(handle, index, buffer, 200, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    heavy = any(
        word in name for word in ("bold", "black", "heavy", "semibold", "demi", "-bx", "cmbx", "sfbx")
    )
    fonts[key] = (float(size), heavy)
    return fonts[key]


def _joined(letters: list[Letter], page: int) -> Iterator[Piece]:
    """Letters of one baseline, left to right, as pieces between wide gaps."""
    rows: list[list[Letter]] = []
    latest: dict[int, list[Letter]] = {}
    for letter in letters:
        row = next(
            (latest[k] for k in (round(letter.y), round(letter.y) - 1, round(letter.y) + 1) if k in latest),
            None,
        )
        if row is None:
            row = []
            rows.append(row)
            latest[round(letter.y)] = row
        row.append(letter)
    for row in rows:
        row.sort(key=lambda letter: letter.x0)
        yield from _pieces_of_row(row, page)


def _pieces_of_row(row: list[Letter], page: int) -> Iterator[Piece]:
    text: list[str] = []
    run: list[Letter] = []
    spread = _spread(row)
    for letter in row:
        if letter.text.isspace():
            if text and not text[-1].isspace():
                text.append(" ")
            continue
        if run:
            gap = letter.x0 - run[-1].x1
            em = max(min(letter.size, run[-1].size), 1)
            if gap > (SPLIT_EM + 2 * spread) * em:
                yield from _piece(text, run, page)
                text, run = [], []
            elif not text[-1].isspace() and (
                gap > (SPACE_EM + spread) * em or (letter.spaced and not spread and gap > 0.06 * em)
            ):
                text.append(" ")
        text.append(letter.text)
        run.append(letter)
    if run:
        yield from _piece(text, run, page)


def _spread(row: list[Letter]) -> float:
    """How far the letters of a spaced-out line stand apart, in em; 0 for ordinary lines."""
    solid = [letter for letter in row if not letter.text.isspace()]
    gaps = sorted((b.x0 - a.x1) / max(min(a.size, b.size), 1) for a, b in pairwise(solid))
    if len(gaps) < 4:
        return 0.0
    middle = gaps[len(gaps) // 2]
    return middle if 0.1 < middle < 0.6 else 0.0


def _piece(text: list[str], run: list[Letter], page: int) -> Iterator[Piece]:
    words = clean("".join(text))
    if words:
        bold = sum(letter.bold for letter in run[:4]) * 2 > len(
            run[:4]
        )  # how it begins: a header's first words
        sizes = sorted(letter.size for letter in run)
        yield Piece(
            page, run[0].x0, max(letter.x1 for letter in run), run[0].y, sizes[len(sizes) // 2], bold, words
        )


def picture_of_page(content: bytes, number: int) -> bytes:
    """Page `number` (from 1) as a PNG of at most PICTURE_WIDTH_MAX pixels. Raises Broken, Encrypted."""
    with _opened(content) as pdf:
        if not 1 <= number <= min(len(pdf), int(PAGES_MAX)):
            raise Broken(f"The document has no page {number}; it has {len(pdf)}.")
        try:
            page = pdf[number - 1]
            width, height = page.get_size()
            scale = min(int(PICTURE_WIDTH_MAX) / max(width, 1), 1.6 * int(PICTURE_WIDTH_MAX) / max(height, 1))
            picture = page.render(scale=scale).to_pil()
        except pdfium.PdfiumError as error:
            raise Broken(f"Page {number} is damaged and cannot be drawn.") from error
        out = io.BytesIO()
        picture.save(out, format="PNG", optimize=False)
        return out.getvalue()
