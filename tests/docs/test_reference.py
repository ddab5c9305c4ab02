"""What the documentation claims about settings, limits, commands and error codes is what the code has."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from otherside.cli.main import commands
from otherside.process.configuration import SETTINGS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["docs_generate"] = module
    spec.loader.exec_module(module)
    return module


def test_every_app_of_the_house_is_described_in_its_order(generate: ModuleType) -> None:
    house = generate.house()
    apps = [path.parent.name for path in (ROOT / "src" / "otherside").glob("*/__init__.py")]
    assert all(f"`{app}`" in house for app in apps)
    assert house.index("`kernel`") < house.index("`live`") < house.index("`web`")


def test_every_limit_has_its_line_and_belongs_to_its_app(generate: ModuleType) -> None:
    found = generate.all_limits()
    assert len(found) > 40
    text = generate.limits()
    for limit in found:
        assert f"`{limit.name}`" in text
        assert limit.reached[0].islower() or not limit.reached[0].isalpha(), limit.name


def test_error_codes_are_stable_names_with_an_explanation(generate: ModuleType) -> None:
    rows = [line for line in generate.errors().splitlines()[2:] if line]
    for row in rows:
        code, about = row.strip("| ").split(" | ", 1)
        assert re.fullmatch(r"`[a-z][a-z-]*`", code), row
        assert about.strip(), f"{code} is not explained"


def test_every_command_is_in_the_manual_and_says_what_it_is_for(generate: ModuleType) -> None:
    text = generate.command_pages()
    for name, module in commands().items():
        assert f"## otherside {name}" in text
        assert len(module.HELP) > 10


def test_settings_named_anywhere_in_the_docs_exist() -> None:
    pages = [*DOCS.rglob("*.md"), *(ROOT / "deploy").iterdir(), ROOT / "README.md"]
    for page in pages:
        if "_build" in page.parts:
            continue
        for name in re.findall(r"OTHERSIDE_[A-Z_]+[A-Z]", page.read_text()):
            assert name in SETTINGS, f"{page.name} speaks of {name}"


def test_make_targets_named_in_the_docs_exist() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z%-]+):", makefile, re.MULTILINE))
    for page in [*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]:
        if "_build" in page.parts:
            continue
        for name in re.findall(r"`make ([a-z-]+)", page.read_text()):
            assert name in targets or name.startswith("bench-"), f"{page.name} speaks of make {name}"


def test_links_between_pages_lead_somewhere() -> None:
    for page in [*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]:
        if "_build" in page.parts or "_generated" in page.parts:
            continue
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)} links to {target}"
