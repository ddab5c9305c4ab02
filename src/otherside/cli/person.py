"""otherside person: adds or recovers somebody who signs in, for whoever has the machine."""

import argparse
import getpass
import sys
from typing import Any

from otherside.cli.serve import set_up_django
from otherside.kernel.clock import utc_now

NAME = "person"
HELP = "Add a person who signs in, or bring one back with more roles"
ROLES = ("interviewer", "recruiter", "hiring-manager", "administrator")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs: Any = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    add = verbs.add_parser("add", help="add, or give roles and a password to who is there")
    add.add_argument("email")
    add.add_argument("name")
    add.add_argument(
        "--role", action="append", required=True, choices=ROLES, help="may be given more than once"
    )
    add.add_argument(
        "--password-stdin",
        action="store_true",
        help="read the password from the first line of standard input, without asking",
    )


def call(options: argparse.Namespace) -> int:
    """0: done. The password is asked for twice at a terminal; an empty one leaves it as it is."""
    set_up_django()
    from otherside.accounts.actions import add_person
    from otherside.accounts.roles import Role

    password = _password(from_stdin=options.password_stdin)
    roles = [Role(value) for value in options.role]
    person, is_new = add_person(options.email, options.name, roles, password, at=utc_now())
    held = ", ".join(sorted(role.value for role in person.roles))
    print(f"{'Added' if is_new else 'Found again'}: {person.email}, {held}.")
    if not person.has_usable_password():
        print("No password is set: they choose one at /account/password/reset/.")
    return 0


def _password(*, from_stdin: bool) -> str | None:
    """What was typed; None for nothing. At a terminal it is asked for twice, and not shown."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\n") or None
    if not sys.stdin.isatty():
        return None
    first = getpass.getpass("Password (empty: leave as it is): ")
    if first and getpass.getpass("The same again: ") != first:
        print("The two were not the same. Nothing was changed.", file=sys.stderr)
        raise SystemExit(2)
    return first or None
