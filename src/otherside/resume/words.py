"""Words that tell a title from a company from a place, in the languages that résumés come in."""

# ruff: noqa: E501 - lists of words, kept together as they are read

import re

TITLE_WORDS = r"""chef\s+de\s+projet|engineers?|engineering\s+(?:manager|lead|director|intern|fellow)|developers?|programmer|coder|architect|consultant|
manager|lead|leader|head\s+of|director|officer|c[teifo]o|vp|vice\s+president|president|analyst|scientist|administrator|admin|
sysadmin|sre|dev\s?ops|dba|intern|internship|trainee|apprentice|specialist|technician|tester|qa|sdet|sde|swe|designer|researcher|assistant|
fellow|lecturer|tutor|teacher|professor|instructor|post-?doc(?:toral)?|ph\.?d\.?(?:\s+(?:student|candidate|researcher))?|student|
freelancer|contractor|founder|co-?founder|owner|associate|technical\s+staff|evangelist|advocate|coordinator|supervisor|operator|clerk|
cashier|waiter|waitress|barista|nurse|driver|salesperson|salesman|accountant|agent|representative|mechanic|electrician|chef|cook|
bartender|journalist|translator|editor|musician|soldier|sergeant|lieutenant|expert|volunteer|mentor|coach|master|executive|worker|maintainer|
contributor|responsible|writer|strategist|generalist|full[- ]?stack|back-?end|front-?end|machinist|carpenter|librarian|receptionist|
software\s+development|web\s+development|product\s+owner|tech\s+lead|team\s+lead|staff|principal|practitioner|adviser|advisor|auditor|planner|
(?:software|web|backend|frontend|system|anwendungs|java|app|fullstack|datenbank|spiele|mobil\w*|embedded)?-?entwickler(?:in)?|[\w-]*ingenieur(?:in)?|[\w-]*architekt(?:in)?|[\w-]*berater(?:in)?|
[\w-]*leiter(?:in)?|leitung|[\w-]*mitarbeiter(?:in)?|praktikant(?:in)?|praktikum|werkstudent(?:in)?|programmierer(?:in)?|\w*informatiker(?:in)?|
auszubildende[rn]?|azubi|geschäftsführer(?:in)?|hilfskraft|doktorand(?:in)?|kellner(?:in)?|verkäufer(?:in)?|freiberufler(?:in)?|
freiberuflich\w*|selbständig\w*|selbstständig\w*|gründer(?:in)?|[\w-]*administrator(?:in)?|sachbearbeiter(?:in)?|lehrer(?:in)?|dozent(?:in)?|\w*techniker(?:in)?|\w*kaufmann|\w*kauffrau|\w*mechaniker|[\w-]*manager(?:in)?|analytiker|
développeu(?:r|se)|ingénieure?|ingenieure?|chef\s+de\s+projet|cheffe?\s+d|architecte|consultante?|responsable|stagiaire|stage|alternante?|alternance|apprentie?|
analyste|technicien(?:ne)?|direct(?:eur|rice)|doctorante?|enseignante?|professeure?|serveu(?:r|se)|vendeu(?:r|se)|fondat(?:eur|rice)|
indépendante?|administrat(?:eur|rice)|chercheu(?:r|se)|concept(?:eur|rice)|formateur|animateur|assistante?|assistente|\w*assistent(?:in)?|
desarrollador[ae]?|ingenier[oa]|programador[ae]?|arquitect[oa]|consultora?|jef[ea]|líder|analista|becari[oa]|prácticas|
técnic[oa]|directora?|profesora?|investigadora?|camarer[oa]|dependient[ea]|autónom[oa]|administradora?|encargad[oa]|fundadora?|coordinadora?|
sviluppatore|sviluppatrice|ingegnere|programmatore|tirocinante|responsabile|sistemista|desenvolvedora?|engenheir[oa]|estagiári[oa]|
ontwikkelaar|programmeur|stagiair|utvecklare|udvikler|utvikler|kehittäjä|konsult|programista|inżynier|stażysta|kierownik|vývojář|geliştirici|mühendisi?|разработчик|инженер|工程师|开发|エンジニア"""

TITLE = re.compile(rf"(?<![\w-])(?:{re.sub(chr(10), '', TITLE_WORDS)})(?![\w])", re.IGNORECASE)

# Words of titles that companies' names have as well: "Engineering Partners", "Master Foods".
WEAK_TITLE = re.compile(
    r"^(?:staff|master|principal|agent|chef|lead|stage|partner|associate|fellow|responsible|student|president|volunteer)s?$",
    re.IGNORECASE,
)

COMPANY_SUFFIX = re.compile(
    r"(?<!\w)(?:gmbh(?:\s*&\s*co\.?\s*kg)?|mbh|ag|se|kg|kgaa|ug|eg|e\.?\s?v\.|ohg|inc\.?|incorporated|ltd\.?|limited|llc|l\.l\.c\.|llp|plc|corp\.?|"
    r"corporation|co\.|company|s\.?a\.?s\.?|s\.?a\.?r\.?l\.?|s\.a\.?|s\.l\.u?\.?|s\.?r\.?l\.?|s\.p\.a\.?|spa|b\.?v\.?|n\.?v\.?|ab|oy|oyj|aps|a/s|asa?|"
    r"pty\.?|pvt\.?|sp\.?\s?z\s?o\.?\s?o\.?|s\.?r\.?o\.?|a\.ş\.|ltda\.?|k\.k\.|kft|d\.o\.o\.|pte\.?)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
SUFFIX_ALONE = re.compile(rf"^\W*(?:{COMPANY_SUFFIX.pattern})\W*$", re.IGNORECASE)
COMPANY_WORD = re.compile(
    r"(?<!\w)(?:group|gruppe|groupe|grupo|holding|bank|banque|banco|labs?|laborator(?:y|ies|io)|laboratoire|technologies|technology|tech|systems|systèmes|systeme|sistemas|"
    r"solutions|software|softworks|studios?|consulting|services|industries|media|networks?|ventures|partners|university|universität|hochschule|fachhochschule|université|universidad|università|"
    r"universidade|universiteit|institute?|instituto|college|school|hospital|klinik|klinikum|ministry|ministerium|ministerio|ministère|agency|agentur|agencia|agence|foundation|stiftung|restaurant|café|cafe|hotel|"
    r"airlines?|insurance|versicherung\w*|assurances?|seguros|energy|energie|telecom|telekom|games|digital|interactive|analytics|robotics|health|pharma|"
    r"capital|financial|finance|pay|payments|commerce|retail|logistics|logistik|motors|electronics|airways|railways?|bahn|press|verlag|zeitung|startup|freelance|self-employed|cloud|"
    r"research\s+(?:center|centre|lab)|center|centre|zentrum|cooperative|association|society|council|government|department\s+of|stadtwerke|werke|internet|online|bakery|brewery|supermarket|college|academy|akademie)(?!\w)|"
    r"(?<=\w)(?:soft|tech|labs?|ware|werk|werke|bank|pay|hub|box|ify|ly|net|data|cloud|systems|media)(?!\w)|\.(?:com|io|de|ai|net|org|co|fr|es|app|dev)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
KNOWN_COMPANY = re.compile(
    r"(?<!\w)(?:google|amazon|microsoft|facebook|meta|apple|netflix|uber|airbnb|twitter|linkedin|sap|siemens|bosch|ibm|oracle|intel|nvidia|"
    r"cisco|adobe|salesforce|stripe|spotify|booking\.com|zalando|klarna|accenture|deloitte|capgemini|thoughtworks|infosys|wipro|tcs|"
    r"tata consultancy services|cognizant|atos|sopra steria|paypal|ebay|yahoo|dropbox|github|gitlab|shopify|mozilla|red hat|vmware|"
    r"goldman sachs|jp ?morgan|morgan stanley|bloomberg|bbva|santander|telefónica|orange|thales|airbus|bmw|daimler|volkswagen|n26|"
    r"delivery hero|hellofresh|trivago|revolut|monzo|deepmind|bytedance|tencent|alibaba|baidu|samsung|sony|nokia|ericsson|epam|globant|mercado libre|flipkart)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip

NOTE = re.compile(
    r"^\W*(?:full[- ]?time|part[- ]?time|contract(?:or)?|permanent|temporary|fixed[- ]term|vollzeit|teilzeit|befristet|unbefristet|festanstellung|cdi|cdd|"
    r"temps\s+plein|temps\s+partiel|jornada\s+completa|media\s+jornada|freelance|internship|seasonal|summer|\d{1,3}\s?%|acquired\s+by\b.*|formerly\b.*|via\b.*|über\b.*|through\b.*|contract\s+role|sabbatical)\W*$",
    re.IGNORECASE,
)  # fmt: skip


def title_words(text: str) -> int:
    """How strongly `text` reads as a title: 0 not at all, 1 by a word that companies use too, 2 surely."""
    found = [match.group() for match in TITLE.finditer(text)]
    if not found:
        return 0
    return 1 if all(WEAK_TITLE.match(word) for word in found) else 2


def company_words(text: str) -> int:
    """How strongly `text` reads as a company: 2 by its legal form or because it is known, 1 by a word."""
    if COMPANY_SUFFIX.search(text) or KNOWN_COMPANY.search(text):
        return 2
    return 1 if COMPANY_WORD.search(text) else 0
