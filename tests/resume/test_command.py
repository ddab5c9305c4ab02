"""otherside resume: JSON Resume's keys and ours, a screen of text, and no Django."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from otherside.cli.main import main
from otherside.resume.passages import said_once

DOCUMENT = Path(__file__).parent / "documents" / "dana-sideleft.pdf"


def test_json_has_the_schemas_keys_and_ours(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["resume", str(DOCUMENT), "--as-of", "2026-06", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["basics"]["name"] == "Dana Okonjo"
    assert found["work"][0]["position"] == "Senior Backend Engineer"
    assert "endDate" not in found["work"][0]
    assert found["work"][1]["startDate"] == "2018-06"
    ours = found["otherside"]
    assert {
        "months_engineering",
        "months_all",
        "current",
        "technologies",
        "seniority",
        "verbosity",
        "framing",
        "probes",
    } <= set(ours)
    assert ours["months_engineering"] == 118
    assert ours["passages"][ours["current"]["passages"][0]]["page"] == 1
    assert not {"image", "birthDate", "nationality"} & set(found["basics"])


def test_a_passage_is_written_once_and_everything_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    main(["resume", str(DOCUMENT), "--as-of", "2026-06", "--json"])
    out = capsys.readouterr().out
    ours = json.loads(out)["otherside"]
    for name, passage in ours["passages"].items():
        assert name.rstrip("+") == f"{passage['page']}:{passage['line']}"
    kafka = next(skill for skill in ours["technologies"] if skill["name"] == "Kafka")
    assert "Kafka" in ours["passages"][kafka["passages"][0]]["text"]
    assert kafka["passages"][0] in ours["roles"][0]["highlights"]
    assert out.count('"line":') == len(ours["passages"])


def test_passages_of_one_line_share_a_name_where_they_begin_alike() -> None:
    line, block, other = (
        {"page": 1, "line": 7, "text": text} for text in ("Kafka", "Kafka, cutting", "Leeds")
    )
    told, passages = said_once({"a": line, "b": [block, line], "c": other, "n": 3})
    assert told == {"a": "1:7", "b": ["1:7", "1:7"], "c": "1:7+", "n": 3}
    assert passages == {"1:7": block, "1:7+": other}


def test_what_is_written_can_be_read_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["resume", str(DOCUMENT), "--as-of", "2026-06", "--json"])
    first = capsys.readouterr().out
    again = tmp_path / "dana.json"
    again.write_text(first)
    main(["resume", str(again), "--as-of", "2026-06", "--json"])
    second = json.loads(capsys.readouterr().out)
    assert second["otherside"]["months_engineering"] == 118
    assert [w["name"] for w in second["work"]] == [w["name"] for w in json.loads(first)["work"]]


def test_the_digest_fits_one_screen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["resume", str(DOCUMENT), "--as-of", "2026-06"]) == 0
    out = capsys.readouterr().out
    assert len(out.splitlines()) <= 40
    for words in ("9 y 10 m", "Fernweh Rail", "98 %", "p. 1"):
        assert words in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.pdf"], "cannot be read"),
        ([str(DOCUMENT), "--as-of", "June"], "2026-06"),
        ([__file__.replace("test_command.py", "__init__.py")], "empty"),
    ],
)
def test_refusals_say_why(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["resume", *arguments]) == 1
    assert words in capsys.readouterr().err


def test_it_needs_no_database() -> None:
    code = "import sys, otherside.cli.resume; print([m for m in sys.modules if m.split('.')[0] == 'django'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
