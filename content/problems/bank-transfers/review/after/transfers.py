from dataclasses import dataclass

from accounts import Accounts
from errors import Refused, StoreDown
from ledger import Ledger
from row import Row


@dataclass(frozen=True)
class Receipt:
    balance: int  # what the source held right after the transfer


class Transfers:
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.accounts = Accounts(ledger)
        self.answers: dict[str, Receipt | Exception] = {}
        self.requests: dict[str, tuple[str, str, int]] = {}

    def transfer(self, key: str, source: str, target: str, cents: int) -> Receipt:
        """Moves money once per key. Raises Refused or StoreDown, the same each time."""
        request = (source, target, cents)
        if key in self.requests and self.requests[key] != request:
            raise Refused("key-reused")
        self.requests[key] = request
        if key not in self.answers:
            try:
                self.answers[key] = self._transfer(source, target, cents)
            except (Refused, StoreDown) as error:
                self.answers[key] = error
        answer = self.answers[key]
        if isinstance(answer, Receipt):
            return Receipt(self.accounts.balance(source))
        raise answer

    def _transfer(self, source: str, target: str, cents: int) -> Receipt:
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
