"""otherside languages: what can be run here."""

import argparse
import json

from otherside.run.edge import load_languages

NAME = "languages"
HELP = "List the languages and whether they run on this host"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", help="print a JSON list of {id, name, version, runs, why}"
    )


def call(options: argparse.Namespace) -> int:
    languages = load_languages().values()
    if options.json:
        fields = ("id", "name", "version", "runs", "why", "note")
        print(json.dumps([{field: getattr(known, field) for field in fields} for known in languages]))
        return 0
    for known in languages:
        state = known.version if known.runs else f"does not run: {known.why}"
        print(f"{known.id:<12} {known.name:<14} {state}")
        if known.note:
            print(f"{'':<12} {known.note}")
    return 0
