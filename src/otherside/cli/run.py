"""otherside run: one program in the sandbox, as a room would run it."""

import argparse
import sys
from pathlib import Path

import msgspec

from otherside.kernel.errors import DomainError, Invalid
from otherside.run.edge import OnOutput, execute, language_files, language_named, open_environment
from otherside.run.job import Job, Outcome
from otherside.sandbox.environment import Stream

NAME = "run"
HELP = "Run a program in the sandbox"
KEYS = ("outcome", "exit_code", "signal", "stdout", "stderr", "wall_ms", "cpu_ms", "memory_bytes", "promise")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the file to start")
    parser.add_argument(
        "more",
        metavar="MORE",
        type=Path,
        nargs="*",
        help="further files of the program, from FILE's folder down",
    )
    parser.add_argument("--language", help="default: what the ending of FILE says; see `otherside languages`")
    parser.add_argument("--stdin", metavar="FILE", type=Path, help="what the program reads; default: nothing")
    parser.add_argument("--json", action="store_true", help="print one line of JSON at the end, nothing else")


def call(options: argparse.Namespace) -> int:
    """With --json 0 for every verdict, else the program's own exit code. 1 where it could not be run."""
    if not options.json:
        return _tell(_outcome(options, _show))
    try:
        outcome = _outcome(options, None)
    except DomainError as error:
        # Whoever reads JSON gets JSON, whatever was missing: the file, the language or the sandbox.
        outcome = Outcome(outcome="sandbox-error", stderr=str(error))
    print(as_line(outcome))
    return 1 if outcome.outcome == "sandbox-error" else 0


def _outcome(options: argparse.Namespace, show: OnOutput | None) -> Outcome:
    language = options.language or language_of(options.file)
    language_named(language)
    root = options.file.parent
    files = {
        path.relative_to(root).as_posix(): _read(path) for path in _below(root, [options.file, *options.more])
    }
    job = Job(
        language=language,
        files=files,
        entry=options.file.name,
        stdin=_read(options.stdin) if options.stdin is not None else "",
    )
    with open_environment() as environment:
        return execute(job, environment, show)


def as_line(outcome: Outcome) -> str:
    values = msgspec.to_builtins(outcome)
    return msgspec.json.encode({key: values[key] for key in KEYS}).decode()


def language_of(path: Path) -> str:
    """By the ending of a file. Raises Invalid."""
    for language in language_files().values():
        if path.suffix in language.suffixes:
            return language.id
    known = ", ".join(language_files())
    raise Invalid(f"{path.name} does not say what language it is in; say --language, one of: {known}.")


def _below(root: Path, paths: list[Path]) -> list[Path]:
    for path in paths:
        if not path.resolve().is_relative_to(root.resolve()):
            raise Invalid(f"{path} does not lie below {root}, the folder of the file to start.")
    return paths


def _read(path: Path) -> str:
    """Whatever bytes they are, they arrive in the sandbox as they lie here."""
    try:
        return path.read_bytes().decode(errors="surrogateescape")
    except OSError as error:
        raise Invalid(f"{path} cannot be read: {error.strerror}.") from error


def _show(stream: Stream, text: str) -> None:
    target = sys.stdout if stream == "stdout" else sys.stderr
    target.write(text)
    target.flush()


def _tell(outcome: Outcome) -> int:
    if outcome.outcome in {"compile-error", "sandbox-error"}:
        print(outcome.stderr, file=sys.stderr)
    if outcome.outcome not in {"ok", "nonzero"}:
        print(f"otherside run: {outcome.outcome} after {outcome.wall_ms} ms", file=sys.stderr)
    if outcome.outcome == "ok":
        return 0
    return outcome.exit_code or 1
