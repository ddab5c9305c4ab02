from dataclasses import dataclass

from accounts import Accounts
from errors import Refused
from ledger import Ledger
from row import Row


@dataclass(frozen=True)
class Receipt:
    balance: int  # what the source held right after the transfer


class Transfers:
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.accounts = Accounts(ledger)

    def transfer(self, key: str, source: str, target: str, cents: int) -> Receipt:
        """Moves money. `key` is the client's name for this request. Raises Refused or StoreDown."""
        if cents <= 0:
            raise Refused("bad-amount")
        if source == target:
            raise Refused("same-account")
        if not self.accounts.exists(source) or not self.accounts.exists(target):
            raise Refused("unknown-account")
        if self.accounts.balance(source) < cents:
            raise Refused("not-enough")
        self.ledger.append(Row(source, -cents))
        self.ledger.append(Row(target, cents))
        return Receipt(self.accounts.balance(source))
