"""The worker process: what has to happen behind the pages, each duty in a thread of its own.

Duties look for work when the bus rings and every second besides, because a ring may be lost. A duty that
fails says so, waits, and goes on: none of them takes the others with it.
"""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass

import django

logger = logging.getLogger("otherside.worker")

LOOK_EVERY_S = 1.0
FOLD_EVERY_S = 2.0
ROOMS_EVERY_S = 3.0
REMIND_EVERY_S = 60.0
AFTER_FAILURE_S = 5.0


@dataclass(frozen=True, slots=True)
class Duty:
    """`work` is called when one of `rings` is heard and every `every_s` seconds; returns how much it did."""

    name: str
    rings: tuple[str, ...]
    every_s: float
    work: Callable[[], int]


def duties(fold: Callable[[], int]) -> list[Duty]:
    """What this worker does. Imported here: rows exist only once Django is set up."""
    from otherside.delivery.actions import OUTBOX
    from otherside.delivery.tasks import append_entries, send_mail
    from otherside.integrity.tasks import screen
    from otherside.kernel.clock import utc_now
    from otherside.live.tasks import look_after_rooms, play_rehearsals
    from otherside.resume.tasks import PICTURES_RING, draw_waiting, read_waiting
    from otherside.resume.tasks import RING as RESUMES
    from otherside.scorecard.tasks import remind

    return [
        Duty("mail", (OUTBOX,), LOOK_EVERY_S, lambda: send_mail(utc_now())),
        Duty("entries", (OUTBOX,), LOOK_EVERY_S, lambda: append_entries(utc_now())),
        Duty("resumes", (RESUMES,), LOOK_EVERY_S, read_waiting),
        Duty("pictures", (PICTURES_RING,), LOOK_EVERY_S, draw_waiting),
        Duty("rooms", (), ROOMS_EVERY_S, look_after_rooms),
        Duty("rehearsals", (), LOOK_EVERY_S, play_rehearsals),
        Duty("screening", (), ROOMS_EVERY_S, screen),
        Duty("reminders", (), REMIND_EVERY_S, remind),
        Duty("fold", (), FOLD_EVERY_S, fold),
    ]


def attend(duty: Duty, stop: threading.Event) -> None:
    """Does `duty` until `stop` is set."""
    from django.db import close_old_connections, connection

    from otherside.bus import wake as bus
    from otherside.kernel.errors import DomainError

    while not stop.is_set():
        try:
            if not duty.rings:
                while not stop.wait(duty.every_s):
                    close_old_connections()
                    duty.work()
                break
            with bus.listen(*duty.rings) as ear:
                while not stop.is_set():
                    close_old_connections()
                    if not duty.work():
                        ear.wait(duty.every_s)
        except DomainError as error:
            logger.warning("duty=%s waits %.0f s: %s", duty.name, AFTER_FAILURE_S, error)
            stop.wait(AFTER_FAILURE_S)
        except Exception:
            # A duty outlives its failures: a database may be away, a disk full. The log says what happened.
            logger.exception("duty=%s failed and tries again in %.0f s", duty.name, AFTER_FAILURE_S)
            stop.wait(AFTER_FAILURE_S)
    connection.close()


async def _serve_runners(address: str, token: str) -> None:
    from otherside.worker import gateway

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    await gateway.serve(address, token, stop=stop)


def main() -> int:
    """Until SIGTERM or SIGINT."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "otherside.web.settings")
    django.setup()
    from django.conf import settings
    from django.db import transaction

    from otherside.log.journal import JournalIndex
    from otherside.process.connect import connect, places
    from otherside.relay.server import fold_log

    store = connect(
        settings.CONFIGURATION, in_transaction=lambda: transaction.get_connection().in_atomic_block
    )
    index = JournalIndex(store)
    there = places(settings.CONFIGURATION)
    stop = threading.Event()
    threads = [
        threading.Thread(target=attend, args=(duty, stop), name=duty.name)
        for duty in duties(lambda: fold_log(store, index).entries)
    ]
    for thread in threads:
        thread.start()
    try:
        asyncio.run(_serve_runners(there.gateway, there.runner_token))
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        store.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
