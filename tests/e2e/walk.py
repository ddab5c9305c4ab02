"""The walk's company: who is there, what they say, and what one step hands to the next."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from tests.e2e.people import Person, Post, sit_down
from tests.support.serving import Serving

ROOT = Path(__file__).resolve().parents[2]
RESUME = ROOT / "tests" / "resume" / "documents" / "dana-years.pdf"
SOLUTION = ROOT / "content/problems/rate-limiter/solutions/accepted/sliding-log/python/limiter.py"
HINT = "which of the earlier calls of this customer still matter"
HIDDEN_TEST = "asking how long to wait does not count"
NOTE = "Private: quick on windows, vague on memory."
REMARK = "Asked what counts before typing"
WORDS_OF_ALICE = "Kept a queue per customer and explained why a counter cannot work."
WHY_OF_ALICE = "Solid on the core; depth under challenge was never reached."
RESUME_SAYS = ("Fernweh Rail", "Tallybox Ltd", "Papermill Software", "Senior Backend Engineer", "Kafka")
DANA = "dana.okonjo@example.net"


@dataclass
class Walk:
    """Who is there, and what one step hands to the next."""

    browser: Browser
    serve: Serving
    post: Post
    cast: dict[str, Person] = field(default_factory=dict)
    interview: str = ""  # the address of the first interview's page

    def person(self, name: str) -> Person:
        """That person at their browser, who sits down at first use."""
        if name not in self.cast:
            self.cast[name] = sit_down(self.browser, name)
        return self.cast[name]

    @property
    def alice(self) -> Person:
        return self.person("Alice Lindqvist")

    @property
    def bob(self) -> Person:
        return self.person("Bob Marchetti")

    @property
    def rosa(self) -> Person:
        return self.person("Rosa Keller")

    @property
    def priya(self) -> Person:
        return self.person("Priya Raman")

    @property
    def dana(self) -> Person:
        return self.person("Dana Okonjo")
