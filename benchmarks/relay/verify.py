"""Reads rooms back after a kill, as any Yjs client would, and counts acknowledged keystrokes that are
gone.
"""

import asyncio
from pathlib import Path

import pycrdt
from websockets.asyncio.client import connect

CLIENTS = (1_839_274_651, 402_217_735)
AT_ONCE = 16


async def acknowledged_and_lost(dump: Path, urls: list[str]) -> tuple[int, int]:
    """Over every room of `dump` (room, typist, clocks sent, clocks acknowledged). `urls[room]` reads the
    room.
    """
    text = dump.read_text()  # noqa: ASYNC240 -- nothing else runs yet
    rows = [tuple(map(int, line.split())) for line in text.splitlines()]
    places = asyncio.Semaphore(AT_ONCE)

    async def room(number: int) -> dict[int, int]:
        async with places:
            return await clocks_of(urls[number])

    known = await asyncio.gather(*(room(number) for number in range(len(urls))))
    acked = sum(row[3] for row in rows)
    lost = sum(max(0, row[3] - known[row[0]].get(CLIENTS[row[1]], 0)) for row in rows)
    return acked, lost


async def clocks_of(url: str) -> dict[int, int]:
    """Yjs client → how many of its structs the room gives to somebody who has nothing."""
    document: pycrdt.Doc[pycrdt.Text] = pycrdt.Doc()
    async with connect(url, max_size=None) as line:
        await line.send(pycrdt.create_sync_message(document))
        while True:
            message = await asyncio.wait_for(line.recv(), 20)
            assert isinstance(message, bytes)
            if message[0] == 0:
                pycrdt.handle_sync_message(message[1:], document)
                if message[1] == 1:
                    break
    return vector(document.get_state())


def vector(raw: bytes) -> dict[int, int]:
    numbers, number, shift = [], 0, 0
    for byte in raw:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(number)
            number = shift = 0
    return dict(zip(numbers[1::2], numbers[2::2], strict=True))
