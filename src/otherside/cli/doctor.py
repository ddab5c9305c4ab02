"""otherside doctor: what this host can promise to candidates' code, and what to do about the rest."""

import argparse
import json

from otherside.run.edge import load_languages
from otherside.sandbox.host import Finding, Findings, look

NAME = "doctor"
HELP = "Say what this host can promise when it runs code, and what is missing"
FULL, REFUSES, LESS = 0, 1, 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def call(options: argparse.Namespace) -> int:
    """0: every promise can be kept. 3: code is run, with less promised. 1: nothing is run."""
    findings = look()
    code = exit_code(findings)
    if options.json:
        print(json.dumps(as_json(findings)))
        return code
    for item in findings.items:
        mark = "ok     " if item.there else ("MISSING" if item.needed else "less   ")
        print(f"{mark}  {item.what}")
        if not item.there:
            print(f"         {item.cause}\n         {item.remedy}")
    for known in load_languages().values():
        if not known.runs:
            print(f"less     {known.name} does not run: {known.why}")
    if code == REFUSES:
        print("\nNothing is run on this host until what is MISSING is there.")
    else:
        print(f"\nPromise: {findings.promise}")
    return code


def exit_code(findings: Findings) -> int:
    if findings.refusals:
        return REFUSES
    return FULL if all(item.there for item in findings.items) else LESS


def as_json(findings: Findings) -> dict[str, object]:
    return {
        "runs": not findings.refusals,
        "promise": "" if findings.refusals else findings.promise,
        "findings": [_finding(item) for item in findings.items],
        "languages": [
            {"id": known.id, "runs": known.runs, "why": known.why} for known in load_languages().values()
        ],
    }


def _finding(item: Finding) -> dict[str, object]:
    """What is there has no cause to be missing and needs no remedy."""
    words = {"cause": "", "remedy": ""} if item.there else {"cause": item.cause, "remedy": item.remedy}
    return {"what": item.what, "there": item.there, "needed": item.needed, **words}
