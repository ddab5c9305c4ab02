"""From files to a problem: what is wrong is said with file, line and remedy, all of it at once."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otherside.kernel.content import BadContent
from otherside.kernel.errors import DomainError, NotFound
from otherside.question.edge import load_package, read_folder
from otherside.question.edge.skeleton import skeleton, write_skeleton
from otherside.question.package import build, content_hash
from otherside.question.problem import EASED
from tests.question.sample import problem, sample, with_file


def refusal(files: dict[str, bytes]) -> str:
    with pytest.raises(BadContent) as refused:
        build("doubles", files)
    return str(refused.value)


def test_a_right_package_is_read_whole() -> None:
    found = problem()
    assert found.languages == ("python",)
    assert [test.name for test in found.tests] == ["doubles", "doubles what is negative"]
    assert [hint.step for hint in found.hints] == [1, 2, 3, 4]
    assert found.escalations[0].id == "triple"
    assert found.anchors["code"][2] == "FILL IN"


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("case.yaml", "title:", "ttle:", "case.yaml:4: unknown key 'ttle'; did you mean 'title'?"),
        ("case.yaml", "minutes: 20", "minutes: '20'", "case.yaml:8: minutes: expected `int`"),
        ("case.yaml", "minutes: 20", "minutes: 0", "case.yaml:8: minutes"),
        ("case.yaml", "kind: coding", "kind: puzzle", "case.yaml:6: kind"),
        ("case.yaml", "levels: [junior]", "levels: [expert]", "case.yaml:7: levels"),
        ("case.yaml", "licence: Apache-2.0", "licence: no", "case.yaml:10: no means true or false"),
        ("case.yaml", "format: otherside-case/1", "format: otherside-case/2", "case.yaml:1: format"),
        ("case.yaml", "summary: FILL IN\n", "", "case.yaml:1: the key 'summary' is missing; add it."),
        ("interviewer/hints.yaml", "  - title: FILL IN 4\n    text: FILL IN\n", "", "interviewer/hints.yaml:1: hints"),
        ("interviewer/hints.yaml", "text: FILL IN\n", "text: ' '\n", "interviewer/hints.yaml:3: hints.0.text: is empty"),
        ("interviewer/facts.yaml", "why: FILL IN", "why: ''", "interviewer/facts.yaml:5: facts.0.why: is empty"),
        ("interviewer/facts.yaml", "why: FILL IN", "why:", "interviewer/facts.yaml:5: facts.0.why: is empty"),
        ("interviewer/questions.yaml", "listen_for", "listenfor", "unknown key 'listenfor' in approaches.0.questions.junior.0; did you mean 'listen_for'?"),
        ("interviewer/rubric.yaml", "signal: code", "signal: charm", "interviewer/rubric.yaml:2: anchors.0.signal"),
        ("easing/easing.yaml", "[doubles]", "[trebles]", "easing/easing.yaml:1: keeps 'trebles', but no test is called so."),
        ("solutions/rejected/squares/solution.yaml", "doubles what is negative", "cubes", "fails 'cubes', but no test is called so."),
        ("solutions/accepted/adding/solution.yaml", "approach: adding", "approach: magic", "follows 'magic'"),
        ("tests/hidden.yaml", "doubles what is negative", "doubles", "two tests are called 'doubles'"),
    ],
)  # fmt: skip
def test_each_mistake_is_named_with_file_line_and_remedy(path: str, old: str, new: str, said: str) -> None:
    text = skeleton("Doubles")[path]
    assert old in text
    assert said in refusal(with_file(path, text.replace(old, new)))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("case.yaml", "case.yaml:1: the file is missing; add it."),
        ("statement/en.md", "statement/en.md:1: is missing or empty"),
        ("interviewer/guide.en.md", "interviewer/guide.en.md:1: is missing"),
        ("starter/python/answer.py", "starter/python/ is missing"),
        ("harness/python/main.py", "starts with 'main.py'"),
        ("solutions/accepted/adding/python/answer.py", "no accepted solution holds in every revision"),
        ("tests/visible.yaml", "there is no visible test"),
    ],
)
def test_what_is_missing_is_named(path: str, said: str) -> None:
    assert said in refusal(with_file(path, None))


def test_all_complaints_come_at_once() -> None:
    files = sample(
        **{
            "statement/en.md": " ",
            "interviewer/hints.yaml": "hints: []\n",
            "interviewer/facts.yaml": "nonsense: 1\n",
        }
    )
    said = refusal(files)
    assert "statement/en.md" in said
    assert "hints.yaml" in said
    assert "facts.yaml" in said


@pytest.mark.parametrize(
    "path",
    ["../x", "starter/python/../../../etc/passwd", "/etc/passwd", "starter//x", "starter/python/a b.py",
     "starter/python/ä.py", "notes.txt", "tests/x.yml", "interviewer/extra.yaml", "solutions/accepted/x", "a\\b"],
)  # fmt: skip
def test_no_file_lies_outside_of_its_place(path: str) -> None:
    said = refusal({**sample(), path: b"x"})
    assert f"{path}:1: nothing of a problem lies there" in said or repr(path) in said


def test_bytes_must_be_utf8_with_line_feeds() -> None:
    assert "statement/en.md:2: is not UTF-8" in refusal({**sample(), "statement/en.md": b"ok\n\xff\n"})
    assert "statement/en.md:1: has a carriage return" in refusal({**sample(), "statement/en.md": b"ok\r\n"})
    assert "byte order mark" in refusal({**sample(), "statement/en.md": b"\xef\xbb\xbfok\n"})


def test_sizes_have_limits() -> None:
    assert "more than the limit" in refusal({**sample(), "statement/en.md": b"x" * 300_000})
    assert "20000" in refusal({**sample(), "statement/en.md": b"x" * 21_000})
    many = {f"starter/python/f{n}.py": b"" for n in range(900)}
    assert "more than the limit" in refusal({**sample(), **many})


def test_links_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "doubles"
    write_skeleton(folder)
    (folder / "statement" / "de.md").symlink_to("/etc/passwd")
    with pytest.raises(BadContent, match=r"statement/de\.md:1: is a symbolic link"):
        read_folder(folder)


def test_the_hash_covers_every_byte_and_name_but_not_the_proof() -> None:
    base = content_hash(sample())
    assert content_hash({**sample(), "proof.json": b"{}"}) == base
    assert content_hash({**sample(), "statement/en.md": b"other"}) != base
    moved = sample()
    moved["starter/python/answers.py"] = moved.pop("starter/python/answer.py")
    assert content_hash(moved) != base


def test_revisions_add_up() -> None:
    found = problem()
    assert len(found.tests_at(0)) == 2
    assert len(found.tests_at(1)) == 4
    assert [test.name for test in found.tests_at(EASED)] == ["doubles"]
    assert "tripled" in found.harness_at("python", 1)["main.py"]
    assert "tripled" not in found.harness_at("python", 0)["main.py"]
    with pytest.raises(NotFound, match="revision 2"):
        found.tests_at(2)


def test_a_new_package_is_begun_and_read(tmp_path: Path) -> None:
    write_skeleton(tmp_path / "my-problem")
    assert load_package(tmp_path / "my-problem").title == "My problem"
    for bad in ("my-problem", "My Problem"):
        with pytest.raises(DomainError):
            write_skeleton(tmp_path / bad)


@settings(max_examples=60)
@given(path=st.sampled_from(sorted(sample())), seed=st.integers(0, 2**32), cut=st.integers(0, 400))
def test_a_spoilt_file_is_read_or_refused_never_worse(path: str, seed: int, cut: int) -> None:
    files = sample()
    body = bytearray(files[path])
    chance = random.Random(seed)
    for _ in range(chance.randrange(1, 6)):
        if body:
            body[chance.randrange(len(body))] = chance.randrange(256)
    files[path] = bytes(body[: len(body) - cut] if chance.random() < 0.3 else body)
    with suppress(DomainError):
        build("doubles", files)
