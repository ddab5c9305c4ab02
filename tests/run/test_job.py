"""Jobs that can be laid out, and words of languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.kernel.errors import DomainError, Invalid, LimitReached
from otherside.run import limits
from otherside.run.edge import language_files
from otherside.run.job import Job
from otherside.run.language import Language, class_name, fill
from otherside.run.request import RunRequest
from otherside.run.tests import Test
from otherside.sandbox.environment import Command


def language(**fields: object) -> Language:
    values = {
        "id": "java", "name": "Java", "version": "17", "runs": True, "why": "", "note": "", "source_name": "Main.java",
        "suffixes": (".java",), "compile": (), "run": (), "env": {}, "binds": {}, "memory_mb": 512,
        "compile_memory_mb": 512, "tasks": 64,
    }  # fmt: skip
    return Language(**{**values, **fields})  # type: ignore[arg-type]


FILES = {
    "app/Main.java": "package com.acme.app;\nclass Main {}",
    "app/B.java": "",
    "C.java": "",
    "notes.md": "",
}


def test_words_are_filled() -> None:
    words = ("javac", "{sources}", "-in", "{siblings}", "{entry}", "{stem}.x", "{class}", "{folder}")
    assert fill(words, language(), FILES, "app/Main.java") == (
        "javac", "C.java", "app/B.java", "app/Main.java", "-in", "app/B.java", "app/Main.java", "app/Main.java",
        "app/Main.x", "com.acme.app.Main", "app",
    )  # fmt: skip


def test_a_file_cannot_pass_for_an_option() -> None:
    files = {"-e.java": "", "--version": ""}
    assert fill(("{entry}", "{sources}"), language(), files, "-e.java") == ("./-e.java", "./-e.java")
    assert fill(("{entry}",), language(), files, "--version") == ("./--version",)


def test_a_class_without_a_package_is_its_files() -> None:
    assert class_name("// package not.this;\nclass A {}", "A.java") == "A"
    assert class_name("  package x.y ;", "src/A.java") == "x.y.A"


@pytest.mark.parametrize(
    "path", ["../up.py", "/etc/passwd", "a//b", "", ".", "a/./b", "a\nb", "a\x00b", "a/..", "main.py/inner"]
)
def test_paths_that_lead_elsewhere_are_refused(path: str) -> None:
    with pytest.raises(Invalid):
        Job(language="python", files={"main.py": "", path: ""}, entry="main.py")


@given(st.dictionaries(st.text(max_size=12), st.text(max_size=20), max_size=5))
def test_whatever_a_job_accepts_the_sandbox_accepts(files: dict[str, str]) -> None:
    try:
        Job(language="python", files={**files, "main.py": ""}, entry="main.py")
    except DomainError:
        return
    Command(argv=("true",), files=dict.fromkeys(files, b""))


def test_the_entry_must_be_there() -> None:
    with pytest.raises(Invalid, match=r"no file 'b.py' to start. Files are: a.py"):
        Job(language="python", files={"a.py": ""}, entry="b.py")


@pytest.mark.parametrize(
    "fields",
    [
        {"files": {f"f{n}.py": "" for n in range(limits.FILES.value)} | {"main.py": ""}},
        {"files": {"main.py": "x" * (limits.FILE_BYTES.value + 1)}},
        {"files": {"main.py": "", **{f"{n}.py": "é" * 120_000 for n in range(5)}}},
        {"files": {"main.py": "", "x" * (limits.PATH_CHARS.value + 1): ""}},
        {"stdin": "x" * (limits.STDIN_BYTES.value + 1)},
        {"tests": tuple(Test(name=str(n), input="", expected="") for n in range(limits.TESTS.value + 1))},
    ],
)
def test_every_size_has_a_limit(fields: dict[str, object]) -> None:
    values = {"language": "python", "files": {"main.py": ""}, "entry": "main.py"}
    with pytest.raises(LimitReached):
        Job(**{**values, **fields})  # type: ignore[arg-type]


def request(**fields: object) -> RunRequest:
    values = {
        "log_id": "l" * 22, "actor": 1, "doc": "doc:q1", "language": "python", "mode": "input",
        "files": {"main.py": "1"}, "entry": "main.py",
    }  # fmt: skip
    return RunRequest(**{**values, **fields})  # type: ignore[arg-type]


def test_a_harness_lies_over_the_members_files() -> None:
    made = request(files={"main.py": "own", "harness.py": "forged"}, extra_files={"harness.py": "ours"})
    assert made.job().files == {"main.py": "own", "harness.py": "ours"}


def test_own_input_brings_no_tests_along() -> None:
    test = Test(name="t", input="", expected="", hidden=True)
    assert request(mode="input", tests_hidden=(test,)).job().tests == ()
    assert request(mode="visible", tests_hidden=(test,)).job().tests == (test,)


@pytest.mark.parametrize(
    "fields",
    [
        {"mode": "hidden"}, {"stdin": "a\0b"}, {"files": {"main.py": "\ud800"}}, {"entry": "other.py"},
        {"files": {"main.py": "\0"}},
    ],
)  # fmt: skip
def test_requests_that_cannot_be_kept_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        request(**fields)


def test_every_language_file_is_sound() -> None:
    files = language_files()
    assert set(files) == {"python", "javascript", "typescript", "java", "go", "cpp", "sql", "bash"}
    for file in files.values():
        assert file.source.endswith(file.suffixes)
        assert file.licence
        assert file.author
        assert file.memory_mb <= limits.MEMORY.value
        assert file.tasks <= limits.TASKS.value
    endings = [suffix for file in files.values() for suffix in file.suffixes]
    assert len(endings) == len(set(endings)), "an ending belongs to one language"
