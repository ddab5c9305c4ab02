"""Education: institution, degree and years. Shown, never judged."""

# ruff: noqa: E501 - lists of words, kept together as they are read

import re
from collections.abc import Sequence

from otherside.resume.blocks import joined
from otherside.resume.dates import DateRange, ranges
from otherside.resume.document import passage_of
from otherside.resume.headers import Part, parts_of
from otherside.resume.headings import EDUCATION
from otherside.resume.places import is_place
from otherside.resume.profile import Study
from otherside.resume.sections import Section

SCHOOL = re.compile(
    r"(?<!\w)(?:universi\w+|hochschule|fachhochschule|\w*schule|institut\w*|college|school|école|ecole|escuela|politec\w+|polytech\w*|akadem\w*|academy|gymnasium|lycée|liceo|facult\w+|fakultät|eth|epfl|mit|tu|rwth|kth|iit|insa|ucl|caltech|bootcamp|campus)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
DEGREE = re.compile(
    r"(?<!\w)(?:b\.?\s?sc\.?|m\.?\s?sc\.?|b\.?\s?eng\.?|m\.?\s?eng\.?|b\.?a\.?|m\.?a\.?|b\.?s\.?|m\.?s\.?|bachelor\w*|master\w*|ph\.?\s?d\.?|doctor\w*|diplom\w*|dipl\.?\S*|licen\w+|grado|ingenier\w+|magister|mba|abitur|baccalauréat|a-levels?|degree|staatsexamen|promotion|dut|bts|"
    r"b\.?\s?tech|m\.?\s?tech|associate'?s?|certificate|laurea\w*|licenciatura|máster|mestrado|graduação|minor|major|computer science|informatik|informatique|informática)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip


def studies_of(sections: Sequence[Section]) -> tuple[Study, ...]:
    found: list[Study] = []
    for section in sections:
        if section.name != EDUCATION:
            continue
        rows = [
            block for block in joined(section.lines) if not block.bullet and len(block.words.split()) <= 24
        ]
        held: list[Part] = []
        dates: DateRange | None = None
        for block in rows:
            parts = parts_of([block.first])
            here = next(iter(ranges(block.text)), None)
            again = any(SCHOOL.search(p.text) for p in parts) and any(SCHOOL.search(p.text) for p in held)
            if held and (again or (here is not None and dates is not None)):
                found += _study(held, dates)
                held, dates = [], None
            held += parts
            dates = dates or here
        found += _study(held, dates)
    return tuple(found[:12])


def _study(parts: Sequence[Part], dates: DateRange | None) -> list[Study]:
    usable = [part for part in parts if not is_place(part.text)]
    school = next((part for part in usable if SCHOOL.search(part.text)), None)
    degree = next((part for part in usable if part is not school and DEGREE.search(part.text)), None)
    if school is None and degree is None:
        return []
    at = school or degree
    assert at is not None
    span = dates.span if dates is not None else None
    start = str(span.start) if span is not None and dates is not None and not dates.single else ""
    end = str(span.end) if span is not None and span.end is not None else ""
    return [
        Study(school.text if school else "", degree.text if degree else "", start, end, passage_of(at.line))
    ]
