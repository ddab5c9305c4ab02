"""otherside case: proves packages of the bank, and begins new ones. Needs no database."""

import argparse
import json
import sys
from pathlib import Path

from otherside.question.edge.prove import prove, record
from otherside.question.edge.skeleton import write_skeleton
from otherside.question.proving import Finding, Report, all_hold
from otherside.run.edge import open_environment

NAME = "case"
HELP = "Prove packages of the bank (case verify DIR...), or begin a new one (case new DIR)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verify = verbs.add_parser("verify", help="run every solution of a package against every test")
    verify.add_argument("folders", nargs="+", type=Path, metavar="DIR", help="a folder with case.yaml")
    verify.add_argument(
        "--language", action="append", default=[], metavar="X", help="only this one; may be repeated"
    )
    verify.add_argument("--json", action="store_true", help="the report as JSON on standard output")
    verify.add_argument("--record", action="store_true", help="note in DIR/proof.json what was proven")
    new = verbs.add_parser("new", help="write the skeleton of a package")
    new.add_argument("folder", type=Path, metavar="DIR", help="a folder that does not exist yet")


def call(options: argparse.Namespace) -> int:
    """0: everything holds; 1: something does not, or a language is missing here."""
    if options.verb == "new":
        return _new(options.folder)
    reports: list[Report] = []
    with open_environment() as environment:
        for folder in options.folders:
            report = prove(folder, environment, options.language, None if options.json else _say)
            reports.append(report)
            if options.record:
                record(folder, report)
            if not options.json:
                print(report.summary(), flush=True)
    if options.json:
        print(json.dumps([report.as_json() for report in reports], indent=2))
    elif len(reports) > 1:
        print(f"{sum(report.holds for report in reports)} of {len(reports)} packages hold.")
    return 0 if all_hold(reports) else 1


def _say(finding: Finding) -> None:
    print(finding.line(), file=sys.stdout, flush=True)


def _new(folder: Path) -> int:
    write_skeleton(folder)
    print(f"{folder} is there: fill in what says FILL IN, then run: otherside case verify {folder}")
    return 0
