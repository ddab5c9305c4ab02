"""Hostile programs, each with the outcomes that are right for it. One section a program in programs.txt.

A program prints `ESCAPE: …` where it got somewhere it must not, and bounds itself, so that a wall that is missing
shows up as text and not as a dead machine. `{CANARY}` in a program is the path of a file outside that anybody may
read, `{PORT}` a TCP port of the host, `{SOCKET}` the name of an abstract socket there.
"""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ENDINGS = {
    "py": "python",
    "js": "javascript",
    "ts": "typescript",
    "java": "java",
    "go": "go",
    "cpp": "cpp",
    "sh": "bash",
    "sql": "sql",
}


@dataclass(frozen=True)
class Attack:
    """`quick`: the verdict comes at once. `says`: a word that must be in the output, proof that it did run."""

    file: str
    outcomes: frozenset[str]
    text: str
    quick: bool = False
    says: str = ""

    @property
    def language(self) -> str:
        return ENDINGS[self.file.rpartition(".")[2]]


def attacks() -> list[Attack]:
    """Those of programs.txt: `### FILE | outcomes | options`, then the text."""
    found = []
    for section in ("\n" + (HERE / "programs.txt").read_text()).split("\n### ")[1:]:
        head, _, text = section.partition("\n")
        file, outcomes, *options = [part.strip() for part in head.split("|")]
        words = dict(option.partition("=")[::2] for option in options)
        found.append(Attack(file, frozenset(outcomes.split()), text, "quick" in words, words.get("says", "")))
    return found
