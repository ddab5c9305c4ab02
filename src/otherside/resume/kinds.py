"""What kind of work a role was, and whether it is engineering of software."""

# ruff: noqa: E501 - lists of words, kept together as they are read

import re

INTERN = re.compile(
    r"(?<!\w)(?:intern(?:ship)?s?|trainee|praktikant\w*|praktikum|werkstudent\w*|working student|stagiaire|stage|alternan\w+|apprenti\w*|becari[oa]|prácticas|"
    r"tirocin\w+|estagiári[oa]|estágio|stagiair|co-?op|summer student|apprentice\w*|auszubildende\w*|azubi|ausbildung|placement|stażyst\w+|praktyk\w*)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
FREELANCE = re.compile(
    r"(?<!\w)(?:freelanc\w*|self[- ]employed|freiberufl\w*|selbst?ständig\w*|indépendant\w*|autónom[oa]|independent|contractor|contract|various clients|verschiedene kunden|sole trader|own business)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
ACADEMIC = re.compile(
    r"(?<!\w)(?:research(?:er)?(?:\s+(?:assistant|associate|fellow|intern|scholar))?|teaching\s+(?:assistant|fellow)|graduate\s+assistant|post-?doc\w*|ph\.?\s?d\.?|doctoral|doctorant\w*|doktorand\w*|lecturer|professor|dozent\w*|"
    r"(?:wissenschaftliche\w*|studentische\w*)\s+(?:mitarbeiter\w*|hilfskraft)|hiwi|tutor|investigador\w*|chercheu\w*|profesora?|enseignant\w*|chargé\w* de cours|chargé\w* de td|ricercatore|assegnista|dottorand\w*|visiting scholar|universitätsassistent\w*|universitair\w* docent)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
UNIVERSITY = re.compile(
    r"(?<!\w)(?:univers\w+|hochschule|institut\w*|college|school|école|escuela|politecnico|polytech\w*|eth|epfl|tu|mit|cnrs|inria|fraunhofer|max planck|facult\w+|laborator\w+|lab|academy)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
SURE = re.compile(
    r"(?<!\w)(?:software|developers?|programmer|coder|back-?end|front-?end|full[- ]?stack|web|devops|dev ops|sre|site reliability|platform engineer|data engineer|data scientist|machine learning|ml|"
    r"dba|database|sysadmin|system(?:s)? administrator|systemadministrator\w*|cto|tech(?:nical)? lead|engineering manager|vp (?:of )?engineering|head of (?:engineering|development|software|platform|technology|it)|director of engineering|"
    r"cloud|infrastructure|security engineer|qa|test engineer|test automation|tester|sdet?|swe|embedded|firmware|android|ios|mobile|java|python|golang|go|ruby|php|node(?:\.?js)?|\.net|c\+\+|scala|kotlin|"
    r"\w*entwickler\w*|\w*softwareingenieur\w*|\w*informatiker\w*|\w*softwarearchitekt\w*|programmierer\w*|développeu\w+|développement|logiciel\w*|desarrollador\w*|programador\w*|sviluppatore|sviluppatrice|programmatore|desenvolvedor\w*|"
    r"ontwikkelaar|programmeur|utvecklare|udvikler|utvikler|programista|solutions? architect|enterprise architect|system architect|technical architect|technical staff|maintainer|open source|"
    r"computer|it[- ](?:consultant|engineer|architect|berater\w*)|network engineer|systems? engineer|reliability|release engineer|build engineer|automation engineer|solutions? engineer|integration engineer|game programmer|algorithm|blockchain)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
OTHER_TRADE = re.compile(
    r"(?<!\w)(?:mechanical|civil|chemical|structural|industrial|process|sound|audio|recording|hvac|aerospace|petroleum|manufacturing|biomedical|maintenance|field service|environmental|maschinenbau\w*|bau\w*ingenieur\w*|sales|marketing|hr|human resources|"
    r"recruit\w+|accountant|account\w*|bookkeep\w*|finance|financial|bank teller|teller|cashier|waiter|waitress|barista|bartender|kellner\w*|cook|chef|nurse|nursing|teacher|lehrer\w*|driver|courier|clerk|receptionist|secretary|electrician|elektriker\w*|plumber|carpenter|"
    r"mechanic\w*|warehouse|lager\w*|retail|store|shop|verkäufer\w*|vendeu\w+|serveu\w+|camarer\w+|dependient\w+|musician|journalist|translator|übersetzer\w*|editor|librarian|soldier|officer|sergeant|infantry|army|navy|police|firefighter|paramedic|"
    r"physiotherap\w*|pharmac\w*|lawyer|paralegal|guide|hotel\w*|front desk|cleaner|gardener|farm\w*|real estate|insurance|customer (?:service|support|care)|call cent\w+|support agent|event|photograph\w*|graphic|interior|landscape|fashion|"
    r"logistics|supply chain|buyer|purchas\w*|operations manager|office|personal trainer|lifeguard|coach|product manager|project manager|scrum master|business analyst|copywriter|social worker|lab technician|help ?desk|it support|support technician)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
TITLE_ENGINEER = re.compile(
    r"(?<!\w)(?:engineer\w*|\w*ingenieur\w*|ingénieur\w*|ingenier\w+|ingegnere|engenheir\w+|architect\w*|\w*architekt\w*|architecte|arquitect\w+|entwicklung|inżynier|mühendis\w*|developer|development)(?!\w)",
    re.IGNORECASE,
)


SCHOLAR = re.compile(
    r"assistan?t|post-?doc|ph\.?d|doktorand|doctorant|lecturer|professor|tutor|teaching|wissenschaftlich|hilfskraft",
    re.IGNORECASE,
)
MAKER = re.compile(r"software|developer|engineer|entwickler|programmer|développeu", re.IGNORECASE)


def kind_of(title: str, company: str, section: str, technologies: int) -> tuple[str, bool]:
    """(kind, whether it counts as engineering). `technologies`: how many the role itself names."""
    sure = bool(SURE.search(title))
    engineer = bool(TITLE_ENGINEER.search(title))
    other = bool(OTHER_TRADE.search(title))
    technical = (
        (sure and not (other and technologies == 0 and not engineer))
        or (engineer and not other)
        or (technologies >= 2 and not other)
        or (engineer and other and technologies >= 3)
    )
    if INTERN.search(title) or (
        re.search(r"intern|praktik|stage|práctic", section, re.IGNORECASE)
        and not re.search(r"employ|work|beruf|profes", section, re.IGNORECASE)
    ):
        return ("internship", technical or technologies > 0)
    academic = bool(ACADEMIC.search(title)) or bool(
        re.search(r"research|teaching|academic", section, re.IGNORECASE) and UNIVERSITY.search(company)
    )
    teaches = bool(UNIVERSITY.search(company)) or bool(SCHOLAR.search(title))
    if academic and teaches and not MAKER.search(title):
        return ("academic", False)
    if not technical:
        return ("other-trade", False)
    if (
        FREELANCE.search(title)
        or FREELANCE.search(company)
        or re.search(r"freelanc|selbst|freiberuf|consulting projects", section, re.IGNORECASE)
    ):
        return ("freelance", True)
    return ("job", True)
