from ledger import Ledger
from row import Row


class Accounts:
    """What each account holds, as the ledger has it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def open(self, account: str, cents: int) -> None:
        self.ledger.append(Row(target=account, cents=cents))

    def exists(self, account: str) -> bool:
        return any(row.target == account and not row.key for row in self.ledger.rows)

    def balance(self, account: str) -> int:
        return sum(row.moved(account) for row in self.ledger.rows)

    def total(self) -> int:
        opened = {row.target for row in self.ledger.rows if not row.key}
        return sum(self.balance(account) for account in opened)
