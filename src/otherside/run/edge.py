"""Runs a job in a sandbox: compiles once, then one process for `stdin` or for each test. No rows, no Django.

    with open_environment() as environment:
        outcome = execute(Job(language="python", files={"main.py": "print(1)"}, entry="main.py"), environment)

Serves the command line, `case verify` and the runner alike.
"""

import codecs
import os
import platform
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from otherside.kernel.clock import monotonic_ms
from otherside.kernel.content import read_struct
from otherside.run import limits
from otherside.run.job import Job, JobLimits, Outcome
from otherside.run.language import Language, LanguageFile, MissingLanguage, Need, UnknownLanguage, fill
from otherside.run.outcome import combine, not_compiled, not_run
from otherside.run.tests import Test, TestResult, judge
from otherside.sandbox.bubblewrap import open_engine
from otherside.sandbox.environment import Build, Command, Ended, Environment, GoesOn, Limits, Stream

ROOT = Path(__file__).resolve().parents[3]
CONTENT = ROOT / "content" / "languages"
TOOLS = "/tools"
VERSION_WITHIN_S = 10
NUMBER = re.compile(r"\d+(\.\d+)+")
OnOutput = Callable[[Stream, str], None]
OnVisible = Callable[[Outcome], None]


@contextmanager
def open_environment(slots: int = 1) -> Iterator[Environment]:
    """The sandbox of this host. Raises HostUnfit where it cannot keep code apart."""
    with open_engine(slots) as environment:
        yield environment


@cache
def language_files(folder: Path = CONTENT) -> Mapping[str, LanguageFile]:
    """Every language that is known, by id, in the order of their names. Raises BadContent."""
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        file = read_struct(path.read_text(encoding="utf-8"), LanguageFile, path.name)
        assert file.id == path.stem, f"{path.name} has the id {file.id}; the two must be the same"
        found[file.id] = file
    return found


@cache
def load_languages() -> Mapping[str, Language]:
    """Every known language as it is on this host, asked once: some 0.3 s."""
    files = language_files()
    with ThreadPoolExecutor(4) as pool:
        return dict(zip(files, pool.map(_on_this_host, files), strict=True))


def language_named(language: str) -> Language:
    """One that runs here. Raises UnknownLanguage or MissingLanguage, which says what to install."""
    if language not in language_files():
        known = ", ".join(language_files())
        raise UnknownLanguage(f"There is no language {language!r}. Known are: {known}.")
    found = _on_this_host(language)
    if not found.runs:
        raise MissingLanguage(f"{found.name} does not run here: {found.why}")
    return found


@cache
def _on_this_host(language: str) -> Language:
    file = language_files()[language]
    binds: dict[str, str] = {}
    why = ""
    for need in file.needs:
        place = _find(need)
        if place is None:
            why = f"{need.program} was not found; {_remedy(need)}."
        elif not place.startswith("/usr/bin/"):
            binds[f"{TOOLS}/{need.program}"] = place
    version = ""
    if not why:
        version, why = _version(file, binds)
    for pattern in file.binds:
        binds.update({str(path): str(path) for path in Path("/").glob(pattern.lstrip("/"))})
    return Language(
        id=file.id, name=file.name, version=version, runs=not why, why=why, note=file.note,
        source_name=file.source, suffixes=file.suffixes, compile=file.compile, run=file.run, env=file.env,
        binds=binds, memory_mb=file.memory_mb, compile_memory_mb=file.compile_memory_mb, tasks=file.tasks,
    )  # fmt: skip


def _find(need: Need) -> str | None:
    if need.npm:
        machine = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
        path = ROOT / "node_modules" / need.npm.replace("{machine}", machine)
        return str(path.resolve()) if path.is_file() else None
    usual = Path("/usr/bin") / need.program
    if usual.exists():
        return str(usual)
    found = shutil.which(need.program) if need.elsewhere else None
    return str(Path(found).resolve()) if found else None


def _remedy(need: Need) -> str:
    if need.npm:
        return "run `npm ci` in Otherside's folder"
    return f"install it (Debian: apt-get install {need.package or need.program})"


def _version(file: LanguageFile, binds: Mapping[str, str]) -> tuple[str, str]:
    """(version, "") or ("", why it does not run). A version is the first number with a dot."""
    tool = binds.get(f"{TOOLS}/{file.version[0]}", f"/usr/bin/{file.version[0]}")
    try:
        done = subprocess.run(
            [tool, *file.version[1:]], env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=VERSION_WITHIN_S, check=False, cwd="/",
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return "", f"{tool} could not be asked for its version: {error}."
    said = done.stdout.decode(errors="replace")
    number = NUMBER.search(said)
    if done.returncode != 0 or number is None:
        return "", f"{tool} gave no version: {said.strip()[:200] or f'exit code {done.returncode}'}."
    return f"{file.version_of} {number[0]}".strip(), ""


def _bytes(text: str) -> bytes:
    """UTF-8; bytes that were none when a file was read come out as they were."""
    try:
        return text.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        return text.encode(errors="replace")


ENDS_ALL = ("sandbox-error", "stopped")  # after these no further test is begun


class _Text:
    """Bytes to text as they come: a character that is cut between two chunks waits for its rest."""

    def __init__(self, on_text: OnOutput) -> None:
        self._on_text = on_text
        self._decoders = {
            name: codecs.getincrementaldecoder("utf-8")("replace") for name in ("stdout", "stderr")
        }

    def __call__(self, stream: Stream, chunk: bytes) -> None:
        text = self._decoders[stream].decode(chunk)
        if text:
            self._on_text(stream, text)


class _Execution:
    """One job on its way through the sandbox."""

    def __init__(
        self, job: Job, environment: Environment, on_text: OnOutput | None, goes_on: GoesOn | None
    ) -> None:
        self._job = job
        self._goes_on = goes_on
        self._environment = environment
        self._on_text = on_text
        self._language = language_named(job.language)
        self._files = {path: _bytes(text) for path, text in job.files.items()}

    def compile(self) -> Ended | None:
        """None where nothing is to be compiled."""
        if not self._language.compile:
            return None
        command = Command(
            argv=self._filled(self._language.compile), files=self._files, env=self._language.env,
            binds=self._language.binds, keeps_build=True,
        )  # fmt: skip
        ceilings = Limits(
            wall_ms_max=limits.COMPILE_WALL.value, cpu_ms_max=limits.COMPILE_CPU.value,
            memory_bytes_max=self._language.compile_memory_mb << 20,
            output_bytes_max=limits.COMPILE_OUTPUT.value,
            processes_max=limits.TASKS.value, file_bytes_max=limits.DISK.value, files_max=limits.NAMES.value,
        )  # fmt: skip
        return self._environment.run(command, ceilings, goes_on=self._goes_on)

    def run(self, stdin: str, build: Build | None, *, shown: bool) -> Ended:
        command = Command(
            argv=self._filled(self._language.run), files={} if build else self._files, build=build,
            stdin=_bytes(stdin), env=self._language.env, binds=self._language.binds,
        )  # fmt: skip
        on_output = _Text(self._on_text) if shown and self._on_text is not None else None
        return self._environment.run(command, self._ceilings(self._job.limits), on_output, self._goes_on)

    def _filled(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return fill(words, self._language, self._job.files, self._job.entry)

    def _ceilings(self, wanted: JobLimits) -> Limits:
        return Limits(
            wall_ms_max=wanted.wall_ms_max, cpu_ms_max=wanted.cpu_ms_max,
            memory_bytes_max=self._language.memory_mb << 20, output_bytes_max=wanted.output_bytes_max,
            processes_max=self._language.tasks,
            file_bytes_max=limits.DISK.value, files_max=limits.NAMES.value,
        )  # fmt: skip


def execute(
    job: Job,
    environment: Environment,
    on_output: OnOutput | None = None,
    on_visible: OnVisible | None = None,
    goes_on: GoesOn | None = None,
) -> Outcome:
    """Run `job` to its end, or until `goes_on` says no. `on_output` gets text as it comes, but none of a
    hidden test; `on_visible` the outcome as soon as all but the hidden tests are done. Raises
    UnknownLanguage or MissingLanguage."""
    execution = _Execution(job, environment, on_output, goes_on)
    compiled = execution.compile()
    if compiled is not None and compiled.kind != "ok":
        return not_compiled(compiled, job.tests, environment.promise)
    build = None if compiled is None else compiled.build
    try:
        if not job.tests:
            return combine([execution.run(job.stdin, build, shown=True)], (), (), environment.promise)
        return _execute_tests(job, execution, build, environment.promise, on_visible)
    finally:
        if build is not None:
            os.close(build.descriptor)


def _execute_tests(
    job: Job, execution: _Execution, build: Build | None, promise: str, on_visible: OnVisible | None
) -> Outcome:
    until_ms = monotonic_ms() + limits.JOB_WALL.value
    ends: list[Ended] = []

    def run_all(tests: list[Test], *, shown: bool) -> tuple[TestResult, ...]:
        done: list[TestResult] = []
        for test in tests:
            if monotonic_ms() > until_ms or (ends and ends[-1].kind in ENDS_ALL):
                done.append(not_run(test))
                continue
            ended = execution.run(test.input, build, shown=shown)
            if shown or ended.kind in ENDS_ALL:
                ends.append(ended)
            done.append(judge(test, ended.stdout.decode(errors="replace"), ended.kind))
        return tuple(done)

    visible = run_all([test for test in job.tests if not test.hidden], shown=True)
    hidden_tests = [test for test in job.tests if test.hidden]
    if on_visible is not None and hidden_tests:
        on_visible(combine(ends, visible, (), promise))
    hidden = run_all(hidden_tests, shown=False)
    return combine(ends, visible, hidden, promise)
