"""How much of what is known of the test people is read: `python -m tests.resume.score [FOLDER] [WORD]`.

Prints a table by layout and one line of JSON. PDFs are printed by Chromium into FOLDER once; WORD keeps only
documents whose name contains it. `--show` lists what is wrong.
"""

import io
import json
import sys
import tempfile
import time
from pathlib import Path

import yaml

from otherside.resume.build import read_profile
from otherside.resume.edge.reading import read
from otherside.resume.edge.technologies import load_technologies
from otherside.resume.headings import folded
from otherside.resume.months import Month, union_months
from otherside.resume.months import Span
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


def documents(folder: Path):
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


def scores(person: dict, name: str, content: bytes, catalogue) -> tuple[dict[str, float], list[str]]:
    profile = read_profile(read(content), catalogue, AS_OF)
    wrong: list[str] = []
    out: dict[str, float] = {}

    def put(key: str, value: float, told: object) -> None:
        out[key] = float(value)
        if value < 1:
            wrong.append(f"{key}: {told}")

    put("name", same(profile.name.value, person["name"]), profile.name.value)
    put("email", profile.email.value == person["email"], profile.email.value)
    digits = lambda s: "".join(filter(str.isdigit, s))
    put("phone", digits(profile.phone.value) == digits(person["phone"]), profile.phone.value)
    true = [(r["title"], r["company"]) for r in person["roles"]]
    found = [(r.title.value, r.company.value) for r in profile.roles]
    both = sum(any(same(a, c) and same(b, d) for c, d in found) for a, b in true)
    put("title+company", f1(both, len(found), len(true)), found)
    put(
        "title",
        f1(sum(any(same(a, c) for c, _ in found) for a, _ in true), len(found), len(true)),
        [c for c, _ in found],
    )
    dates = 0
    for r in person["roles"]:
        start, end = str(r["start"]), str(r.get("end", ""))
        cut = 4 if name == "years" else 7
        dates += any(
            str(f.span.start)[:cut] == start[:cut]
            and ("" if f.span.ongoing else str(f.span.end)[:cut]) == end[:cut]
            for f in profile.roles
        )
    put("dates", f1(dates, len(found), len(true)), [r.dates.value for r in profile.roles])
    for key, engineering in (("months_engineering", True), ("months_all", False)):
        value, right = getattr(profile, key), truth_months(person, engineering=engineering)
        put(
            key,
            near(value, right),
            f"{value} not {right}: {[(r.kind, r.engineering) for r in profile.roles]}",
        )
    names, right = {s.name for s in profile.technologies}, set(person["technologies"])
    if name in {"sideleft", "network"}:  # layouts that show no projects' texts differ in nothing else
        pass
    put(
        "technologies",
        f1(len(names & right), len(names), len(right)),
        f"+{sorted(names - right)} -{sorted(right - names)}",
    )
    titles = [p.name for p in profile.projects]
    put(
        "projects",
        f1(
            sum(any(same(p["name"], x) for x in titles) for p in person["projects"]),
            len(titles),
            len(person["projects"]),
        ),
        titles,
    )
    put(
        "current",
        bool(profile.current) and same(profile.current.title.value, person["current"]),
        profile.current and profile.current.title.value,
    )
    put("seniority", profile.seniority.level == person["seniority"], profile.seniority.level)
    put(
        "verbosity",
        profile.verbosity.style == person["verbosity"],
        f"{profile.verbosity.style} {profile.verbosity.words_a_bullet}",
    )
    return out, wrong


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
