"""Layouts that résumés really come in, as HTML for the printer; the same people in each. No layout is copied."""

# ruff: noqa: RUF001 - dashes as people write them

from html import escape

Person = dict
WORDS = {
    "en": {
        "work": "Experience",
        "education": "Education",
        "skills": "Skills",
        "projects": "Projects",
        "summary": "Summary",
        "now": "Present",
        "contact": "Contact",
    },
    "de": {
        "work": "Berufserfahrung",
        "education": "Ausbildung",
        "skills": "Kenntnisse",
        "projects": "Projekte",
        "summary": "Profil",
        "now": "heute",
        "contact": "Kontakt",
    },
    "fr": {
        "work": "Expérience professionnelle",
        "education": "Formation",
        "skills": "Compétences",
        "projects": "Projets",
        "summary": "Profil",
        "now": "aujourd'hui",
        "contact": "Contact",
    },
    "es": {
        "work": "Experiencia laboral",
        "education": "Formación académica",
        "skills": "Conocimientos",
        "projects": "Proyectos",
        "summary": "Perfil",
        "now": "actualidad",
        "contact": "Contacto",
    },
}
MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "fr": [
        "janv.",
        "févr.",
        "mars",
        "avril",
        "mai",
        "juin",
        "juil.",
        "août",
        "sept.",
        "oct.",
        "nov.",
        "déc.",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
}


def month(person: Person, value: str | None, style: str = "word") -> str:
    if value is None:
        return WORDS[person["language"]]["now"]
    year, number = str(value).split("-")
    if style == "number":
        return f"{number}/{year}"
    if style == "dot":
        return f"{number}.{year}"
    if style == "year":
        return year
    word = MONTHS[person["language"]][int(number) - 1]
    return f"{word} de {year}" if person["language"] == "es" else f"{word} {year}"


def span(person: Person, role: dict, style: str = "word", dash: str = " – ") -> str:
    return month(person, role["start"], style) + dash + month(person, role.get("end"), style)


def t(person: Person, key: str) -> str:
    return escape(WORDS[person["language"]][key])


def ul(items: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(x)}</li>" for x in items) + "</ul>"


def page(style: str, body: str) -> str:
    return f"<!doctype html><meta charset=utf-8><style>@page{{size:A4;margin:14mm}}body{{margin:0;font:10.5pt/1.35 'Noto Sans',sans-serif}}h1,h2,h3,p,ul{{margin:0}}ul{{padding-left:5mm}}.r{{display:flex;justify-content:space-between}}{style}</style><body>{body}"


def skills(person: Person, sep: str = ", ") -> str:
    return "".join(f"<p><b>{escape(k)}:</b> {escape(sep.join(v))}</p>" for k, v in person["skills"].items())


def projects(person: Person) -> str:
    if not person["projects"]:
        return ""
    return f"<h2>{t(person, 'projects')}</h2>" + "".join(
        f"<p><b>{escape(p['name'])}</b></p>{ul([p['text']])}" for p in person["projects"]
    )


def education(person: Person) -> str:
    return f"<h2>{t(person, 'education')}</h2>" + "".join(
        f"<div class=r><b>{escape(e['school'])}</b><span>{e['start']} – {e['end']}</span></div><p><i>{escape(e['degree'])}</i></p>"
        for e in person["education"]
    )


def contact_row(person: Person, sep: str = " | ") -> str:
    return escape(sep.join([person["email"], person["phone"], person["place"], person["link"]]))


def jake(p: Person) -> str:
    work = "".join(
        f"<div class=r><b>{escape(r['title'])}</b><span>{span(p, r)}</span></div><div class=r><i>{escape(r['company'])}</i><i>{escape(r['place'])}</i></div>{ul(r['bullets'])}"
        for r in p["roles"]
    )
    return page(
        "body{font-family:'DejaVu Serif'}h1{text-align:center;font-size:22pt;font-variant:small-caps}h2{font-variant:small-caps;border-bottom:1px solid;font-weight:400;font-size:13pt;margin-top:4mm}",
        f"<h1>{escape(p['name'])}</h1><p style=text-align:center>{contact_row(p)}</p>{education(p)}<h2>{t(p, 'work')}</h2>{work}{projects(p)}<h2>{t(p, 'skills')}</h2>{skills(p)}",
    )


def rover(p: Person) -> str:
    work = "".join(
        f"<div class=r><b>{escape(r['company'])}</b><span>{escape(r['place'])}</span></div><div class=r><i>{escape(r['title'])}</i><i>{span(p, r)}</i></div>{ul(r['bullets'])}"
        for r in p["roles"]
    )
    return page(
        "h2{border-bottom:1px solid;font-size:12pt;margin-top:4mm;text-transform:uppercase}",
        f"<div class=r><h1>{escape(p['name'])}</h1><span>Email: {p['email']}</span></div><div class=r><span>{p['link']}</span><span>Mobile: {p['phone']}</span></div><h2>{t(p, 'work')}</h2>{work}{education(p)}{projects(p)}<h2>{t(p, 'skills')}</h2>{skills(p)}",
    )


def classic(p: Person) -> str:
    """Dates in a column on the left; title, company and place in one line."""
    rows = "".join(
        f"<tr><td class=d>{span(p, r, 'number')}</td><td><b>{escape(r['title'])}</b>, <i>{escape(r['company'])}</i>, {escape(r['place'])}.{ul(r['bullets'])}</td></tr>"
        for r in p["roles"]
    )
    edu = "".join(
        f"<tr><td class=d>{e['start']}–{e['end']}</td><td><b>{escape(e['degree'])}</b>, <i>{escape(e['school'])}</i></td></tr>"
        for e in p["education"]
    )
    sk = "".join(
        f"<tr><td class=d>{escape(k)}</td><td>{escape(', '.join(v))}</td></tr>"
        for k, v in p["skills"].items()
    )
    pr = "".join(
        f"<tr><td class=d></td><td><b>{escape(x['name'])}</b>: {escape(x['text'])}</td></tr>"
        for x in p["projects"]
    )
    prs = f"<h2>{t(p, 'projects')}</h2><table>{pr}</table>" if pr else ""
    return page(
        "body{font-family:'DejaVu Serif';font-size:9.5pt}td{vertical-align:top;padding:1mm 2mm}.d{width:32mm;text-align:right;color:#345}h2{color:#35a;font-weight:400;margin-top:4mm;padding-left:36mm}h1{font-size:26pt;font-weight:400}",
        f"<h1>{escape(p['name'])}</h1><p><i>{escape(p['label'])}</i></p><p style=text-align:right>{escape(p['place'])}<br>{p['phone']}<br>{p['email']}<br>{p['link']}</p><h2>{t(p, 'work')}</h2><table>{rows}</table><h2>{t(p, 'education')}</h2><table>{edu}</table>{prs}<h2>{t(p, 'skills')}</h2><table>{sk}</table>",
    )


def awesome(p: Person) -> str:
    work = "".join(
        f"<div class=r><b>{escape(r['company'])}</b><i style='color:#c33'>{escape(r['place'])}</i></div><div class=r><span style='font-variant:small-caps;font-size:9pt'>{escape(r['title'])}</span><i style='font-size:8pt'>{span(p, r, dash=' - ')}</i></div>{ul(r['bullets'])}"
        for r in p["roles"]
    )
    first, _, last = p["name"].partition(" ")
    return page(
        "h1{text-align:center;font-size:30pt;font-weight:200}h2{font-size:15pt;margin-top:4mm}",
        f"<h1>{escape(first)} <b>{escape(last)}</b></h1><p style='text-align:center;font-variant:small-caps'>{escape(p['label'])}</p><p style='text-align:center;font-size:8pt'>\uf095 {p['phone']} | \uf0e0 {p['email']} | \uf09b {p['link']}</p><h2>{t(p, 'summary')}</h2><p>{escape(p['summary'])}</p><h2>{t(p, 'work')}</h2>{work}{education(p)}<h2>{t(p, 'skills')}</h2>{skills(p)}{projects(p)}",
    )


def sideright(p: Person) -> str:
    work = "".join(
        f"<h3>{escape(r['title'])}</h3><p style='color:#258'><b>{escape(r['company'])}</b></p><p style='font-size:8pt' class=r><span>{span(p, r)}</span><span>{escape(r['place'])}</span></p>{ul(r['bullets'])}"
        for r in p["roles"]
    )
    side = (
        f"<h2>{t(p, 'skills')}</h2>"
        + "".join(f"<p>{escape(' · '.join(v))}</p>" for v in p["skills"].values())
        + education(p).replace("class=r", "")
    )
    return page(
        "h2{font-size:13pt;text-transform:uppercase;border-bottom:2px solid #258;margin:3mm 0 1mm}h1{font-size:22pt;text-transform:uppercase}.c{display:grid;grid-template-columns:112mm 62mm;gap:8mm}h3{font-size:11pt;margin-top:2mm}",
        f"<h1>{escape(p['name'])}</h1><p style='color:#258'>{escape(p['label'])}</p><p style='font-size:8pt'>{contact_row(p, '   ')}</p><div class=c><div><h2>{t(p, 'work')}</h2>{work}{projects(p)}</div><div>{side}</div></div>",
    )


def deedy(p: Person) -> str:
    work = "".join(
        f"<p><b style='font-size:12pt;text-transform:uppercase'>{escape(r['company'])}</b> <span style='font-size:12pt'>| {escape(r['title'])}</span></p><p style='color:#777;font-size:9pt'>{span(p, r)} | {escape(r['place'])}</p>{ul(r['bullets'])}"
        for r in p["roles"]
    )
    left = (
        f"<h2>{t(p, 'education')}</h2>"
        + "".join(
            f"<p><b style='text-transform:uppercase'>{escape(e['school'])}</b></p><p>{escape(e['degree'])}</p><p style='color:#777'>{e['end']}</p>"
            for e in p["education"]
        )
        + f"<h2>Links</h2><p>{p['link']}</p><h2>{t(p, 'skills')}</h2>"
        + "".join(
            f"<p><b style='text-transform:uppercase;font-size:9pt'>{escape(k)}</b></p><p>{escape(' • '.join(v))}</p>"
            for k, v in p["skills"].items()
        )
    )
    return page(
        "h2{font-weight:300;font-size:15pt;text-transform:uppercase;color:#666;margin:3mm 0 1mm}h1{font-weight:200;font-size:36pt;text-align:center}.c{display:grid;grid-template-columns:55mm 120mm;gap:7mm}",
        f"<h1>{escape(p['name'])}</h1><p style='text-align:center;border-bottom:1px solid #aaa;font-size:9pt'>{p['link']} | {p['email']} | {p['phone']}</p><div class=c><div>{left}</div><div><h2>{t(p, 'work')}</h2>{work}{projects(p)}</div></div>",
    )


def sideleft(p: Person) -> str:
    """Dark bar on the left with photo and contact, letter-spaced headings."""
    side = (
        f"<div class=ph></div><h2>{t(p, 'contact')}</h2><p>{p['phone']}</p><p>{p['email']}</p><p>{escape(p['place'])}</p><h2>{t(p, 'skills')}</h2>"
        + "".join(f"<p>{escape(x)}</p>" for v in p["skills"].values() for x in v)
    )
    work = "".join(
        f"<div class=r><b>{escape(r['title'])} / {escape(r['company'])}</b></div><p class=q>{span(p, r, dash=' — ')}, {escape(r['place'])}</p>{ul(r['bullets'])}"
        for r in p["roles"]
    )
    first, _, last = p["name"].partition(" ")
    return page(
        "@page{margin:0}h2{font-size:10pt;letter-spacing:3px;text-transform:uppercase;margin:5mm 0 2mm}.c{display:grid;grid-template-columns:60mm 1fr;min-height:296mm}.s{background:#234;color:#fff;padding:10mm 7mm}.m{padding:12mm}.ph{width:30mm;height:30mm;border-radius:50%;background:#89a}h1{font-size:28pt;line-height:1.1;text-transform:uppercase}.q{color:#777;font-size:9pt}",
        f"<div class=c><div class=s>{side}</div><div class=m><h1>{escape(first)}<br>{escape(last)}</h1><p>{escape(p['label'])}</p><h2>{t(p, 'summary')}</h2><p>{escape(p['summary'])}</p><h2>{t(p, 'work')}</h2>{work}{education(p)}{projects(p)}</div></div>",
    )


def prose(p: Person) -> str:
    """No bullets: a line `Title at Company, Place (dates)`, then a paragraph."""
    at = {"en": "at", "de": "bei", "fr": "chez", "es": "en"}[p["language"]]
    work = "".join(
        f"<p style='margin-top:2mm'><b>{escape(r['title'])}</b> {at} {escape(r['company'])}, {escape(r['place'])} ({span(p, r)})</p><p>{escape('. '.join(r['bullets']))}.</p>"
        for r in p["roles"]
    )
    prs = (
        f"<h2>{t(p, 'projects')}</h2>"
        + "".join(f"<p>{escape(x['name'])} – {escape(x['text'])}.</p>" for x in p["projects"])
        if p["projects"]
        else ""
    )
    return page(
        "body{font-family:'DejaVu Serif'}h2{font-size:11pt;margin-top:4mm}",
        f"<h1>{escape(p['name'])}</h1><p>{escape(p['place'])} · {p['phone']} · {p['email']}</p><h2>{t(p, 'summary')}</h2><p>{escape(p['summary'])}</p><h2>{t(p, 'work')}</h2>{work}<h2>{t(p, 'skills')}</h2><p>{escape(', '.join(x for v in p['skills'].values() for x in v))}</p>{education(p)}{prs}",
    )


def boxed(p: Person) -> str:
    """A bordered table: time, employer and position with labels, as administrative forms have it."""
    rows = "".join(
        f"<tr><td>{span(p, r, 'dot')}</td><td><b>{escape(r['company'])}</b>, {escape(r['place'])}<br>{escape(r['title'])}{ul(r['bullets'])}</td></tr>"
        for r in p["roles"]
    )
    edu = "".join(
        f"<tr><td>{e['start']} – {e['end']}</td><td>{escape(e['school'])}<br>{escape(e['degree'])}</td></tr>"
        for e in p["education"]
    )
    sk = "".join(
        f"<tr><td>{escape(k)}</td><td>{escape(', '.join(v))}</td></tr>" for k, v in p["skills"].items()
    )
    prs = (
        f"<h2>{t(p, 'projects')}</h2>" + ul([f"{x['name']}: {x['text']}" for x in p["projects"]])
        if p["projects"]
        else ""
    )
    return page(
        "table{border-collapse:collapse;width:100%}td{border:1px solid #999;padding:1.5mm;vertical-align:top}td:first-child{width:42mm}h2{background:#ddd;font-size:11pt;padding:1mm;margin-top:4mm}",
        f"<h1>Curriculum Vitae</h1><table><tr><td>Name</td><td>{escape(p['name'])}</td></tr><tr><td>E-Mail</td><td>{p['email']}</td></tr><tr><td>Telefon</td><td>{p['phone']}</td></tr></table><h2>{t(p, 'work')}</h2><table>{rows}</table><h2>{t(p, 'education')}</h2><table>{edu}</table><h2>{t(p, 'skills')}</h2><table>{sk}</table>{prs}",
    )


def network(p: Person) -> str:
    """As a professional network exports it: company, title, dates with a duration, place, each on a line."""
    work = "".join(
        f"<p style='font-size:12pt;margin-top:3mm'>{escape(r['company'])}</p><p style='font-size:11.5pt'>{escape(r['title'])}</p><p style='color:#666'>{span(p, r)} (2 years 3 months)</p><p style='color:#999'>{escape(r['place'])}</p><p>{escape(' '.join(b + '.' for b in r['bullets']))}</p>"
        for r in p["roles"]
    )
    side = (
        f"<h2>{t(p, 'contact')}</h2><p>{p['phone']}</p><p>{p['email']}</p><p>{p['link']}</p><h2>Top Skills</h2>"
        + "".join(f"<p>{escape(x)}</p>" for v in p["skills"].values() for x in v)
    )
    return page(
        "@page{margin:0}.c{display:grid;grid-template-columns:58mm 1fr}.s{background:#29364b;color:#fff;padding:10mm 6mm;min-height:270mm}.m{padding:10mm}h2{font-size:14pt;font-weight:400;margin-top:5mm}h1{font-size:24pt;font-weight:400}",
        f"<div class=c><div class=s>{side}</div><div class=m><h1>{escape(p['name'])}</h1><p>{escape(p['label'])}</p><p>{escape(p['place'])}</p><h2>{t(p, 'summary')}</h2><p>{escape(p['summary'])}</p><h2>{t(p, 'work')}</h2>{work}{education(p)}{projects(p)}</div></div>",
    )


def years(p: Person) -> str:
    """Years only, company first with a dash, tight."""
    work = "".join(
        f"<p style='margin-top:2mm'><b>{span(p, r, 'year', '–')}</b>&emsp;{escape(r['company'])} — {escape(r['title'])}</p>{ul(r['bullets'])}"
        for r in p["roles"]
    )
    prs = (
        f"<h2>{t(p, 'projects')}</h2>" + ul([f"{x['name']} - {x['text']}" for x in p["projects"]])
        if p["projects"]
        else ""
    )
    return page(
        "h2{font-size:12pt;margin-top:4mm;color:#933}",
        f"<h1>{escape(p['name'])}</h1><p>{contact_row(p, ' • ')}</p><h2>{t(p, 'work')}</h2>{work}{prs}<h2>{t(p, 'skills')}</h2>{skills(p)}{education(p)}",
    )


LAYOUTS = {
    f.__name__: f
    for f in (jake, rover, classic, awesome, sideright, deedy, sideleft, prose, boxed, network, years)
}
