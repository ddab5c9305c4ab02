"""People at their browsers, and the mail they get: what the walk and the keyboard tests are told in.

A `Person` has a browser context of their own, so that nobody's session or storage reaches another's, and keeps
every frame that came over their WebSocket, so that a test can say what never arrived.
"""

import email
import email.policy
import re
import time
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from playwright.sync_api import Browser, BrowserContext, Locator, Page, WebSocket, expect

from tests.support.postgres import free_port

WAIT_MS = 90_000  # a loaded machine is slow, not wrong
PASSWORD = "four small boats at noon"
LINK = re.compile(r"https?://\S+")


class _Keeper:
    """What the SMTP server does with a letter: keeps it."""

    def __init__(self, letters: list[EmailMessage]) -> None:
        self.letters = letters

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        self.letters.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 kept"


class Post:
    """A real SMTP server on loopback, and the letters that reached it."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.controller = Controller(_Keeper(self.letters), hostname="127.0.0.1", port=free_port())

    def __enter__(self) -> Self:
        self.controller.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self.controller.stop()

    @property
    def url(self) -> str:
        return f"smtp://{self.controller.hostname}:{self.controller.port}"

    def letter(self, to: str, about: str) -> EmailMessage:
        """The last letter to that address whose subject holds `about`; waits for it."""
        end = time.monotonic() + WAIT_MS / 1000
        while True:
            for letter in reversed(self.letters):
                if to in str(letter["To"]) and about in str(letter["Subject"]):
                    return letter
            said = [f"{letter['To']}: {letter['Subject']}" for letter in self.letters]
            assert time.monotonic() < end, f"no letter to {to} about {about!r}; there are {said}"
            time.sleep(0.1)


def words_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def link_in(letter: EmailMessage, part: str) -> str:
    """The one link of the letter whose address holds `part`."""
    found: list[str] = [link.rstrip(".,)") for link in LINK.findall(words_of(letter)) if part in link]
    assert len(found) == 1, f"{found} in {words_of(letter)}"
    return found[0]


def calendar_of(letter: EmailMessage) -> str:
    """The iCalendar part, as text with its long lines unfolded."""
    parts = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    assert parts, f"no calendar in {[part.get_content_type() for part in letter.walk()]}"
    content = parts[0].get_payload(decode=True)
    assert isinstance(content, bytes)
    return content.decode().replace("\r\n ", "")


@dataclass
class Person:
    """One person at one browser."""

    name: str
    context: BrowserContext
    page: Page
    frames: list[bytes] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def first(self) -> str:
        return self.name.split()[0]

    @property
    def address(self) -> str:
        return f"{self.first.lower()}@example.org"

    def goes(self, url: str) -> int:
        """Opens an address; the status of the answer."""
        answer = self.page.goto(url)
        assert answer is not None, url
        return answer.status

    def press(self, name: str | re.Pattern[str], *, exact: bool = False) -> None:
        """Presses the button or follows the link of that name."""
        page = self.page
        found = page.get_by_role("button", name=name, exact=exact).or_(
            page.get_by_role("link", name=name, exact=exact)
        )
        found.locator("visible=true").first.click()

    def fill(self, label: str, text: str) -> None:
        """The field of exactly that label."""
        self.page.get_by_label(label, exact=True).first.fill(text)

    def choose(self, label: str, words: str) -> None:
        """The option of a select whose text begins with these words."""
        select = self.page.get_by_role("combobox", name=label, exact=True)
        texts = select.locator("option").all_inner_texts()
        index = next(place for place, text in enumerate(texts) if text.strip().startswith(words))
        select.select_option(index=index)

    def sees(self, words: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(words).locator("visible=true").first).to_be_visible()

    def text(self) -> str:
        """All text of the page, shown or not, and what its fields hold."""
        return str(
            self.page.evaluate(
                "document.body.textContent + [...document.querySelectorAll('input,textarea')]"
                ".map(field => field.value).join(' ')"
            )
        )

    def got(self, words: str) -> bool:
        """Whether these words came over the WebSocket, in one frame."""
        return any(words.encode() in frame for frame in self.frames)

    def editor(self) -> Locator:
        return self.page.get_by_role("textbox", name=re.compile("shared code"))

    def chord(self, key: str) -> None:
        self.page.keyboard.press("Control+,")
        self.page.keyboard.press(key)


def sit_down(browser: Browser, name: str, **options: Any) -> Person:
    """A person at a browser of their own; `options` are Playwright's for a context."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    context.set_default_timeout(WAIT_MS)
    page = context.new_page()
    person = Person(name, context, page)

    def keep(payload: str | bytes) -> None:
        person.frames.append(payload.encode() if isinstance(payload, str) else payload)

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", keep)

    page.on("websocket", listen)
    page.on("pageerror", lambda error: person.errors.append(str(error)))
    return person


def invited(person: Person, post: Post) -> None:
    """Follows the invitation in the mail, chooses a password, and is in."""
    person.page.goto(link_in(post.letter(person.address, "Otherside"), "/join/"))
    person.fill("Your name", person.name)
    person.fill("Password", PASSWORD)
    person.press("Come in")
    expect(person.page.get_by_role("link", name=person.name)).to_be_visible()
