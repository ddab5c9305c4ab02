from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One row of the ledger: a whole request and its answer, so that half of one is never written.

    An opened account is a row without source. `refunds` names the transfer that a refund pays back. A request
    that was refused moves nothing and is kept for its answer.
    """

    target: str
    cents: int
    source: str = ""
    key: str = ""
    refunds: str = ""
    refused: str = ""
    left: int = 0  # what the source held right after

    def moved(self, account: str) -> int:
        """What this row brought to the account; negative for what left it."""
        if self.refused:
            return 0
        return (self.cents if account == self.target else 0) - (self.cents if account == self.source else 0)

    def same_request(self, other: "Row") -> bool:
        return (self.source, self.target, self.cents, self.refunds) == (
            other.source, other.target, other.cents, other.refunds,
        )  # fmt: skip
