"""A log for rules: entries that get their numbers as they come, without a relay."""

from dataclasses import dataclass, field

from otherside.log.entry import Entry, NewEntry


@dataclass
class PaperLog:
    """Appends in memory. `now_ms` is set by the test."""

    entries: list[Entry] = field(default_factory=list)
    now_ms: int = 0

    def add(self, new: NewEntry | None) -> None:
        if new is not None:
            self.entries.append(
                Entry(len(self.entries), self.now_ms, new.actor, new.track, new.kind, new.version, new.body)
            )
