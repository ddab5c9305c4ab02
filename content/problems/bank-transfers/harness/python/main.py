"""Reads commands, one a line, calls the service, and prints each answer on a line that begins with '=> '."""

import sys

from errors import Refused, StoreDown
from ledger import Ledger
from more import more
from transfers import Transfers


def answer(key, call):
    try:
        print(f"=> {key} done, left {call().balance}")
    except Refused as refused:
        print(f"=> {key} refused: {refused.reason}")
    except StoreDown:
        print(f"=> {key} down")


ledger = Ledger()
transfers = Transfers(ledger)

for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["open", account, cents]:
            transfers.accounts.open(account, int(cents))
        case ["transfer", key, source, target, cents]:
            answer(key, lambda: transfers.transfer(key, source, target, int(cents)))
        case ["lost", key, source, target, cents]:  # the same, but the answer never arrives
            try:
                transfers.transfer(key, source, target, int(cents))
            except (Refused, StoreDown):
                pass
        case ["balance", account]:
            print(f"=> {account} holds {transfers.accounts.balance(account)}")
        case ["total"]:
            print(f"=> all hold {transfers.accounts.total()}")
        case ["fail", count]:  # the n-th write from now on fails
            ledger.fail_in = int(count)
        case ["restart"]:  # the process starts anew; only the ledger stays
            transfers = Transfers(ledger)
        case words:
            more(words, transfers, answer)
