"""How a proof went, in words and as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass

from otherside.question.bank import Package
from otherside.question.verify import Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One proof that was run. `why` is None where it holds."""

    proof: Proof
    why: str | None
    wall_ms: int

    def line(self) -> str:
        """One line for a terminal."""
        what = f"{self.proof.language:<11} {self.proof.what}"
        where = f", revision {self.proof.revision}" if self.proof.revision else ""
        count = f"{what}{where}: {len(self.proof.tests)} tests, {self.wall_ms / 1000:.1f} s"
        return f"  ok   {count}" if self.why is None else f"  FAIL {count}\n       {self.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came of one package. `refused` is why it could not even be read; `missing` languages do not run
    here.
    """

    place: str
    package: Package | None
    findings: tuple[Finding, ...] = ()
    refused: str | None = None
    missing: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        return self.refused is None and not self.missing and all(f.why is None for f in self.findings)

    def proven(self) -> tuple[str, ...]:
        """Languages in which every proof holds, including the starter's."""
        bad = {f.proof.language for f in self.findings if f.why is not None}
        return tuple(dict.fromkeys(f.proof.language for f in self.findings if f.proof.language not in bad))

    def summary(self) -> str:
        if self.refused is not None or self.package is None:
            return f"{self.place}: refused\n" + "\n".join(
                f"  {line}" for line in (self.refused or "").splitlines()
            )
        failed = sum(f.why is not None for f in self.findings)
        parts = [f"{len(self.findings) - failed} of {len(self.findings)} proofs hold"]
        if not self.findings and not self.missing:
            parts = [f"read whole; a {self.package.kind} has nothing to run"]
        if self.proven():
            parts.append(f"proven in {', '.join(self.proven())}")
        if self.missing:
            parts.append(f"not proven, because not installed here: {', '.join(self.missing)}")
        return f"{self.place}: {self.package.title} {self.package.version}: {'; '.join(parts)}."

    def as_json(self) -> dict[str, object]:
        return {
            "package": self.place,
            "holds": self.holds,
            "hash": self.package.hash if self.package else None,
            "version": self.package.version if self.package else None,
            "refused": (self.refused or "").splitlines(),
            "proven": list(self.proven()),
            "missing": list(self.missing),
            "proofs": [
                {
                    "what": f.proof.what, "language": f.proof.language, "revision": f.proof.revision,
                    "tests": len(f.proof.tests), "holds": f.why is None, "why": f.why, "wall_ms": f.wall_ms,
                }
                for f in self.findings
            ],
        }  # fmt: skip


def all_hold(reports: Sequence[Report]) -> bool:
    return all(report.holds for report in reports)
