"""otherside run, languages, doctor: what they print and return."""

import json
from pathlib import Path

import pytest

from otherside.cli import doctor
from otherside.cli.main import main
from otherside.sandbox.environment import HostUnfit
from otherside.sandbox.host import Finding, Findings

pytestmark = pytest.mark.sandbox
KEYS = ["outcome", "exit_code", "signal", "stdout", "stderr", "wall_ms", "cpu_ms", "memory_bytes", "promise"]


def test_json_is_one_line_of_these_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "main.py"
    file.write_bytes(
        b"import sys\nprint(input(), '\xc3\xa9')\nsys.stdout.buffer.write(b'\\xff')\nsys.exit(3)\n"
    )
    (tmp_path / "in").write_bytes(b"typed\n")
    assert main(["run", str(file), "--stdin", str(tmp_path / "in"), "--json"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    said = json.loads(out)
    assert list(said) == KEYS
    assert (said["outcome"], said["exit_code"], said["signal"]) == ("nonzero", 3, None)
    assert said["stdout"].startswith("typed é")
    assert "�" in said["stdout"]


def test_without_json_it_is_as_if_run_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "main.sh").write_text("echo out; echo err >&2; . ./b.sh\n")
    (tmp_path / "b.sh").write_text("exit 4\n")
    assert main(["run", str(tmp_path / "main.sh"), str(tmp_path / "b.sh")]) == 4
    assert capsys.readouterr() == ("out\n", "err\n")


def test_a_program_that_does_not_compile(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "main.go").write_text("package main\nfunc main() { x }\n")
    assert main(["run", str(tmp_path / "main.go")]) != 0
    assert "main.go" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["run", "nowhere.py"], "cannot be read"),
        (["run", "main.xyz"], "say --language"),
        (["run", "main.py", "--language", "cobol"], "no language 'cobol'"),
        (["run", "main.py", "/etc/passwd"], "does not lie below"),
    ],
)
def test_what_cannot_be_run_is_said(
    words: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 1
    assert reason in capsys.readouterr().err


def test_a_host_that_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(slots: int = 1) -> object:
        raise HostUnfit("No namespaces. Allow them.")

    monkeypatch.setattr("otherside.run.edge.open_engine", refuse)
    (tmp_path / "main.py").write_text("print('must not be printed')\n")
    assert main(["run", str(tmp_path / "main.py"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["outcome"] == "sandbox-error"
    assert main(["run", str(tmp_path / "main.py")]) == 1
    assert capsys.readouterr() == ("", "otherside run: No namespaces. Allow them.\n")


def test_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["languages", "--json"]) == 0
    listed = {entry["id"]: entry for entry in json.loads(capsys.readouterr().out)}
    assert set(listed) == {"python", "javascript", "typescript", "java", "go", "cpp", "sql", "bash"}
    assert all(entry["runs"] and entry["version"] for entry in listed.values())
    assert main(["languages"]) == 0
    assert "Types are not checked" in capsys.readouterr().out


def test_doctor_names_cause_and_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    there = Finding("bubblewrap", there=True, needed=True)
    less = Finding("memory", there=False, needed=False, cause="No controller.", remedy="Delegate it.")
    gone = Finding("namespaces", there=False, needed=True, cause="Refused.", remedy="Allow them.")
    for items, code, words in (
        ((there,), 0, ["Promise: p"]),
        ((there, less), 3, ["No controller.", "Delegate it.", "Promise: p"]),
        ((there, less, gone), 1, ["Refused.", "Allow them.", "Nothing is run on this host"]),
    ):
        found = Findings("/usr/bin/bwrap", {}, items, "p")
        monkeypatch.setattr(doctor, "look", lambda found=found: found)
        assert main(["doctor"]) == code
        out = capsys.readouterr().out
        assert all(word in out for word in words)
        assert main(["doctor", "--json"]) == code
        assert json.loads(capsys.readouterr().out)["runs"] is (code != 1)


def test_doctor_of_this_host(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) in {0, 3}
    assert "bubblewrap" in capsys.readouterr().out


def test_what_is_there_has_no_cause_to_be_missing() -> None:
    """A finding brings its words along whether or not they are wanted."""
    there = Finding("bubblewrap", there=True, needed=True, cause="It was not found.", remedy="Install it.")
    less = Finding("cgroups", there=False, needed=False, cause="None.", remedy="Mount them.")
    said = doctor.as_json(Findings("/usr/bin/bwrap", {}, (there, less), "less"))
    assert said["findings"] == [
        {"what": "bubblewrap", "there": True, "needed": True, "cause": "", "remedy": ""},
        {"what": "cgroups", "there": False, "needed": False, "cause": "None.", "remedy": "Mount them."},
    ]
