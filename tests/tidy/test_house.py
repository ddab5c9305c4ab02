"""What style.md enforces: sizes, plain files that stay plain, no dead files, no machine paths, licences."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "otherside"
DOORS = {"web", "worker", "runner", "demo", "cli", "process"}
MACHINERY = {"kernel", "log", "sandbox", "bus", "relay"}
FURNITURE = {
    "models", "migrations", "apps", "admin", "access", "edge", "actions", "session", "views", "forms", "api", "urls",
    "templates", "templatetags", "static", "personal", "middleware", "adapters", "backends", "tasks",
}  # fmt: skip
FUNCTION_LINES_MAX = 50
MODULE_LINES_MAX = 400
TEMPLATE_LINES_MAX = 150
COMPONENT_LINES_MAX = 200


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\n")  # fmt: skip
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def sources(*endings: str) -> list[Path]:
    return [
        p
        for p in tracked()
        if p.suffix in endings and "migrations" not in p.parts and "content" not in p.parts
    ]


def length(path: Path) -> int:
    return len(path.read_text().splitlines())


def test_no_module_template_or_component_outgrows_its_size() -> None:
    sizes = {
        ".py": MODULE_LINES_MAX,
        ".ts": MODULE_LINES_MAX,
        ".c": MODULE_LINES_MAX,
        ".html": TEMPLATE_LINES_MAX,
    }
    over = [
        f"{p.relative_to(ROOT)}: {length(p)} > {sizes[p.suffix]}"
        for p in sources(*sizes)
        if length(p) > sizes[p.suffix]
    ]
    over += [
        f"{p.relative_to(ROOT)}: {length(p)}" for p in sources(".tsx") if length(p) > COMPONENT_LINES_MAX
    ]
    assert not over, "split by noun: " + "; ".join(over)


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Every statement in `node`. Expressions, most of a tree, hold no functions that have a name."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.expr):
            yield child
            yield from statements(child)


def test_no_function_outgrows_fifty_lines() -> None:
    over = []
    for path in sources(".py"):
        for node in statements(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
                lines = node.end_lineno - node.lineno + 1
                if lines > FUNCTION_LINES_MAX:
                    over.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {lines}")
    assert not over, "split: " + "; ".join(over)


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(
        "otherside", include_external_packages=True, exclude_type_checking_imports=True, cache_dir=None
    )


def is_plain(module: str) -> bool:
    parts = module.split(".")
    return len(parts) > 2 and parts[1] not in DOORS | MACHINERY and parts[2] not in FURNITURE


def test_plain_files_know_neither_django_nor_furniture(graph: grimp.ImportGraph) -> None:
    wrong = []
    for module in graph.modules:
        if not module.startswith("otherside.") or not is_plain(module):
            continue
        for imported in graph.find_modules_directly_imported_by(module):
            parts = imported.split(".")
            if parts[0] == "django":
                wrong.append(f"{module} imports {imported}")
            if (
                parts[0] == "otherside"
                and len(parts) > 2
                and parts[1] not in MACHINERY
                and parts[2] in FURNITURE
            ):
                wrong.append(f"{module} imports {imported}")
    assert not wrong, "; ".join(sorted(wrong))


BANNED = {
    r"datetime\.now\(\)|datetime\.utcnow\(": "kernel.clock.utc_now(), or take `at` as an argument",
    r"\bapps\.get_model\(": "import the model; imports go up the list",
    r"random\.random\(\)": "a random.Random that is passed in",
    r"except:\s*$": "name what can fail",
    r"# type: ignore(?!\[)": "name the code in brackets",
    r"\.objects\.all\(\)\.delete\(": "an action that names its rows",
}


def test_no_banned_call() -> None:
    found = []
    for path in sources(".py"):
        if path.is_relative_to(ROOT / "tests" / "tidy"):
            continue
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            found += [
                f"{path.relative_to(ROOT)}:{number}: use {better}"
                for bad, better in BANNED.items()
                if re.search(bad, line)
            ]
    assert not found, "; ".join(found)


def test_no_path_of_a_developers_machine() -> None:
    # Spelled in parts so that this file does not find itself.
    paths = [
        "/" + "work/main",
        "/" + "work/shared",
        "/" + "work/.library",
        "." + "pyenv/",
        "pythonhosted" + ".org",
    ]
    bad = re.compile("|".join(map(re.escape, [*paths, "npmjs" + ".org", "npmjs" + ".com"])))
    found = []
    for path in tracked():
        if path.stat().st_size > 2_000_000 or path.suffix in {".png", ".pdf", ".docx", ".woff2"}:
            continue
        if bad.search(path.read_text(errors="replace")):
            found.append(str(path.relative_to(ROOT)))
    assert not found


def test_every_app_has_a_charter() -> None:
    bare = [
        p.parent.name
        for p in SRC.glob("*/__init__.py")
        if not (ast.get_docstring(ast.parse(p.read_text())) or "").strip()
    ]
    assert not bare
