"""Every language as it really runs: several files, input, errors of compilers, tests."""

from collections.abc import Iterator

import pytest

from otherside.run.edge import execute, language_named, load_languages, open_environment
from otherside.run.job import Job, JobLimits, Outcome
from otherside.run.language import MissingLanguage, UnknownLanguage
from otherside.run.tests import Test
from otherside.sandbox.environment import Environment

pytestmark = pytest.mark.sandbox
PATIENT = JobLimits(wall_ms_max=30_000, cpu_ms_max=10_000)

ECHO = {
    "python": {
        "main.py": "from lib.shout import shout\nprint(shout(input()))\n",
        "lib/shout.py": "def shout(text): return text.upper()\n",
    },
    "javascript": {
        "main.js": "const { shout } = require('./lib/shout.js');\n"
        "console.log(shout(require('fs').readFileSync(0, 'utf8').trim()));\n",
        "lib/shout.js": "exports.shout = (text) => text.toUpperCase();\n",
    },
    "typescript": {
        "main.ts": "import { readFileSync } from 'node:fs';\nimport { shout } from './lib/shout';\n"
        "const said: string = readFileSync(0, 'utf8').trim();\nconsole.log(shout(said));\n",
        "lib/shout.ts": "export function shout(text: string): string { return text.toUpperCase(); }\n",
    },
    "java": {
        "app/Main.java": "package app;\nimport java.util.Scanner;\n"
        "public class Main { public static void main(String[] w) {"
        " System.out.println(Shout.shout(new Scanner(System.in).nextLine())); } }\n",
        "app/Shout.java": "package app;\nclass Shout { static String shout(String t) { return t.toUpperCase(); } }\n",
    },
    "go": {
        "main.go": 'package main\n\nimport (\n\t"bufio"\n\t"fmt"\n\t"os"\n)\n\nfunc main() {\n'
        "\tline := bufio.NewScanner(os.Stdin)\n\tline.Scan()\n\tfmt.Println(shout(line.Text()))\n}\n",
        "shout.go": 'package main\n\nimport "strings"\n\nfunc shout(text string) string { return strings.ToUpper(text) }\n',
    },
    "cpp": {
        "main.cpp": '#include <iostream>\n#include "lib/shout.hpp"\n'
        "int main() { std::string line; std::getline(std::cin, line); std::cout << shout(line) << '\\n'; }\n",
        "lib/shout.hpp": "#pragma once\n#include <string>\nstd::string shout(std::string text);\n",
        "lib/shout.cpp": '#include "shout.hpp"\n#include <cctype>\n'
        "std::string shout(std::string text) { for (auto &c : text) c = std::toupper(c); return text; }\n",
    },
    "bash": {
        "main.sh": '. ./lib/shout.sh\nread -r line\nshout "$line"\n',
        "lib/shout.sh": 'shout() { echo "${1^^}"; }\n',
    },
    "sql": {
        "main.sql": ".read schema.sql\n.read /dev/stdin\n.read lib/query.sql\n",
        "schema.sql": "CREATE TABLE heard (text TEXT, n INTEGER);\n",
        "lib/query.sql": "SELECT upper(text) FROM heard;\n",
    },
}  # fmt: skip
NOT_COMPILING = {
    "typescript": ("main.ts", "const x: = 3\n"),
    "java": ("Main.java", "public class Main { int x = }"),
    "go": ("main.go", "package main\n\nfunc main() { x }\n"),
    "cpp": ("main.cpp", "int main() { return y; }\n"),
}
FAILING = {
    "python": ("main.py", "raise SystemExit(3)"),
    "javascript": ("main.js", "process.exit(3)"),
    "typescript": ("main.ts", "process.exit(3)"),
    "java": ("Main.java", "public class Main { public static void main(String[] w) { System.exit(3); } }"),
    "go": ("main.go", 'package main\n\nimport "os"\n\nfunc main() { os.Exit(3) }\n'),
    "cpp": ("main.cpp", "int main() { return 3; }"),
    "bash": ("main.sh", "exit 3"),
    "sql": ("main.sql", "SELECT 1;\n.exit 3\n"),
}


@pytest.fixture(scope="module")
def environment() -> Iterator[Environment]:
    with open_environment() as opened:
        yield opened


def run(environment: Environment, language: str, files: dict[str, str], **fields: object) -> Outcome:
    job = Job(language=language, files=files, entry=next(iter(files)), limits=PATIENT, **fields)  # type: ignore[arg-type]
    return execute(job, environment)


def test_all_are_here() -> None:
    for language in load_languages().values():
        assert language.runs, language.why
        assert language.version.split()[-1][0].isdigit()


@pytest.mark.parametrize("language", ECHO)
def test_several_files_and_input(environment: Environment, language: str) -> None:
    stdin = "hällo\n" if language != "sql" else "INSERT INTO heard VALUES ('hello', NULL);\n"
    outcome = run(environment, language, ECHO[language], stdin=stdin)
    assert (outcome.outcome, outcome.exit_code) == ("ok", 0), outcome.stderr
    assert outcome.stdout.strip().startswith("H")
    assert outcome.stdout.strip().endswith("LLO")
    assert outcome.promise == environment.promise


@pytest.mark.parametrize("language", FAILING)
def test_exit_codes(environment: Environment, language: str) -> None:
    file, text = FAILING[language]
    outcome = run(environment, language, {file: text})
    assert (outcome.outcome, outcome.exit_code, outcome.signal) == ("nonzero", 3, None), outcome.stderr


@pytest.mark.parametrize("language", NOT_COMPILING)
def test_what_does_not_compile_says_where(environment: Environment, language: str) -> None:
    file, text = NOT_COMPILING[language]
    outcome = run(environment, language, {file: text})
    assert outcome.outcome == "compile-error"
    assert file in outcome.stderr
    assert outcome.stdout == ""


def test_typescript_is_not_checked_and_says_so(environment: Environment) -> None:
    outcome = run(environment, "typescript", {"main.ts": "const n: number = 'text';\nconsole.log(n)\n"})
    assert (outcome.outcome, outcome.stdout) == ("ok", "text\n")
    assert "not checked" in load_languages()["typescript"].note


def test_errors_name_the_line_that_was_written(environment: Environment) -> None:
    outcome = run(environment, "typescript", {"main.ts": "type A = { a: 1 }\n\nthrow new Error('here')\n"})
    assert "main.ts:3" in outcome.stderr


def test_rows_of_sql_have_one_form(environment: Environment) -> None:
    text = (
        "CREATE TABLE t (a, b, c); INSERT INTO t VALUES (1, NULL, 'x y'), (2.5, '', 'é');\nSELECT * FROM t;\n"
    )
    assert run(environment, "sql", {"query.sql": text}).stdout == "1 | NULL | x y\n2.5 |  | é\n"
    wrong = run(environment, "sql", {"query.sql": "SELECT 1;\nSELECT nothing;\nSELECT 2;\n"})
    assert (wrong.outcome, wrong.stdout) == ("nonzero", "1\n")
    assert "nothing" in wrong.stderr


TESTS = (
    Test(name="two", input="1 1", expected="2"),
    Test(name="wrong", input="1 2", expected="4"),
    Test(name="many", input="2 2", expected="4", hidden=True),
    Test(name="crash", input="x y", expected="", hidden=True),
)
ADDING = "print('debug', flush=True)\na, b = map(int, input().split())\nprint('=>', a + b)\n"


def test_tests_are_judged_apart_and_hidden_ones_are_not_heard(environment: Environment) -> None:
    heard: list[str] = []
    seen: list[Outcome] = []
    job = Job(language="python", files={"main.py": ADDING}, entry="main.py", tests=TESTS)
    outcome = execute(job, environment, lambda _, text: heard.append(text), seen.append)
    assert [(r.name, r.passed, r.actual) for r in outcome.tests] == [
        ("two", True, "2"),
        ("wrong", False, "3"),
    ]
    assert [(r.name, r.passed, r.outcome) for r in outcome.hidden] == [
        ("many", True, "ok"), ("crash", False, "nonzero"),
    ]  # fmt: skip
    assert outcome.outcome == "ok", "a hidden test that fails is told to the panel alone"
    assert (outcome.stdout, outcome.stderr) == ("debug\ndebug\n", "")
    assert "".join(heard) == "debug\n=> 2\ndebug\n=> 3\n"
    assert [(len(o.tests), len(o.hidden)) for o in seen] == [(2, 0)]


def test_a_compiled_program_is_built_once_for_all_tests(environment: Environment) -> None:
    """And no test sees what another left in /w."""
    text = (
        '#include <fstream>\n#include <iostream>\nint main() { bool seen = std::ifstream("mark").good();'
        ' std::ofstream("mark") << 1; std::cout << __TIME__ << "\\n=> " << seen << "\\n"; }'
    )  # fmt: skip
    tests = tuple(Test(name=str(n), input="", expected="0") for n in range(3))
    outcome = run(environment, "cpp", {"main.cpp": text}, tests=tests)
    assert all(result.passed for result in outcome.tests), outcome
    assert len(set(outcome.stdout.split())) == 1


def test_invalid_bytes_and_cut_characters(environment: Environment) -> None:
    heard: list[str] = []
    text = "import os, time\nos.write(1, b'\\xc3')\ntime.sleep(0.2)\nos.write(1, b'\\xa9 \\xff')\n"
    job = Job(language="python", files={"main.py": text}, entry="main.py")
    outcome = execute(job, environment, lambda _, chunk: heard.append(chunk))
    assert outcome.stdout == "é �"
    assert "".join(heard) == "é �"


def test_languages_that_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnknownLanguage, match="Known are: bash, cpp"):
        language_named("cobol")
    from otherside.run import edge

    edge._on_this_host.cache_clear()
    monkeypatch.setattr(edge, "_find", lambda need: None)
    try:
        with pytest.raises(MissingLanguage, match=r"apt-get install golang-go"):
            language_named("go")
        assert (
            "npm ci" in edge._on_this_host("typescript").why
            or "nodejs" in edge._on_this_host("typescript").why
        )
    finally:
        edge._on_this_host.cache_clear()
