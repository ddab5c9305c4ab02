"""otherside demo: the demo company, made anew and served."""

import argparse
import os
import sys
from functools import partial
from pathlib import Path

from otherside.cli.serve import set_up_django, supervise
from otherside.cli.supervisor import Program, python

NAME = "demo"
HELP = "Make the demo company anew, dated today, and serve it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, help="port to listen on (OTHERSIDE_PORT); default: 8000")
    parser.add_argument("--data", help="folder of the demo (OTHERSIDE_DATA); default: var/demo")
    parser.add_argument("--large", action="store_true", help="only build a large company, for benchmarks")


def call(options: argparse.Namespace) -> int:
    data = Path(options.data or os.environ.get("OTHERSIDE_DATA") or "var/demo")
    if data.exists() and any(data.iterdir()) and not (data / "is-a-demo").exists():
        print(
            f"otherside demo: {data} holds something that is no demo; choose another folder.", file=sys.stderr
        )
        return 1
    data.mkdir(parents=True, exist_ok=True)
    (data / "is-a-demo").touch()
    for real in ("OTHERSIDE_DATABASE_URL", "OTHERSIDE_SMTP_URL"):
        os.environ.pop(real, None)  # the demo touches no real database and writes to nobody
    os.environ |= {"OTHERSIDE_DATA": str(data), "OTHERSIDE_DEMO": "1"}
    if options.port is not None:
        os.environ["OTHERSIDE_PORT"] = str(options.port)
    set_up_django()
    if options.large:
        from otherside.demo.large import build_large

        build_large()
        return 0
    return serve_demo()


def serve_demo() -> int:
    from django.conf import settings

    from otherside.demo import interviewer
    from otherside.demo.build import build_demo
    from otherside.demo.keys import demo_key
    from otherside.interview.links import room_path
    from otherside.kernel.clock import utc_now
    from otherside.web.prepare import collect_static

    print("Making the demo company …", flush=True)
    collect_static()
    company = build_demo(utc_now())
    base = settings.BASE_URL
    enter = f"{base}/demo/enter/{demo_key()}/alice/"
    debrief = f"/applications/{company.applications['henrik'].pk}/debrief/"
    lines = [
        "The demo company is served. Three ways in:",
        "",
        f"  The interviewer's desk      {enter}",
        f"  An interview, as candidate  {base}{room_path(company.live)}",
        f"  A debrief with three cards  {enter}?next={debrief}",
        "",
        f"Everybody else of the company: {enter}?next=/demo/",
    ]
    script = Program(
        "interviewer",
        python("-m", "otherside.demo.interviewer", str(company.live.pk)),
        {**os.environ, "DJANGO_SETTINGS_MODULE": "otherside.web.settings"},
        partial(interviewer.main, [str(company.live.pk)]),
    )
    return supervise(lines, script)
