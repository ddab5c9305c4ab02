"""Ranges of dates as people write them: the anchors that roles hang on.

One grammar for all languages: a moment is a month with a year, a year, a season, or a word for the present; a
range is two moments with a dash or a word between, or "since" and one moment. Day numbers are read over.
"""

# ruff: noqa: E501, RUF001, RUF003 - lists of words, kept together as they are read

import re
from dataclasses import dataclass

from otherside.resume.months import Month, Span

YEAR_MIN, YEAR_MAX = 1955, 2100

MONTHS: dict[int, str] = {
    1: "january jan janvier janv januar jänner januari enero ene gennaio gen janeiro styczeń stycznia ocak leden ledna tammikuu январь",
    2: "february feb febr février févr fév fev februar feber februari febrero febbraio fevereiro luty lutego şubat únor helmikuu февраль",
    3: "march mar mars märz mrz maerz maart mrt marzo março marzec marca mart březen března maaliskuu март",
    4: "april apr avril avr abril abr aprile kwiecień kwietnia nisan duben dubna huhtikuu апрель",
    5: "may mai mayo maggio mag maio mei maj maja mayıs květen května toukokuu май",
    6: "june jun juin juni junio giugno giu junho czerwiec czerwca haziran červen června kesäkuu июнь",
    7: "july jul juillet juil juli julio luglio lug julho lipiec lipca temmuz červenec července heinäkuu июль",
    8: "august aug août aout augusti augustus agosto ago sierpień sierpnia ağustos srpen srpna elokuu август",
    9: "september sep sept septembre septiembre settembre set setembro wrzesień września eylül září syyskuu сентябрь",
    10: "october oct octobre oktober okt octubre ottobre ott outubro out październik października ekim říjen října lokakuu октябрь",
    11: "november nov novembre noviembre nov novembro listopad listopada kasım marraskuu ноябрь",
    12: "december dec décembre déc dezember dez diciembre dic dicembre dezembro grudzień grudnia aralık prosinec prosince joulukuu декабрь",
}
SEASONS: dict[str, tuple[int, int]] = {
    "spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (12, 12),
    "frühling": (3, 5), "frühjahr": (3, 5), "sommer": (6, 8), "herbst": (9, 11), "printemps": (3, 5),
    "été": (6, 8), "automne": (9, 11), "hiver": (12, 12), "primavera": (3, 5), "verano": (6, 8), "otoño": (9, 11),
    "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12), "h1": (1, 6), "h2": (7, 12),
    "early": (2, 2), "mid": (6, 6), "late": (11, 11), "ss": (4, 9), "ws": (10, 12), "estate": (6, 8), "verão": (6, 8),
}  # fmt: skip
NUMBER_OF = {word: number for number, words in MONTHS.items() for word in words.split()}
NOW = (
    r"present|presents|now|current|currently|today|to\s?date|till\s+date|till\s+now|until\s+now|ongoing|date|heute|aktuell|"
    r"jetzt|laufend|gegenwart|dato|actuellement|actuel|aujourd['’]?\s?hui|présent|en\s+cours|ce\s+jour|à\s+ce\s+jour|"
    r"actualidad|la\s+actualidad|actual|actualmente|presente|hoy|la\s+fecha|oggi|attuale|in\s+corso|atual|hoje|o\s+momento|"
    r"heden|nu|idag|nuvarande|nå|obecnie|teraz|chwili\s+obecnej|současnost|nykyinen|günümüz|halen|至今|现在|現在|present\s+day|"
    r"наст\.?\s*время|по\s+настоящее\s+время|по\s+н\.?\s*в\.?"
)
_WORDS = "|".join(sorted(map(re.escape, NUMBER_OF), key=len, reverse=True))
_SEASONS = "|".join(sorted(map(re.escape, SEASONS), key=len, reverse=True))
_YEAR = r"(?:19[5-9]\d|20\d\d)"
MOMENT = re.compile(
    rf"""(?P<now>(?<!\w)(?:{NOW})(?!\w))
    | (?P<cjk>{_YEAR})\s?年\s?(?:(?P<cjkm>\d{{1,2}})\s?月)?
    | (?<![\d/.-])(?P<iso>{_YEAR})[-/.](?P<isom>0?[1-9]|1[0-2])(?:[-/.](?:[0-2]?\d|3[01]))?(?![\d/])
    | (?<![\d/.])(?:(?:[0-2]?\d|3[01])[./-])?(?P<num>0?[1-9]|1[0-2])\s?[./-]\s?(?P<numy>{_YEAR})(?!\d)
    | (?<![\d/.])(?P<short>0[1-9]|1[0-2])[/.](?P<shorty>\d\d)(?![\d/.%])
    | (?<!\w)(?:(?:[0-2]?\d|3[01])(?:st|nd|rd|th|\.|er|º)?\s+(?:de\s+)?)?(?P<word>{_WORDS})(?!\w)\.?,?\s*
      (?:(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?\s*,\s*)?
      (?:(?:de|del|of|di|do)\s+)?(?:['’]\s?(?P<wordyy>\d\d)(?!\d)|[-/]?\s?(?P<wordy>{_YEAR})(?!\d)|(?<=[\s-])(?P<wordys>\d\d)(?![\d\w%.:]|\s+(?:19|20)\d\d))?
    | (?<!\w)(?P<season>{_SEASONS})(?!\w)[-\s]*(?:of\s+|de\s+)?(?:['’](?P<seasonyy>\d\d)|(?P<seasony>{_YEAR}))(?:/\d\d(?:\d\d)?)?(?!\d)
    | (?<![\w/.,$€£#+])(?P<year>{_YEAR})(?![\w%])(?![/.]\d|,\d{{3}})
    | (?<!\w)['’](?P<yy>\d\d)(?!\d|\w)""",
    re.IGNORECASE | re.VERBOSE,
)
BETWEEN = re.compile(
    r"\s*(?:[-–—―−‒~～→»]+>?|\bto\b|\bthrough\b|\bthru\b|\buntil\b|\btill\b|\bbis(?:\s+zum)?\b|\bau\b|\bà\b|\bjusqu['’]\s?(?:à|en|au)|"
    r"\bhasta(?:\s+la)?\b|\ba\b|\bal?\b|\baté\b|\bfino\s+a\b|\btot\b|\btill\b|\bdo\b|\bal\b|\bpor\b|(?:-\s*)?\bà\b)\s*"
    r"(?:\b(?:la|el|le|the|o)\b\s+)?",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"(?:\b(?:since|seit|ab|depuis|desde|dal|sinds|od|sedan|siden|from)\b(?:\s+(?:le|el|dem))?|从|自)\s*$",
    re.IGNORECASE,
)
LEAD = re.compile(r"(?:\b(?:from|von|vom|de|du|dal|desde|since|van|od|seit|depuis)\b)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    first: Month | None  # None: the present
    last: Month | None
    begin: int
    end: int
    bare_month: int = 0  # a month whose year stands later: "June – August 2018"
    short: bool = False  # '17, or 06/17


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range and where in the text it stands. `single`: one moment only, for example a year."""

    span: Span
    begin: int
    end: int
    single: bool = False


def moments(text: str) -> list[Moment]:
    found = []
    for match in MOMENT.finditer(text):
        made = _moment(match)
        if made is not None:
            found.append(made)
    return found


def _moment(match: re.Match[str]) -> Moment | None:  # noqa: PLR0911 - one way of writing a moment each
    groups = match.groupdict()
    begin, end = match.span()
    if groups["now"]:
        return Moment(None, None, begin, end)
    if groups["season"]:
        year = _year(groups["seasony"], groups["seasonyy"])
        first, last = SEASONS[groups["season"].lower()]
        return _within(Month(year, first), Month(year, last), begin, end)
    if groups["word"]:
        month = NUMBER_OF[groups["word"].lower()]
        digits = groups["wordyy"] or groups["wordys"]
        if not groups["wordy"] and not digits:
            return Moment(None, None, begin, end, bare_month=month)
        made = Month(_year(groups["wordy"], digits), month)
        return _within(made, made, begin, end)
    for year_group, month_group in (("cjk", "cjkm"), ("iso", "isom"), ("numy", "num")):
        if groups[year_group]:
            made = Month(int(groups[year_group]), int(groups[month_group] or 0))
            return _within(made, made, begin, end)
    if groups["shorty"]:
        made = Month(_year(None, groups["shorty"]), int(groups["short"]))
        return _within(made, made, begin, end, short=True)
    made = Month(_year(groups["year"], groups["yy"]))
    return _within(made, made, begin, end, short=groups["year"] is None)


def _within(first: Month, last: Month, begin: int, end: int, *, short: bool = False) -> Moment | None:
    if YEAR_MIN <= first.year <= YEAR_MAX and 0 <= first.month <= 12:
        return Moment(first, last, begin, end, short=short)
    return None


def _year(full: str | None, short: str | None) -> int:
    if full:
        return int(full)
    digits = int(short or 0)
    return 2000 + digits if digits < 60 else 1900 + digits


def ranges(text: str) -> list[DateRange]:
    """Every range in `text`, left to right; then single moments that stand in none of them."""
    found: list[DateRange] = []
    marks = moments(text)
    place = 0
    while place < len(marks):
        here = marks[place]
        after = marks[place + 1] if place + 1 < len(marks) else None
        made = _range(text, here, after)
        if made is None:
            single = _single(here)
            if single is not None:
                found.append(single)
            place += 1
            continue
        found.append(made)
        place += 2 if made.end > here.end and after is not None and made.end >= after.end else 1
    return found


def _range(text: str, here: Moment, after: Moment | None) -> DateRange | None:
    if after is not None:
        between = text[here.end : after.begin]
        if BETWEEN.fullmatch(between) or (
            not between.strip() and after.first is None and not after.bare_month
        ):
            made = _joined(here, after)
            if made is not None:
                begin = LEAD.search(text[: here.begin])
                return DateRange(made, begin.start() if begin else here.begin, after.end)
    if here.first is None:
        return None
    year_tail = re.match(r"\s?[-–—/]\s?(\d\d)(?!\d|[./-]\d)", text[here.end :])
    if year_tail and not here.first.known and int(year_tail.group(1)) > here.first.year % 100:
        end = Month(here.first.year // 100 * 100 + int(year_tail.group(1)))
        return DateRange(Span(here.first, end), here.begin, here.end + year_tail.end())
    lead = SINCE.search(text[: here.begin])
    open_end = re.match(r"\s*[-–—]+\s*(?:$|\t|\||\))|\s*\+(?=\s|$)", text[here.end :])
    if lead or (open_end and not here.short):
        stop = here.end + (len(open_end.group().rstrip("\t|)")) if open_end else 0)
        return DateRange(Span(here.first, None, ongoing=True), lead.start() if lead else here.begin, stop)
    return None


def _joined(here: Moment, after: Moment) -> Span | None:
    if here.first is None and here.bare_month and after.last is not None and after.last.known:
        year = after.last.year - (1 if here.bare_month > after.last.month else 0)
        return Span(Month(year, here.bare_month), after.last)
    if here.first is None:
        return None
    if after.last is None:
        if after.bare_month and here.first.known:
            return (
                Span(here.first, Month(here.first.year, after.bare_month))
                if after.bare_month >= here.first.month
                else None
            )
        return None if after.bare_month else Span(here.first, None, ongoing=True)
    if (after.last.year, after.last.month or 12) < (here.first.year, here.first.month or 1):
        return None
    return Span(here.first, after.last)


def _single(here: Moment) -> DateRange | None:
    if here.first is None or here.last is None or (here.short and not here.first.known):
        return None
    return DateRange(Span(here.first, here.last), here.begin, here.end, single=True)


def without_dates(text: str, found: list[DateRange]) -> str:
    """The text with its ranges taken out, and the durations, brackets and dashes that stood around them."""
    for date in sorted(found, key=lambda date: -date.begin):
        text = text[: date.begin] + "\t" + text[date.end :]
    text = DURATION.sub("\t", text)
    text = re.sub(r"[(\[]\s*[,;·|\t ]*\s*[)\]]", "\t", text)
    text = re.sub(
        r"[ ]*[,;:|·•–—(\[-]+\s*(?=\t|$)|(?:(?<=\t)|^)\s*(?:[,;:|·•–—)\]-]|\.(?=\s|$))+[ ]*", "\t", text
    )
    text = re.sub(r"\s*\t\s*", "\t", text).strip()
    return "\t".join(f"{cell})" if cell.count("(") > cell.count(")") else cell for cell in text.split("\t"))


DURATION = re.compile(
    r"[(·,|•]?\s*(?<!\w)(?:\d{1,2}\s*(?:years?|yrs?|jahre?n?|ans?|años?|anni)\.?\s*(?:,|and|und|et|y)?\s*)?"
    r"\d{1,2}\s*(?:years?|yrs?|months?|mos?|monate?n?|jahre?n?|mois|ans?|meses|mes|años?|anni|mesi)(?!\w)\.?\s*\)?",
    re.IGNORECASE,
)
