"""Writes the parts of the reference that the code knows best: house, settings, limits, commands, error codes.

Run by Sphinx's configuration before each build; `python docs/generate.py` writes them by hand.
"""

import argparse
import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import otherside
from otherside.cli.main import commands
from otherside.kernel.errors import DomainError
from otherside.kernel.limits import Limit
from otherside.process.configuration import SETTINGS

HERE = Path(__file__).parent
OUT = HERE / "_generated"
SRC = Path(otherside.__file__).parent


def order() -> list[str]:
    """The apps from the kernel up, as `.importlinter` orders them."""
    lines = (HERE.parent / ".importlinter").read_text().split("layers =")[1].split("[")[0].split()
    return [name for name in reversed(lines) if name != "|"]


def house() -> str:
    rows = ["| app | what it is |", "|---|---|"]
    for name in order():
        charter = ast.get_docstring(ast.parse((SRC / name / "__init__.py").read_text())) or ""
        rows.append(f"| `{name}` | {' '.join(charter.split())} |")
    return "\n".join(rows)


def settings() -> str:
    rows = [f"| `{name}` | {meaning} |" for name, meaning in SETTINGS.items()]
    return "\n".join(["| setting | meaning |", "|---|---|", *rows])


def plain_modules(ending: str) -> Iterator[str]:
    for path in sorted(SRC.rglob(f"{ending}.py")):
        yield "otherside." + ".".join(path.relative_to(SRC).with_suffix("").parts)


def all_limits() -> list[Limit]:
    found = {}
    for module in plain_modules("limits"):
        for value in vars(importlib.import_module(module)).values():
            if isinstance(value, Limit):
                found[value.name] = value
    return [found[name] for name in sorted(found)]


def limits() -> str:
    rows = ["| limit | value | when it is reached |", "|---|---|---|"]
    return "\n".join(rows + [f"| `{x.name}` | {x.value:,} {x.unit} | {x.reached} |" for x in all_limits()])


def subclasses(kind: type[DomainError]) -> Iterator[type[DomainError]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from subclasses(sub)


def errors() -> str:
    for info in pkgutil.walk_packages([str(SRC)], "otherside."):
        if not any(part in info.name for part in (".migrations", ".web.asgi", ".main", ".conftest")):
            importlib.import_module(info.name)
    kinds = {kind.code: kind for kind in [DomainError, *subclasses(DomainError)]}
    rows = ["| code | what happened |", "|---|---|"]
    for code, kind in sorted(kinds.items()):
        rows.append(f"| `{code}` | {' '.join((kind.__doc__ or '').split('Attributes')[0].split())} |")
    return "\n".join(rows)


def command_pages() -> str:
    parts = []
    for name, module in sorted(commands().items()):
        parser = argparse.ArgumentParser(prog=f"otherside {name}", description=module.HELP)
        module.add_arguments(parser)
        parser.formatter_class = lambda prog: argparse.HelpFormatter(prog, width=100)
        parts.append(f"## otherside {name}\n\n```text\n{parser.format_help()}```")
    return "\n\n".join(parts)


PAGES = {
    "house": house,
    "settings": settings,
    "limits": limits,
    "errors": errors,
    "commands": command_pages,
}


def main() -> None:
    import django

    django.setup()
    OUT.mkdir(exist_ok=True)
    for name, write in PAGES.items():
        (OUT / f"{name}.md").write_text(write() + "\n")


if __name__ == "__main__":
    main()
