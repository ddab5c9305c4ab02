"""The languages that a candidate wants to write in, known beforehand; and which of them do not run here."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

ALSO_CALLED: Mapping[str, str] = {
    "c++": "cpp", "cplusplus": "cpp", "js": "javascript", "node": "javascript", "node.js": "javascript",
    "ts": "typescript", "golang": "go", "python3": "python", "py": "python", "shell": "bash",
    "postgresql": "sql", "sqlite": "sql", "mysql": "sql",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """`id` is None for a language that this house does not know. `runs`: some runner has it."""

    name: str
    id: str | None
    runs: bool

    @property
    def warning(self) -> str:
        """What to do about one that does not run here; empty where it does."""
        if self.runs:
            return ""
        if self.id is None:
            return f"{self.name} cannot be run here. Agree on another language, or write without running."
        return (
            f"{self.name} is not installed on any runner. Ask your administrator, or write without running."
        )


def wanted(names: Sequence[str], known: Mapping[str, str], runs: Collection[str]) -> tuple[Wanted, ...]:
    """`names` as people write them, each once. `known`: id to name; `runs`: ids that a runner has."""
    found: dict[str, Wanted] = {}
    by_name = {name.casefold(): language for language, name in known.items()}
    for name in names:
        plain = name.strip().casefold()
        language = plain if plain in known else by_name.get(plain, ALSO_CALLED.get(plain))
        if language not in known:
            language = None
        key = language or plain
        if key:
            title = known[language] if language is not None else name.strip()
            found.setdefault(key, Wanted(name=title, id=language, runs=language in runs))
    return tuple(found.values())
