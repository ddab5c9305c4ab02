"""What reading gives: lines in the order in which a person reads them, each with its place on its page."""

import msgspec

from otherside.resume.limits import LINE_LENGTH_MAX


class Line(msgspec.Struct, frozen=True):
    """One line as it stands. Wide gaps are tabs, so `cells` are what a reader sees as columns.

    `x` and `y` are points from the page's top left corner (for text and DOCX: characters and lines); `size`
    is the font size in points, 0 where the format has none; `flow` is 0 for the main column and counts side
    columns; `room` is the white space between the line's end and the right edge of its column; `xs` is where
    its cells begin; `space` is the white space above in line heights; `style` is the heading level that the
    document itself declares, 0 for none.
    """

    page: int
    number: int
    text: str
    x: float = 0
    y: float = 0
    size: float = 0
    bold: bool = False
    bullet: bool = False
    flow: int = 0
    space: float = 0
    style: int = 0
    room: float = 0
    xs: tuple[float, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        return tuple(cell for cell in (part.strip() for part in self.text.split("\t")) if cell)

    @property
    def words(self) -> str:
        """The text with tabs as spaces."""
        return " ".join(self.text.split())


class Passage(msgspec.Struct, frozen=True):
    """Where something was read: page and line count from 1."""

    page: int
    line: int
    text: str


class Document(msgspec.Struct, frozen=True):
    """`format`: pdf, docx, text, json.

    `structured` holds a JSON Resume as it came; its lines are its words.
    """

    format: str
    pages: int
    lines: tuple[Line, ...]
    structured: dict[str, object] | None = None


def passage_of(line: Line) -> Passage:
    return Passage(line.page, line.number, line.words[: int(LINE_LENGTH_MAX)])
