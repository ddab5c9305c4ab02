"""otherside COMMAND: every command is a module of this package."""

import argparse
import os
import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

import otherside.cli
from otherside.kernel.errors import DomainError


def commands(*wanted: str) -> dict[str, ModuleType]:
    """Name → module with NAME, HELP, add_arguments(parser) and call(options) -> exit code.

    Of those `wanted`, by the name of their module, which is the command's; of all without.
    """
    found = {}
    for info in pkgutil.iter_modules(otherside.cli.__path__):
        if wanted and info.name not in wanted:
            continue
        module = import_module(f"otherside.cli.{info.name}")
        if hasattr(module, "NAME"):  # the others are what commands share
            found[module.NAME] = module
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0: done; 1: refused, the reason is on standard error; 2: the words of the call are off."""
    parser = argparse.ArgumentParser(
        prog="otherside", description="The interviewer's side of a backend interview."
    )
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    words = sys.argv[1:] if arguments is None else arguments
    # The others are not imported for nothing; all are there for whoever asks what there is, or mistypes.
    known = commands(*words[:1]) or commands()
    for name, module in sorted(known.items()):
        module.add_arguments(subparsers.add_parser(name, help=module.HELP, description=module.HELP))
    options = parser.parse_args(words)
    try:
        return int(known[options.command].call(options))
    except DomainError as error:
        print(f"otherside {options.command}: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our output has seen enough (`| head`). Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
