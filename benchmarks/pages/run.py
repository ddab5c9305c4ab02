"""make bench-pages: every page of a large company, timed at the server, with its queries counted.

The company (200 openings, 20,000 candidates, 60,000 interviews, logs for 200) is built once and kept. Pages
are asked for through Django's own handler with everything but the network: middleware, session, templates. A
bare view that answers nothing is timed beside them, as the baseline.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("BENCH_DATA", ROOT / "benchmarks" / ".work" / "large"))
ROUNDS = 30


def main() -> int:
    if not (DATA / "app.sqlite3").exists():
        print("building the large company (some minutes, once)", flush=True)
        subprocess.run(
            [sys.executable, "-m", "otherside.cli.main", "demo", "--large", "--data", str(DATA)], check=True
        )
    os.environ |= {
        "OTHERSIDE_DATA": str(DATA),
        "OTHERSIDE_DEMO": "0",
        "DJANGO_SETTINGS_MODULE": "otherside.web.settings",
    }
    import django

    django.setup()
    from otherside.web.prepare import collect_static, look_after_database, migrate

    migrate()
    look_after_database()  # as `serve` does: a migration that made a table anew has lost what was known of it
    collect_static()
    return measure()


def measure() -> int:
    from django.conf import settings
    from django.db import connection, transaction
    from django.test import Client

    from benchmarks.pages.pages import pages
    from otherside.process.connect import connect

    connect(settings.CONFIGURATION, in_transaction=lambda: transaction.get_connection().in_atomic_block)
    rows = []
    for name, user, address in pages():
        client = Client(SERVER_NAME="localhost")
        if user is not None:
            client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        answer = client.get(address)
        assert answer.status_code == 200, f"{name} {address}: {answer.status_code}"
        queries: list[str] = []
        with connection.execute_wrapper(Counting(queries)):
            client.get(address)
        times = timed(lambda: client.get(address))  # noqa: B023 - called at once
        rows.append((name, len(queries), times))
        print(
            f"{name:28} {len(queries):3} queries   p50 {median(times):6.1f}   p95 {p95(times):6.1f} ms",
            flush=True,
        )
    bare = next(times for name, _, times in rows if name == "bare: health")
    worst = max(rows[1:], key=lambda row: p95(row[2]))
    most = max(rows, key=lambda row: row[1])
    print(f"\nslowest: {worst[0]}; most queries: {most[0]}")
    figures = {
        "page_p95_ms": round(p95(worst[2]), 1),
        "page_p95_ms_median_page": round(median(p95(times) for _, _, times in rows[1:]), 1),
        "queries_max": most[1],
        "pages": len(rows) - 1,
        "bare_p95_ms": round(p95(bare), 1),
        "ratio_bare": round(p95(worst[2]) / p95(bare), 1),
    }
    print(json.dumps(figures))
    return 0


class Counting:
    """Keeps the text of every query that goes by."""

    def __init__(self, into: list[str]) -> None:
        self.into = into

    def __call__(self, execute: Callable[..., object], sql: str, *rest: object) -> object:
        self.into.append(sql)
        return execute(sql, *rest)


def timed(work: Callable[[], object]) -> list[float]:
    """Milliseconds of each call."""
    found = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return found


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    sys.exit(main())
