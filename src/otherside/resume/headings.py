"""Which line opens which section, in the languages that résumés come in."""

# ruff: noqa: E501, RUF001 - lists of words, kept together as they are read

import re
import unicodedata

WORK, EDUCATION, SKILLS, PROJECTS, SUMMARY, OTHER, CONTACT = (
    "work", "education", "skills", "projects", "summary", "other", "contact",
)  # fmt: skip

WORDS: dict[str, str] = {
    WORK: """experience; work experience; professional experience; employment; employment history; work history;
        career; career history; career summary and experience; professional background; professional history; relevant experience;
        industry experience; engineering experience; technical experience; software experience; job history; positions; positions held; positions of responsibility; appointments; experiences; work; jobs;
        professional experiences; other experience; additional experience; earlier experience; previous experience; earlier career; selected experience; early career; prior experience; recent experience; past experience;
        freelance experience; freelance projects; freelance work; contract work; client projects; permanent positions; consulting experience; freelance; internships; internship experience; internship; work and internships; experience and internships; practical experience; academic experience; research experience; teaching experience; vocational; vocational experience; other employment; leadership experience; military service; clients; contracts; recent contracts; recent roles; recent engagements; previous roles; key roles; current role; current position; key experience; clients and contracts; engagements; recent projects and employment; assignments; roles; where i have worked; where i've worked; what i have done;
        berufserfahrung; festanstellungen; festanstellung; freiberufliche tatigkeit; freiberufliche tatigkeiten; freiberufliche projekte; projekte als freiberufler; projekte als freiberuflerin; selbstandigkeit; beruflicher werdegang; berufspraxis; berufliche erfahrung; berufliche erfahrungen; werdegang; praxiserfahrung; arbeitserfahrung; berufliche stationen; beschaftigung; anstellungen; praktika; praktische erfahrung; berufstatigkeit; berufliche tatigkeit; berufliche laufbahn; tatigkeiten;
        experience professionnelle; experiences professionnelles; parcours professionnel; parcours; expériences; emplois; experiences; stages; missions;
        experiencia; experiencia laboral; experiencia profesional; trayectoria profesional; historial laboral; experiencias; trayectoria; practicas;
        esperienza; esperienze; esperienza lavorativa; esperienze lavorative; esperienza professionale; esperienze professionali; experiencia profissional; experiência; experiências; historico profissional; werkervaring; ervaring; arbetslivserfarenhet; erfarenhet; erhvervserfaring; doswiadczenie; doswiadczenie zawodowe; pracovni zkusenosti; tyokokemus; arbeidserfaring; is deneyimi; deneyim; 工作经历; 工作经验; 職歴; 職務経歴; опыт работы""",
    EDUCATION: """education; academic background; academic history; academic qualifications; education and training; education & certifications; education and certifications; studies; qualifications; educational background; academics; degrees; university; schooling; academic record; professional education; training; courses; coursework; relevant coursework;
        ausbildung; studium; bildung; bildungsweg; akademische ausbildung; schulbildung; ausbildung und studium; studium und ausbildung; schule; weiterbildung; weiterbildungen; akademischer werdegang; bildungsgang; hochschulausbildung;
        formation; formations; etudes; diplomes; formation academique; scolarite; cursus; formation et diplomes; diplomes et formations;
        educacion; formacion; formacion academica; estudios; titulacion; estudios realizados; istruzione; istruzione e formazione; formazione; formacao; educacao; formacao academica; opleiding; opleidingen; utbildning; uddannelse; wyksztalcenie; vzdelani; koulutus; utdanning; egitim; 教育背景; 教育经历; 学歴; образование""",
    SKILLS: """skills; technical skills; technologies; core skills; key skills; skill set; skillset; tech stack; technical expertise; expertise; core competencies; competencies; technical proficiencies; tools; tools and technologies; technologies and tools; programming languages; languages and technologies; programming; programming skills; computer skills; it skills; professional skills; technical summary; technical knowledge; areas of expertise; stack; technical; technical profile; technical stack; toolbox; skills and tools; skills and technologies; skills & technologies; skills & tools; strengths; technical strengths; key competencies; hard skills; soft skills; skills summary; technology; technology summary; technical competencies; proficiencies; specialties; software; databases; frameworks; skills & expertise; skills and expertise; things i know; what i use;
        kenntnisse; fahigkeiten; technische kenntnisse; it-kenntnisse; edv-kenntnisse; kompetenzen; fachkenntnisse; technologien; technische fahigkeiten; programmierkenntnisse; programmiersprachen; kenntnisse und fahigkeiten; fahigkeiten und kenntnisse; edv; technische kompetenzen; qualifikationen;
        competences; competences techniques; competences informatiques; informatique; savoir-faire; technologies maitrisees; environnement technique; connaissances techniques; outils;
        habilidades; competencias; conocimientos; tecnologias; habilidades tecnicas; conocimientos tecnicos; aptitudes; competencias tecnicas; conocimientos informaticos; competenze; competenze tecniche; capacita; habilidades tecnicas; vaardigheden; kennis; kompetenser; fardigheter; umiejetnosci; taidot; beceriler; 技能; 专业技能; スキル; навыки""",
    PROJECTS: """projects; personal projects; side projects; selected projects; key projects; open source; open source projects; open-source; open-source projects; open source contributions; open source work; academic projects; university projects; notable projects; project experience; portfolio; projects and open source; projects & open source; own projects; featured projects; relevant projects; contributions; things i have built; things i built; github projects; technical projects; software projects; research projects;
        projekte; eigene projekte; private projekte; ausgewahlte projekte; projektauswahl; open-source-projekte; projekterfahrung; projektliste; nebenprojekte;
        projets; projets personnels; projets open source; realisations; proyectos; proyectos personales; proyectos propios; progetti; progetti personali; projetos; projetos pessoais; projecten; projekt; projekty; 项目经验; 项目经历; 项目; プロジェクト; проекты""",
    SUMMARY: """summary; profile; about; about me; professional summary; objective; career objective; personal statement; executive summary; professional profile; personal profile; introduction; overview; career summary; bio; statement; who i am; summary of qualifications; qualifications summary; highlights; career highlights; hello; mission; in short; personal summary; career profile; key achievements; professional overview;
        profil; zusammenfassung; uber mich; kurzprofil; personliches profil; zielsetzung; ziel; kurzvorstellung; a propos; a propos de moi; resume; presentation; objectif; accroche; perfil; resumen; sobre mi; objetivo; perfil profesional; profilo; sommario; chi sono; resumo; sobre; profiel; samenvatting; over mij; sammanfattning; podsumowanie; o mnie; 自我评价; 个人简介; о себе""",
    CONTACT: """contact; contact information; contact details; personal details; personal information; personal data; personal; details; contacts; personliche daten; personliche angaben; kontakt; kontaktdaten; personalien; angaben zur person; zur person; coordonnees; informations personnelles; etat civil; datos personales; contacto; datos de contacto; informacion personal; dati personali; informazioni personali; contatti; contato; dados pessoais; links; find me online; online; social; web; profiles; 个人信息""",
    OTHER: """languages; spoken languages; language skills; human languages; certifications; certificates; certificates and training; certification; licenses; licenses and certifications; licences and certifications; certifications & training; awards; honors; honours; honors and awards; awards and honors; honors & awards; achievements; accomplishments; publications; selected publications; patents; papers; talks; conferences; presentations; talks and publications; publications and talks; interests; hobbies; hobbies and interests; interests and hobbies; volunteering; volunteer experience; volunteer; volunteer work; volunteering experience; community; activities; extracurricular; extracurricular activities; extra-curricular activities; leadership; leadership and activities; references; referees; memberships; affiliations; professional memberships; additional information; other; other information; miscellaneous; misc; availability; declaration; scholarships; test scores; writing; speaking; teaching; writing and speaking; service; program committees; committees; community involvement; mentoring; recommendations; life philosophy; most proud of; a day of my life; nationality; work permit; further information; further skills; professional development; publications & talks; press; media; grants; societies; hackathons; music; sport; sports; honors & recognition; recognition;
        sprachen; sprachkenntnisse; zertifikate; zertifizierungen; auszeichnungen; veroffentlichungen; publikationen; hobbys; interessen; ehrenamt; ehrenamtliches engagement; engagement; referenzen; sonstiges; mitgliedschaften; vortrage; fuhrerschein; weitere kenntnisse; preise; stipendien; freizeit; hobbys und interessen; interessen und hobbys;
        langues; certifications et formations; centres d'interet; interets; loisirs; benevolat; distinctions; prix; references; divers; associations;
        idiomas; certificados; certificaciones; premios; publicaciones; intereses; aficiones; voluntariado; referencias; otros; otros datos; cursos; lingue; certificazioni; interessi; pubblicazioni; certificacoes; interesses; publicacoes; talen; interesses; hobby's; certificaten; sprak; intressen; jezyki; zainteresowania; certyfikaty; 语言; 证书; 获奖; языки""",
}  # fmt: skip


def folded(text: str) -> str:
    """Lower case without accents and outer punctuation, `&` as `and`."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = plain.replace("&", " and ").replace("ß", "ss").replace("'", "'")
    plain = re.sub(r"^[^\w]+|[^\w]+$", "", plain)
    return " ".join(plain.split())


KNOWN: dict[str, str] = {
    folded(phrase): section
    for section, phrases in WORDS.items()
    for phrase in phrases.split(";")
    if phrase.strip()
}
TIGHT: dict[str, str] = {phrase.replace(" ", ""): section for phrase, section in KNOWN.items()}
FIRST_WORDS: dict[str, str] = {
    "experience": WORK, "employment": WORK, "berufserfahrung": WORK, "experiencia": WORK, "education": EDUCATION,
    "skills": SKILLS, "projects": PROJECTS, "projekte": PROJECTS, "projets": PROJECTS, "proyectos": PROJECTS,
    "kenntnisse": SKILLS, "competences": SKILLS, "ausbildung": EDUCATION, "formation": EDUCATION,
    "publications": OTHER, "certifications": OTHER, "awards": OTHER, "languages": OTHER, "interests": OTHER,
    "volunteer": OTHER, "volunteering": OTHER, "summary": SUMMARY, "profile": SUMMARY, "technologies": SKILLS,
    "internships": WORK, "internship": WORK, "werdegang": WORK, "history": WORK, "competencies": SKILLS,
    "expertise": SKILLS, "studies": EDUCATION, "certificates": OTHER, "references": OTHER, "experiences": WORK,
    "sprachen": OTHER, "idiomas": OTHER, "langues": OTHER,
}  # fmt: skip


def section_named(text: str) -> str | None:
    """The section that `text` names when it is a heading and nothing else, else None."""
    if len(text) > 60:
        return None
    plain = re.sub(r"^\(?(?:[ivx]{1,4}|\d{1,2})[.)]\s+", "", folded(text))
    plain = re.sub(
        r"\s*\((?:continued|cont\.?|cont'd|fortsetzung|suite)\)?$|\s+(?:continued|cont'd)$", "", plain
    )
    plain = re.sub(r"^(?:my|our|meine|mes|mis)\s+", "", plain)
    if plain in KNOWN:
        return KNOWN[plain]
    parts = [
        part for part in re.split(r"\s*(?:/|,|\+|\||\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*", plain) if part
    ]
    found = [KNOWN.get(part) for part in parts]
    if len(parts) > 1 and found and found[0] is not None and all(found):
        return found[0]
    return None


def is_heading(text: str) -> bool:
    return section_named(text) is not None


def section_like(text: str) -> str | None:
    """As `section_named`, but for a line that its look already makes a heading: one telling word is
    enough.
    """
    named = section_named(text)
    if named is not None or len(text) > 60:
        return named
    words = folded(text).split()
    if len(words) > 6:
        return None
    hits = [FIRST_WORDS[word.strip(",:;/")] for word in words if word.strip(",:;/") in FIRST_WORDS]
    return hits[-1] if hits else None
