"""The scripted interviewer of the demo: waits for the candidate, then types, asks, runs and hints.

Works through the same actions and the same relay as a browser does; a process of its own.
"""

import asyncio
import logging
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import django
from django.conf import settings

if TYPE_CHECKING:
    from otherside.demo.guest import Guest
    from otherside.plan.segments import Segment

T = TypeVar("T")
logger = logging.getLogger("otherside.demo.interviewer")

LOOK_EVERY_S = 0.5
HELLO = "\n# Alice: Hello Dana! This pad is yours to try. Change a line, then press Ctrl-Enter.\n"
FIRST_ASK = "# Alice: before you write, tell me in a sentence how you would do it.\n"
SECOND_ASK = "# Alice: what do you expect at exactly window_ms after the first call?\n"


@dataclass(frozen=True, slots=True)
class Seat:
    """The lead's key, and where their room is."""

    interview_id: int
    user_id: int
    log_id: str
    candidate: int


def find_seat(interview_id: int) -> Seat:
    from otherside.interview.models import Interview, Member, PanelMember

    row = Interview.objects.get(pk=interview_id)
    lead = PanelMember.objects.get(interview=row, is_lead=True)
    candidate = Member.objects.get(interview=row, is_candidate=True)
    return Seat(row.pk, lead.user_id, row.log_id, candidate.number)


class Interviewer:
    """One hour, played once. A step that a person has taken meanwhile is left out."""

    def __init__(self, seat: Seat) -> None:
        from otherside.accounts.models import User
        from otherside.live.access import PanelKey

        self.seat = seat
        self.key = PanelKey(seat.interview_id, User.objects.get(pk=seat.user_id))
        self.steps = 0

    async def play(self) -> None:
        await self.open()
        await self.candidate()
        await self.welcome()
        await self.problem()
        await asyncio.Event().wait()  # until the demo is stopped

    async def open(self) -> None:
        from otherside.kernel.clock import utc_now
        from otherside.live.actions.hour import open_lobby

        while await self.act(lambda _once: open_lobby(self.key, utc_now())) is None:  # noqa: ASYNC110 - pages start
            await asyncio.sleep(LOOK_EVERY_S)

    async def candidate(self) -> None:
        from otherside.relay import client as relay

        while self.seat.candidate not in (  # noqa: ASYNC110 - another process knows, and rings no bell
            await asyncio.to_thread(relay.present, self.seat.log_id)
        ):
            await asyncio.sleep(LOOK_EVERY_S)
        await asyncio.sleep(2)

    async def welcome(self) -> None:
        from otherside.kernel.clock import utc_now
        from otherside.live.actions.hour import begin

        await self.act(lambda once: begin(self.key, utc_now(), once=once))
        async with self.at("doc:pad", 1) as guest:
            await guest.type_text("main.py", HELLO)
            await asyncio.sleep(2)
            await self.run("doc:pad", {"main.py": str(guest.text("main.py"))}, "input")
            await asyncio.sleep(15)

    async def problem(self) -> None:
        from otherside.kernel.clock import utc_now
        from otherside.live.actions.helping import give_hint
        from otherside.live.actions.hour import begin_segment
        from otherside.live.actions.remarks import set_mark
        from otherside.live.actions.statement import reveal_statement

        part = await asyncio.to_thread(self._problem_segment)
        if part is None or part.question is None or part.doc is None:
            return
        question, doc = part.question, part.doc
        await self.act(lambda once: begin_segment(self.key, utc_now(), once=once, segment=part.id))
        await self.act(
            lambda once: reveal_statement(
                self.key, utc_now(), once=once, question=question, revision=0, language="python"
            )
        )
        async with self.at(doc, 2) as guest:
            await asyncio.sleep(6)
            file, names = await asyncio.to_thread(self._files, question)
            await guest.type_text(file, FIRST_ASK, before="")
            await asyncio.sleep(20)
            await guest.type_text(file, SECOND_ASK, before="")
            await self.run(doc, {name: str(guest.text(name)) for name in names}, "visible")
            await asyncio.sleep(30)
            await self.act(
                lambda once: give_hint(
                    self.key, utc_now(), once=once, question=question, step=1, said=False, text=""
                )
            )
            await self.act(
                lambda once: set_mark(
                    self.key, utc_now(), once=once, kind="good", text="Works in small steps", back_ms=0
                )
            )
            await asyncio.Event().wait()  # stays in the room, as an interviewer would

    def _problem_segment(self) -> "Segment | None":
        from otherside.interview.models import Interview
        from otherside.plan.access import plan_of

        plan = plan_of(Interview.objects.get(pk=self.seat.interview_id))
        return next((part for part in plan.segments if part.question), None) if plan is not None else None

    def _files(self, question: str) -> tuple[str, tuple[str, ...]]:
        """The file to type in, and every starter file."""
        from otherside.question.edge import load_bank

        names = tuple(load_bank().problem(question).starter["python"])
        return max(names, key=len), names

    async def run(self, doc: str, files: dict[str, str], mode: str) -> None:
        from otherside.kernel.clock import utc_now
        from otherside.live.actions.running import request_run
        from otherside.live.requests import RunWish

        wish = RunWish(doc=doc, language="python", files=files, mode=mode)
        await self.act(lambda once: request_run(self.key, utc_now(), once=once, wish=wish))

    @asynccontextmanager
    async def at(self, doc: str, seed: int) -> "AsyncIterator[Guest]":
        from otherside.demo.guest import join
        from otherside.kernel.clock import utc_now
        from otherside.live.actions.members import admit

        ticket = await asyncio.to_thread(lambda: admit(self.key, utc_now()))
        port = settings.CONFIGURATION.port
        url = f"ws://localhost:{port}/relay/y/{self.seat.log_id}/{doc}?ticket={ticket}"
        async with join(url, seed) as guest:
            yield guest

    async def act(self, action: Callable[[str], T]) -> T | None:
        """`action` with a name of its own; None where it was refused, which a person's step may cause."""
        from otherside.kernel.errors import DomainError

        self.steps += 1
        once = f"demo-{self.steps}-{int(time.time())}"
        try:
            return await asyncio.to_thread(action, once)
        except DomainError as error:
            logger.info("step=%d left out: %s", self.steps, error)
            return None


def main(arguments: list[str]) -> int:
    django.setup()
    from django.db import transaction

    from otherside.process.connect import connect

    connect(settings.CONFIGURATION, in_transaction=lambda: transaction.get_connection().in_atomic_block)
    asyncio.run(Interviewer(find_seat(int(arguments[0]))).play())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
