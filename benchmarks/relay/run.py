"""Rooms that one core carries, beside npm's y-websocket; and what `kill -9` loses of what was acknowledged.

    make bench-relay

Both servers run alone on core 0, the generator (loadgen.c) on core 1. A room is three sockets, two of them
typing: eight keystrokes a second, each a Yjs update and a cursor. Ours writes every update to disk and
acknowledges it; y-websocket keeps nothing. A server's figure is the largest number of rooms at which 99 of
100 keystrokes reached the others within 50 ms, in steps of 15 %, the better of two rounds: first the one,
then the other, then both again. `us_per_key` is what a keystroke costs of a processor, network included; it
is shown for both at the same load, too. The last line is one JSON object.
"""

import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.relay.verify import acknowledged_and_lost
from otherside.relay.ticket import Grant, Ticket, sign

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WORK = ROOT / "benchmarks" / ".work" / "relay"
KEY = "benchmark-key-" + "b" * 24
P99_MS_MAX = 50.0
STAGES = tuple(round(100 * 1.15**step) for step in range(26))  # 100 to 3,292
SAME = STAGES[4]  # the load at which the two are compared by what a keystroke costs
PEER = STAGES[:16]
OURS = (SAME, *STAGES[8:])
ROUNDS = 2
KILLED_ROOMS = 200
COLUMNS = (
    "rooms", "keys_per_s", "delivered", "p50_ms", "p99_ms", "ack_p50_ms", "ack_p99_ms", "cpu", "us_per_key",
    "gen_cpu",
)  # fmt: skip


@dataclass
class Server:
    """A server on core 0, started by `command`; `url(room, who)` is where one of its sockets goes."""

    name: str
    port: int
    process: subprocess.Popen[bytes] = field(init=False)

    def start(self, command: Sequence[str], env: dict[str, str] | None = None) -> None:
        with (WORK / f"{self.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                ["taskset", "-c", "0", *ahead(), *command],
                env={**os.environ, **(env or {})},
                stdout=log,
                stderr=log,
                cwd=ROOT,
            )
        for _ in range(200):
            if self.process.poll() is not None:
                sys.exit(f"{self.name} did not start; see {WORK / self.name}.log")
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        sys.exit(f"{self.name} does not listen")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)


def ahead() -> list[str]:
    """Both servers and the generator go before whatever else this machine does, where we may say so."""
    return ["nice", "-n", "-15"] if os.geteuid() == 0 else []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def log_id(room: int) -> str:
    return f"bench{room:017d}"


def our_path(room: int, who: int) -> str:
    grants = (Grant("doc:*", write=who < 2),)
    ticket = Ticket(
        log_id(room), who + 1, f"Member {who + 1}", grants, datetime.now(UTC) + timedelta(hours=1)
    )
    return f"/relay/y/{log_id(room)}/doc:pad?acks=1&ticket={sign(ticket, KEY.encode())}"


def ours(data: Path, port: int) -> Server:
    server = Server("ours", port)
    server.start([sys.executable, "-m", "benchmarks.relay.serve", str(data), str(port), KEY])
    return server


def y_websocket(port: int) -> Server:
    server = Server("y-websocket", port)
    script = ROOT / "node_modules" / "@y" / "websocket-server" / "src" / "server.js"
    server.start(["node", str(script)], {"HOST": "127.0.0.1", "PORT": str(port)})
    return server


def build() -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    compiler = ["gcc", "-O2", "-Wall", "-o", str(WORK / "loadgen"), str(HERE / "loadgen.c")]
    subprocess.run(compiler, check=True)
    if not (WORK / "trace.bin").exists():
        subprocess.run(["node", str(HERE / "trace.mjs"), str(WORK / "trace.bin"), "3000"], check=True)


def generator(
    server: Server, paths: list[str], stages: Sequence[int], seconds: float
) -> subprocess.Popen[str]:
    (WORK / "paths").write_text("\n".join(paths) + "\n")
    pid = str(server.process.pid)
    command = [
        "taskset", "-c", "1", *ahead(), str(WORK / "loadgen"), str(server.port), str(WORK / "paths"),
        str(WORK / "trace.bin"), pid, ",".join(map(str, stages)), str(seconds), "1", str(WORK / "dump"),
        str(P99_MS_MAX),
    ]  # fmt: skip
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def ramp(server: Server, paths: list[str], stages: Sequence[int], seconds: float) -> list[dict[str, float]]:
    """Every stage that was reached; prints each as it comes."""
    print(f"\n{server.name}\n  " + " ".join(f"{name:>11}" for name in COLUMNS), flush=True)
    rows = []
    with generator(server, paths, stages, seconds) as process:
        assert process.stdout is not None
        for text in process.stdout:
            row = json.loads(text)
            rows.append(row)
            print("  " + " ".join(f"{row[name]:>11g}" for name in COLUMNS), flush=True)
    return rows


def best(rows: list[dict[str, float]]) -> dict[str, float]:
    good = [row for row in rows if row["p99_ms"] <= P99_MS_MAX and row["delivered"] > 0.97]
    return good[-1] if good else {"rooms": 0, "p50_ms": -1, "p99_ms": -1, "ack_p99_ms": -1, "us_per_key": -1}


def killed() -> tuple[int, int]:
    """(keystrokes acknowledged, of those gone) when the relay is killed in the middle of typing."""
    data = Path(tempfile.mkdtemp(dir=WORK))
    try:
        server = ours(data, free_port())
        paths = [our_path(room, who) for room in range(KILLED_ROOMS) for who in range(3)]
        with generator(server, paths, [KILLED_ROOMS], 30) as process:
            time.sleep(9)
            server.kill()
            process.communicate(timeout=60)
        server = ours(data, free_port())
        try:
            base = f"ws://127.0.0.1:{server.port}"
            urls = [base + our_path(room, 2) for room in range(KILLED_ROOMS)]
            return asyncio.run(acknowledged_and_lost(WORK / "dump", urls))
        finally:
            server.kill()
    finally:
        shutil.rmtree(data, ignore_errors=True)


def baseline_ns() -> float:
    """What a bare addition in a loop costs here and now: read the other figures beside it."""
    start, total = time.perf_counter_ns(), 0
    for number in range(2_000_000):
        total += number
    return (time.perf_counter_ns() - start) / 2_000_000


def our_ramp(stages: Sequence[int], seconds: float) -> list[dict[str, float]]:
    data = Path(tempfile.mkdtemp(dir=WORK))
    server = ours(data, free_port())
    try:
        paths = [our_path(room, who) for room in range(max(stages)) for who in range(3)]
        return ramp(server, paths, stages, seconds)
    finally:
        server.kill()
        shutil.rmtree(data, ignore_errors=True)


def peer_ramp(stages: Sequence[int], seconds: float) -> list[dict[str, float]]:
    server = y_websocket(free_port())
    try:
        paths = [f"/bench{room:06d}" for room in range(max(stages)) for _ in range(3)]
        return ramp(server, paths, stages, seconds)
    finally:
        server.kill()


def cost(rows: list[dict[str, float]]) -> float:
    """Microseconds of processor time a keystroke at the load that both are compared at; 0 if it was not
    reached.
    """
    return min((row["us_per_key"] for row in rows if row["rooms"] == SAME), default=0)


def main() -> None:
    quick = "--quick" in sys.argv
    rounds, seconds = (1, 2.0) if quick else (ROUNDS, 4.0)
    ours_at, peer_at = (OURS[:3], PEER[:6]) if quick else (OURS, PEER)
    build()
    cpu = baseline_ns()
    print(f"baseline: {cpu:.1f} ns an addition in Python; load average {os.getloadavg()[0]:.1f}", flush=True)
    our_rounds, peer_rounds = [], []
    for _ in range(rounds):
        our_rounds.append(our_ramp(ours_at, seconds))
        peer_rounds.append(peer_ramp(peer_at, seconds))
    print(f"\nkill -9 while {KILLED_ROOMS} rooms are typing", flush=True)
    acked, lost = killed()
    print(f"  {acked} keystrokes acknowledged, {lost} of them gone after the restart", flush=True)
    our_best = max(map(best, our_rounds), key=lambda row: row["rooms"])
    peer_best = max(map(best, peer_rounds), key=lambda row: row["rooms"])
    our_cost, peer_cost = min(map(cost, our_rounds)), min(map(cost, peer_rounds))
    figures = {
        "rooms_ours": our_best["rooms"],
        "rooms_y_websocket": peer_best["rooms"],
        "ratio_y_websocket": round(our_best["rooms"] / peer_best["rooms"], 2) if peer_best["rooms"] else 0,
        "acked": acked,
        "acked_lost": lost,
        "p50_ms_ours": our_best["p50_ms"],
        "p99_ms_ours": our_best["p99_ms"],
        "ack_p99_ms_ours": our_best["ack_p99_ms"],
        "p99_ms_y_websocket": peer_best["p99_ms"],
        "us_per_key_ours": our_best["us_per_key"],
        "us_per_key_y_websocket": peer_best["us_per_key"],
        f"us_per_key_ours_at_{SAME}": our_cost,
        f"us_per_key_y_websocket_at_{SAME}": peer_cost,
        "ratio_us_per_key": round(peer_cost / our_cost, 2) if our_cost else 0,
        f"p99_ms_ours_at_{SAME}": min(rows[0]["p99_ms"] for rows in our_rounds),
        "baseline_ns": round(cpu, 1),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
