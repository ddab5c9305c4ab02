from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One row of the ledger: so much came to this account, or left it."""

    account: str
    cents: int
