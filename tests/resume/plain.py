"""The same people as plain text, Markdown and DOCX."""

# ruff: noqa: RUF001 - dashes as people write them

import io

from docx import Document as Docx
from docx.document import Document as DocxDocument
from docx.shared import Pt

from tests.resume.templates import WORDS, Person, contact_row, month, span


def w(p: Person, key: str) -> str:
    return WORDS[p["language"]][key]


def ruled(p: Person) -> str:
    out = [p["name"].upper(), p["label"], p["email"], p["phone"], p["place"], ""]
    out += [w(p, "summary").upper(), "=" * 30, p["summary"], "", w(p, "work").upper(), "=" * 30]
    for r in p["roles"]:
        out += [
            f"{r['title']}, {r['company']}, {r['place']}",
            span(p, r),
            *[f"  * {b}" for b in r["bullets"]],
            "",
        ]
    out += [w(p, "skills").upper(), "=" * 30, *[f"{k}: {', '.join(v)}" for k, v in p["skills"].items()], ""]
    if p["projects"]:
        out += [w(p, "projects").upper(), "=" * 30, *[f"{x['name']}: {x['text']}" for x in p["projects"]], ""]
    out += [
        w(p, "education").upper(),
        "=" * 30,
        *[f"{e['degree']}, {e['school']}, {e['start']}-{e['end']}" for e in p["education"]],
    ]
    return "\n".join(out)


def markdown(p: Person) -> str:
    out = [f"# {p['name']}", "", contact_row(p), "", f"## {w(p, 'work')}", ""]
    for r in p["roles"]:
        out += [
            f"### {r['title']} @ {r['company']}",
            f"*{span(p, r, 'number')}* | {r['place']}",
            "",
            *[f"- {b}" for b in r["bullets"]],
            "",
        ]
    if p["projects"]:
        out += [f"## {w(p, 'projects')}", "", *[f"- **{x['name']}**: {x['text']}" for x in p["projects"]], ""]
    out += [
        f"## {w(p, 'skills')}",
        "",
        *[f"- **{k}**: {', '.join(v)}" for k, v in p["skills"].items()],
        "",
        f"## {w(p, 'education')}",
        "",
    ]
    return "\n".join(
        out + [f"{e['school']}, {e['degree']} ({e['start']}–{e['end']})" for e in p["education"]]
    )


def short(p: Person) -> str:
    out = [p["name"], f"{p['email']} / {p['phone']}", "", w(p, "work") + ":"]
    for r in p["roles"]:
        out += [
            f"{month(p, r['start'], 'number')} - {month(p, r.get('end'), 'number')}: {r['company']}, {r['title']}. {'; '.join(r['bullets'])}"
        ]
    out += ["", w(p, "skills") + ":", ", ".join(x for v in p["skills"].values() for x in v)]
    if p["projects"]:
        out += ["", w(p, "projects") + ":", *[f"{x['name']} - {x['text']}" for x in p["projects"]]]
    return "\n".join(
        [
            *out,
            "",
            w(p, "education") + ":",
            *[f"{e['school']} {e['start']}-{e['end']} {e['degree']}" for e in p["education"]],
        ]
    )


def _saved(doc: DocxDocument) -> bytes:
    out = io.BytesIO()
    doc.save(out)
    return out.getvalue()


def headed(p: Person) -> bytes:
    """Word's own headings and list bullets; dates behind a tab."""
    doc = Docx()
    doc.add_heading(p["name"], 0)
    doc.add_paragraph(contact_row(p))
    doc.add_heading(w(p, "work"), 1)
    for r in p["roles"]:
        doc.add_heading(f"{r['title']}, {r['company']}\t{span(p, r)}", 2)
        for b in r["bullets"]:
            doc.add_paragraph(b, style="List Bullet")
    _tail(doc, p)
    return _saved(doc)


def _tail(doc: DocxDocument, p: Person) -> None:
    if p["projects"]:
        doc.add_heading(w(p, "projects"), 1)
        for x in p["projects"]:
            doc.add_paragraph(f"{x['name']}: {x['text']}", style="List Bullet")
    doc.add_heading(w(p, "skills"), 1)
    for k, v in p["skills"].items():
        doc.add_paragraph(f"{k}: {', '.join(v)}")
    doc.add_heading(w(p, "education"), 1)
    for e in p["education"]:
        doc.add_paragraph(f"{e['school']}, {e['degree']}\t{e['start']} – {e['end']}")


def tabled(p: Person) -> bytes:
    """A table: dates left, the rest right."""
    doc = Docx()
    run = doc.add_paragraph().add_run(p["name"])
    run.bold, run.font.size = True, Pt(20)
    doc.add_paragraph(f"{p['email']}\n{p['phone']}\n{p['place']}")
    head = doc.add_paragraph().add_run(w(p, "work").upper())
    head.bold = True
    table = doc.add_table(rows=0, cols=2)
    for r in p["roles"]:
        left, right = table.add_row().cells
        left.text = span(p, r, "number")
        right.paragraphs[0].add_run(r["company"]).bold = True
        right.add_paragraph(r["title"])
        for b in r["bullets"]:
            right.add_paragraph(b, style="List Bullet")
    for key in ("skills", "projects", "education"):
        if not p[key]:
            continue
        doc.add_paragraph().add_run(w(p, key).upper()).bold = True
        if key == "skills":
            for k, v in p[key].items():
                doc.add_paragraph(f"{k}: {', '.join(v)}")
        elif key == "projects":
            for x in p[key]:
                doc.add_paragraph().add_run(x["name"]).bold = True
                doc.add_paragraph(x["text"])
        else:
            for e in p[key]:
                doc.add_paragraph(f"{e['start']}-{e['end']} {e['school']}: {e['degree']}")
    return _saved(doc)


def twotables(p: Person) -> bytes:
    """A layout table: contact and skills left, experience right, bold lines for headings."""
    doc = Docx()
    doc.add_heading(p["name"], 0)
    left, right = doc.add_table(rows=1, cols=2).rows[0].cells
    left.paragraphs[0].add_run(w(p, "contact")).bold = True
    for x in (p["email"], p["phone"], p["place"]):
        left.add_paragraph(x)
    left.add_paragraph().add_run(w(p, "skills")).bold = True
    for k, v in p["skills"].items():
        left.add_paragraph(k)
        left.add_paragraph(", ".join(v))
    right.paragraphs[0].add_run(w(p, "work")).bold = True
    for r in p["roles"]:
        right.add_paragraph().add_run(f"{r['company']} | {r['place']}").bold = True
        right.add_paragraph(f"{r['title']} | {span(p, r)}")
        for b in r["bullets"]:
            right.add_paragraph(b, style="List Bullet")
    right.add_paragraph().add_run(w(p, "education")).bold = True
    for e in p["education"]:
        right.add_paragraph(f"{e['degree']}, {e['school']} ({e['end']})")
    if p["projects"]:
        right.add_paragraph().add_run(w(p, "projects")).bold = True
        for x in p["projects"]:
            right.add_paragraph(f"{x['name']} – {x['text']}", style="List Bullet")
    return _saved(doc)


TEXTS = {f.__name__: f for f in (ruled, markdown, short)}
WORDFILES = {f.__name__: f for f in (headed, tabled, twotables)}
