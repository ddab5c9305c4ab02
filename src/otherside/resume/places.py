"""Places as résumés write them: enough of the world to tell a place from a company."""

# ruff: noqa: E501, RUF001, SIM905 - dashes as people write them; a long list reads best as words

import re

COUNTRIES = frozenset(
    """alemania; algeria; allemagne; argentina; argentinien; australia; australien; austria; bangladesh; belgien;
belgique; belgium; brasil; brasilien; brazil; bulgaria; canada; chile; china; colombia; costa rica;
croatia; cyprus; czech republic; czechia; denmark; deutschland; dänemark; ecuador; egypt; england;
espagne; españa; estonia; ethiopia; finland; finnland; france; francia; frankreich; germany; ghana;
greece; griechenland; hong kong; hungary; iceland; india; indien; indonesia; iran; iraq; ireland; irland;
irlande; israel; italia; italie; italien; italy; japan; jordan; kanada; kenya; korea; latvia; lebanon;
lithuania; luxembourg; luxemburg; malaysia; malta; maroc; mexico; mexiko; morocco; méxico; nepal;
netherlands; new zealand; niederlande; nigeria; norway; norwegen; pakistan; pays-bas; peru; perú;
philippines; poland; polen; pologne; polonia; polska; portugal; qatar; romania; rumänien; russia;
russland; s.korea; saudi arabia; schweden; schweiz; scotland; serbia; singapore; singapur;
slovakia; slovenia; south africa; south korea; spain; spanien; sri lanka; suisse; suiza; suède; sweden;
switzerland; taiwan; thailand; the netherlands; tschechien; tunisia; tunisie; turkey; türkei; türkiye;
u.k; u.s; u.s.a; uae; uk; ukraine; ungarn; united arab emirates; united kingdom; united states;
uruguay; us; usa; venezuela; vietnam; wales; ägypten; österreich""".replace("\n", " ").split("; ")
)
CITIES = frozenset(
    """aachen; aarhus; abu dhabi; abuja; accra; addis ababa; adelaide; ahmedabad; alexandria; algiers; amsterdam;
ankara; ann arbor; antwerp; athens; atlanta; auckland; augsburg; austin; bandung; bangalore; bangkok;
barcelona; basel; bay area; beijing; belfast; belgrade; bellevue; belo horizonte; bengaluru; bergen;
berkeley; berlin; bern; bethlehem; bielefeld; bilbao; birmingham; bogota; bogotá; bologna; bonn; bordeaux;
boston; boulder; bratislava; bremen; brisbane; bristol; brno; brooklyn; brussels; bruxelles; brüssel;
bucharest; budapest; buenos aires; busan; cairo; calgary; cambridge; campinas; cape town; cardiff;
casablanca; cdmx; cebu; charlotte; chengdu; chennai; chicago; ciudad de méxico; cluj; cluj-napoca; college
station; cologne; colombo; copenhagen; cork; cracow; cupertino; curitiba; córdoba; dallas; darmstadt;
delft; delhi; den haag; denver; detroit; dhaka; doha; dortmund; dresden; dubai; dublin; durham;
düsseldorf; edinburgh; eindhoven; erlangen; espoo; essen; florianópolis; frankfurt; frankfurt am main;
freiburg; galway; gdansk; gdańsk; geneva; genf; gent; genève; georgetown; ghent; glasgow; gothenburg;
graz; grenoble; guadalajara; guangzhou; gurgaon; gurugram; göteborg; haifa; hamburg; hangzhou; hannover;
hanoi; hanover; heidelberg; helsinki; ho chi minh city; houston; hyderabad; innsbruck; irvine; islamabad;
istanbul; izmir; jaipur; jakarta; jena; jerusalem; johannesburg; kampala; karachi; karlsruhe; kassel;
kathmandu; katowice; kharkiv; kiel; kiev; kochi; kolkata; krakow; kraków; kuala lumpur; kyiv; kyoto; köln;
københavn; lagos; lahore; lausanne; leeds; leipzig; lille; lima; linz; lisboa; lisbon; lissabon;
liverpool; ljubljana; london; los angeles; lviv; lyon; madrid; mainz; malaga; malmö; manchester; manila;
mannheim; marseille; medellin; medellín; melbourne; menlo park; mexico city; miami; milan; milano;
minneapolis; monterrey; montevideo; montpellier; montreal; montréal; moscow; mountain view; mumbai;
munich; málaga; münchen; münster; nairobi; nantes; nashville; new delhi; new york; new york city; nice;
noida; nuremberg; nyc; nürnberg; oakland; osaka; oslo; ottawa; oxford; paderborn; palo alto; paris; perth;
philadelphia; phoenix; pittsburgh; portland; porto; porto alegre; potsdam; poznan; poznań; prague; praha;
pune; quebec; quito; rabat; raleigh; recife; redmond; redwood city; regensburg; rennes; riga; rio de
janeiro; riyadh; roma; rome; rosario; rostock; rotterdam; saint petersburg; salt lake city; salzburg; san
diego; san francisco; san jose; santa clara; santa monica; santiago; sao paulo; seattle; seoul; sevilla;
seville; sf bay area; shanghai; shenzhen; sofia; sophia antipolis; stockholm; strasbourg; stuttgart;
sunnyvale; sydney; são paulo; taipei; tallinn; tampere; tel aviv; the hague; tokyo; torino; toronto;
toulouse; tunis; turin; ulm; utrecht; valencia; vancouver; vienna; vilnius; walldorf; warsaw; warszawa;
washington; washington d.c; washington dc; waterloo; wellington; wien; wroclaw; wrocław; würzburg; zagreb;
zaragoza; zug; zurich; zürich; łódź""".replace("\n", " ").split("; ")
)
NAMES = COUNTRIES | CITIES
STATES = frozenset(
    """AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY
    OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY ON QC BC AB NSW VIC QLD""".split()
)
REMOTE = re.compile(
    r"(?:fully\s+|100\s?%\s+)?(?:remote|home\s?office|télétravail|remoto|on-?site|hybrid|vor ort|worldwide)",
    re.IGNORECASE,
)
APART = re.compile(r"\s*[,/()·|]\s*|\s+[-–]\s+")
AROUND = re.compile(
    r"^(?:greater|near|metropolitan|area of)\s+|\s+(?:area|region|metropolitan area)$|^\d{4,6}\s+|\s+\d{4,6}$"
)


def is_place(text: str) -> bool:
    """Whether `text` is a place and nothing else: `Berlin`, `Mountain View, CA`, `Pune, India (remote)`."""
    if len(text) > 60:
        return False
    pieces = [piece.strip(" .") for piece in APART.split(text)]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return False
    if is_name(pieces[0]):
        return all(is_name(p) or p in STATES or _could_be(p) for p in pieces[1:])
    if len(pieces) == 1 or not _could_be(pieces[0]):
        return False
    second = pieces[1].split()
    if second and second[0] in STATES and len(pieces) <= 3:
        return len(second) == 1 or second[1].isdigit()
    return len(pieces) == 2 and pieces[1].lower() in COUNTRIES


def is_name(piece: str) -> bool:
    lower = piece.lower()
    return lower in NAMES or bool(REMOTE.fullmatch(lower)) or AROUND.sub("", lower) in NAMES


def _could_be(piece: str) -> bool:
    """Short and capitalised, or a postal code."""
    words = piece.split()
    return piece.isdigit() or (len(words) <= 3 and len(piece) <= 28 and piece[:1].isupper())


def names_place(text: str) -> bool:
    """Whether a known place stands anywhere in `text`."""
    words = re.findall(r"[\w.'’-]+", text.lower())
    return any(
        " ".join(words[start : start + length]) in NAMES
        for length in (1, 2, 3)
        for start in range(len(words) - length + 1)
    )
