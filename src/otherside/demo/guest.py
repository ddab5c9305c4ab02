"""A member without a browser: joins one document over the relay's y-websocket path and types in it."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from random import Random

from pycrdt import (
    Assoc,
    Awareness,
    Text,
    YMessageType,
    create_awareness_message,
    create_sync_message,
    handle_sync_message,
)
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from otherside.demo.beats import Write
from otherside.live.starter import Document
from otherside.live.typing import edits
from otherside.relay import frames

SYNC_WAIT_S = 10


class Guest:
    """One open document; `read` must run beside `type_text`."""

    def __init__(self, connection: ClientConnection, seed: int) -> None:
        self.connection = connection
        self.doc = Document()
        self.awareness = Awareness(self.doc)
        self.synced = asyncio.Event()
        self.random = Random(seed)

    async def read(self) -> None:
        """Takes in what others type, until the connection ends."""
        await self.connection.send(create_sync_message(self.doc))
        with contextlib.suppress(ConnectionClosed):
            async for message in self.connection:
                if not isinstance(message, bytes) or message[0] != YMessageType.SYNC:
                    continue
                answer = handle_sync_message(message[1:], self.doc)
                if message[1] == 1:  # step 2: we have what there is
                    self.synced.set()
                if answer is not None:
                    await self.connection.send(answer)

    def text(self, file: str) -> Text:
        found: Text = self.doc.get(f"file:{file}", type=Text)
        return found

    async def type_text(self, file: str, text: str, *, before: str | None = None) -> None:
        """Types at a human pace, with the cursor where it types."""
        await asyncio.wait_for(self.synced.wait(), SYNC_WAIT_S)
        target = self.text(file)
        offset = None
        for edit in edits(Write(file, text, before), str(target), self.random):
            await asyncio.sleep(edit.wait_ms / 1000)
            # Others may have typed meanwhile: our place is found again by what we wrote last.
            index = edit.index if offset is None else offset.get_index()
            state = self.doc.get_state()
            target.insert(min(index, len(target)), edit.insert)
            await self.connection.send(frames.sync_message(frames.UPDATE, self.doc.get_update(state)))
            offset = target.sticky_index(min(index + len(edit.insert), len(target)), Assoc.BEFORE)
            await self._show_cursor(json.loads(json.dumps(offset.to_json())))

    async def _show_cursor(self, place: object) -> None:
        self.awareness.set_local_state({"cursor": {"anchor": place, "head": place}})
        await self.connection.send(
            create_awareness_message(self.awareness.encode_awareness_update([self.doc.client_id]))
        )


@contextlib.asynccontextmanager
async def join(url: str, seed: int) -> AsyncIterator[Guest]:
    """`url` is the relay's plain path of the document with a ticket."""
    async with connect(url, max_size=None) as connection:
        guest = Guest(connection, seed)
        reading = asyncio.create_task(guest.read())
        try:
            yield guest
        finally:
            reading.cancel()
