"""otherside resume FILE: what a résumé says, as JSON or on one screen. Needs no database."""

import argparse
import json
import sys
from pathlib import Path

from otherside.kernel.clock import utc_now
from otherside.kernel.errors import Invalid
from otherside.resume.edge.limited import read_resume
from otherside.resume.limits import BYTES_MAX
from otherside.resume.months import Month, month_of

NAME = "resume"
HELP = "Read a résumé (PDF, DOCX, text, JSON Resume): roles, years, technologies, framing and probes"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the résumé; - reads standard input")
    parser.add_argument(
        "--as-of", metavar="YYYY-MM", help="the month that counts as the present (default: this one)"
    )
    parser.add_argument("--json", action="store_true", help="JSON Resume's keys, and beside them `otherside`")


def call(options: argparse.Namespace) -> int:
    """0 when read; 1 with the reason on standard error when the document is refused."""
    as_of, content = _as_of(options.as_of), _content(options.file)
    _, profile = read_resume(content, as_of)
    if options.json:
        from otherside.resume.jsonresume import as_json

        print(json.dumps(as_json(profile), ensure_ascii=False, indent=2))
    else:
        from otherside.resume.digest import on_one_screen

        print(on_one_screen(profile))
    return 0


def _content(path: Path) -> bytes:
    """The file's bytes, and one more than allowed where it is too long, so that the refusal can say so."""
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read(int(BYTES_MAX) + 1)
        with path.open("rb") as file:
            return file.read(int(BYTES_MAX) + 1)
    except OSError as error:
        raise Invalid(f"{path} cannot be read: {error.strerror}.") from error


def _as_of(text: str | None) -> Month:
    if text is None:
        now = utc_now()
        return Month(now.year, now.month)
    try:
        return month_of(text)
    except ValueError as error:
        raise Invalid(f"--as-of: {error}.") from error
