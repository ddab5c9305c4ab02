"""How much of what is known of the test people is read: `python -m tests.resume.score [FOLDER] [WORD]`.

Prints a table by layout and one line of JSON. PDFs are printed by Chromium into FOLDER once; WORD keeps only
documents whose name contains it. `--show` lists what is wrong.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from otherside.resume.build import read_profile
from otherside.resume.edge.reading import read
from otherside.resume.edge.technologies import load_technologies
from otherside.resume.headings import folded
from otherside.resume.months import Month, Span, union_months
from otherside.resume.profile import Profile
from otherside.resume.technologies import Catalogue
from tests.resume.plain import TEXTS, WORDFILES
from tests.resume.templates import LAYOUTS

AS_OF = Month(2026, 6)
PEOPLE = yaml.safe_load((Path(__file__).parent / "people.yaml").read_text())["people"]


def printed(folder: Path) -> None:
    """Every person in every layout as PDF, where it is not there yet."""
    missing = [
        (p, n, f) for p in PEOPLE for n, f in LAYOUTS.items() if not (folder / f"{p['id']}-{n}.pdf").exists()
    ]
    if not missing:
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        tab = browser.new_page()
        for person, name, layout in missing:
            tab.set_content(layout(person))
            tab.pdf(
                path=str(folder / f"{person['id']}-{name}.pdf"),
                prefer_css_page_size=True,
                print_background=True,
            )
        browser.close()


def documents(folder: Path) -> Iterator[tuple[dict, str, bytes]]:
    """(person, layout, bytes) of every document."""
    printed(folder)
    for person in PEOPLE:
        for name in LAYOUTS:
            yield person, name, (folder / f"{person['id']}-{name}.pdf").read_bytes()
        for name, make in TEXTS.items():
            yield person, name, make(person).encode()
        for name, make in WORDFILES.items():
            yield person, name, make(person)


def same(a: str, b: str) -> bool:
    return folded(a) == folded(b)


def month(text: str | None) -> Month:
    year, number = str(text).split("-")
    return Month(int(year), int(number))


def truth_months(person: dict, *, engineering: bool) -> int:
    spans = [
        Span(month(r["start"]), month(r["end"]) if "end" in r else None, "end" not in r)
        for r in person["roles"]
        if not engineering or r.get("kind") not in {"academic", "other-trade"}
    ]
    return union_months(spans, AS_OF)


def near(found: int, true: int) -> bool:
    return abs(found - true) <= max(6, 0.1 * true)


def f1(hits: int, found: int, true: int) -> float:
    return 1.0 if found == true == 0 else 2 * hits / max(1, found + true)


@dataclass
class Marks:
    """What was right of one document, 0 to 1 a field, and what was wrong in words."""

    right: dict[str, float] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def put(self, key: str, value: float, told: object) -> None:
        self.right[key] = float(value)
        if value < 1:
            self.wrong.append(f"{key}: {told}")


def digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def scores(
    person: dict, name: str, content: bytes, catalogue: Catalogue
) -> tuple[dict[str, float], list[str]]:
    profile = read_profile(read(content), catalogue, AS_OF)
    marks = Marks()
    marks.put("name", same(profile.name.value, person["name"]), profile.name.value)
    marks.put("email", profile.email.value == person["email"], profile.email.value)
    marks.put("phone", digits(profile.phone.value) == digits(person["phone"]), profile.phone.value)
    _roles(marks, person, profile, years_only=name == "years")
    for key, engineering in (("months_engineering", True), ("months_all", False)):
        value, right = getattr(profile, key), truth_months(person, engineering=engineering)
        marks.put(
            key,
            near(value, right),
            f"{value} not {right}: {[(r.kind, r.engineering) for r in profile.roles]}",
        )
    names, right = {s.name for s in profile.technologies}, set(person["technologies"])
    told = f"+{sorted(names - right)} -{sorted(right - names)}"
    marks.put("technologies", f1(len(names & right), len(names), len(right)), told)
    titles = [p.name for p in profile.projects]
    hits = sum(any(same(p["name"], x) for x in titles) for p in person["projects"])
    marks.put("projects", f1(hits, len(titles), len(person["projects"])), titles)
    current = profile.current.title.value if profile.current else ""
    marks.put("current", same(current, person["current"]), current)
    marks.put("seniority", profile.seniority.level == person["seniority"], profile.seniority.level)
    style = profile.verbosity.style
    marks.put("verbosity", style == person["verbosity"], f"{style} {profile.verbosity.words_a_bullet}")
    return marks.right, marks.wrong


def _roles(marks: Marks, person: dict, profile: Profile, *, years_only: bool) -> None:
    true = [(r["title"], r["company"]) for r in person["roles"]]
    found = [(r.title.value, r.company.value) for r in profile.roles]
    both = sum(any(same(a, c) and same(b, d) for c, d in found) for a, b in true)
    marks.put("title+company", f1(both, len(found), len(true)), found)
    titles = sum(any(same(a, c) for c, _ in found) for a, _ in true)
    marks.put("title", f1(titles, len(found), len(true)), [c for c, _ in found])
    cut = 4 if years_only else 7
    read_dates = {
        (str(r.span.start)[:cut], "" if r.span.ongoing else str(r.span.end)[:cut]) for r in profile.roles
    }
    dates = sum((str(r["start"])[:cut], str(r.get("end", ""))[:cut]) in read_dates for r in person["roles"])
    marks.put("dates", f1(dates, len(found), len(true)), [r.dates.value for r in profile.roles])


def main() -> None:
    words = [a for a in sys.argv[1:] if not a.startswith("--")]
    folder = Path(words[0]) if words else Path(tempfile.gettempdir()) / "otherside-resumes"
    folder.mkdir(parents=True, exist_ok=True)
    catalogue = load_technologies()
    table: dict[str, list[dict[str, float]]] = {}
    took = []
    for person, name, content in documents(folder):
        if len(words) > 1 and words[1] not in f"{person['id']}-{name}":
            continue
        begin = time.perf_counter()
        out, wrong = scores(person, name, content, catalogue)
        took.append(time.perf_counter() - begin)
        table.setdefault(name, []).append(out)
        if "--show" in sys.argv and wrong:
            print(f"{person['id']}-{name}\n    " + "\n    ".join(wrong))
    keys = list(next(iter(table.values()))[0])
    print(f"{'':11}" + "".join(f"{k[:9]:>10}" for k in keys))
    for name, rows in table.items():
        print(f"{name:11}" + "".join(f"{sum(r[k] for r in rows) / len(rows):10.2f}" for k in keys))
    every = [row for rows in table.values() for row in rows]
    total = {k: round(sum(r[k] for r in every) / len(every), 3) for k in keys}
    print(f"{'all':11}" + "".join(f"{total[k]:10.3f}" for k in keys))
    print(
        json.dumps(
            {"documents": len(every), "median_ms": round(sorted(took)[len(took) // 2] * 1000, 1), **total}
        )
    )


if __name__ == "__main__":
    main()
