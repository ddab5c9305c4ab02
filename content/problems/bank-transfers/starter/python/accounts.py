from ledger import Ledger
from row import Row


class Accounts:
    """What each account holds, as the ledger has it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def open(self, account: str, cents: int) -> None:
        self.ledger.append(Row(account, cents))

    def exists(self, account: str) -> bool:
        return any(row.account == account for row in self.ledger.rows)

    def balance(self, account: str) -> int:
        return sum(row.cents for row in self.ledger.rows if row.account == account)

    def total(self) -> int:
        return sum(row.cents for row in self.ledger.rows)
