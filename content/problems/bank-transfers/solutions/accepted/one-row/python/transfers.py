from dataclasses import dataclass, replace

from accounts import Accounts
from errors import Refused
from ledger import Ledger
from row import Row


@dataclass(frozen=True)
class Receipt:
    balance: int  # what the source held right after the transfer


class Transfers:
    """Each request is one row with its answer. Its key is looked up first, also after a restart."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.accounts = Accounts(ledger)
        self.answered = {row.key: row for row in ledger.rows if row.key}

    def transfer(self, key: str, source: str, target: str, cents: int) -> Receipt:
        """Moves money once per `key`. Raises Refused or StoreDown."""
        return self._once(Row(target=target, cents=cents, source=source, key=key))

    def refund(self, key: str, transfer: str, cents: int) -> Receipt:
        """Pays back some of an earlier transfer, once per `key`. Raises Refused or StoreDown."""
        paid = self.answered.get(transfer)
        if paid is None:
            return self._once(Row(target="", cents=cents, key=key, refunds=transfer))
        return self._once(Row(target=paid.source, cents=cents, source=paid.target, key=key, refunds=transfer))

    def _once(self, request: Row) -> Receipt:
        known = self.answered.get(request.key)
        if known is None:
            reason = self._why_not(request)
            left = self.accounts.balance(request.source) - (0 if reason else request.cents)
            known = replace(request, refused=reason, left=left)
            self.ledger.append(known)
            self.answered[request.key] = known
        elif not known.same_request(request):
            raise Refused("key-reused")
        if known.refused:
            raise Refused(known.refused)
        return Receipt(known.left)

    def _why_not(self, request: Row) -> str:
        """The reason to refuse, or nothing."""
        if request.cents <= 0:
            return "bad-amount"
        if request.refunds and not self._may_refund(request.refunds):
            return "unknown-transfer"
        if request.source == request.target:
            return "same-account"
        if not self.accounts.exists(request.source) or not self.accounts.exists(request.target):
            return "unknown-account"
        if request.refunds and request.cents > self._refundable(request.refunds):
            return "too-much"
        if self.accounts.balance(request.source) < request.cents:
            return "not-enough"
        return ""

    def _may_refund(self, transfer: str) -> bool:
        paid = self.answered.get(transfer)
        return paid is not None and not paid.refused and not paid.refunds

    def _refundable(self, transfer: str) -> int:
        back = [row.cents for row in self.ledger.rows if row.refunds == transfer and not row.refused]
        return self.answered[transfer].cents - sum(back)
