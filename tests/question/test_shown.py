"""What a candidate sees: nothing that is hidden can be in it, at any revision."""

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from otherside.question.edge import load_bank
from otherside.question.jobs import request
from otherside.question.markdown import render
from otherside.question.problem import EASED, Problem
from otherside.question.shown import for_candidate
from tests.question.sample import build_problem, problem, sample

WORD = st.from_regex(r"[A-Z]{12}", fullmatch=True)


def everything(value: object) -> str:
    """All text that can be reached from a value."""
    if dataclasses.is_dataclass(value):
        return "\n".join(everything(getattr(value, field.name)) for field in dataclasses.fields(value))
    if isinstance(value, dict):
        return "\n".join(f"{everything(k)}\n{everything(v)}" for k, v in value.items())
    if isinstance(value, list | tuple):
        return "\n".join(everything(item) for item in value)
    return str(value)


SECRET_PLACES = {
    "tests/hidden.yaml": "hidden: true\ntests:\n  - {{name: doubles what is negative, input: '', expected: ''}}\n  - {{name: '{word}', input: '{word}', expected: '{word}'}}\n",
    "interviewer/guide.en.md": "{word}\n",
    "interviewer/hints.yaml": "hints:\n" + "  - {{title: '{word}', text: '{word}'}}\n" * 4,
    "interviewer/facts.yaml": "facts:\n  - {{id: a, ask: '{word}', answer: '{word}', why: '{word}'}}\n",
    "interviewer/rubric.yaml": "anchors:\n  - {{signal: code, at_2: '{word}', at_4: '{word}'}}\n",
    "interviewer/disagree.yaml": "claim: '{word}'\ndefensible: '{word}'\ngood_answer: '{word}'\nweak_answer: '{word}'\n",
    "interviewer/questions.yaml": (
        "approaches:\n  - id: adding\n    name: '{word}'\n    seen: '{word}'\n    questions:\n"
        + "".join(f"      {level}: [{{{{ask: '{{word}}', listen_for: '{{word}}'}}}}]\n" for level in ("junior", "mid-senior", "senior"))
    ),
    "solutions/accepted/adding/python/answer.py": "# {word}\n",
    "solutions/rejected/squares/python/answer.py": "# {word}\n",
    "solutions/rejected/squares/solution.yaml": "title: '{word}'\nwhy: '{word}'\nfails: [doubles]\n",
    "escalations/1-triple/tests/hidden.yaml": "hidden: true\ntests:\n  - {{name: '{word}', input: '{word}', expected: '{word}'}}\n",
    "escalations/1-triple/escalation.yaml": "title: Three times\nminutes: 5\nwhen: '{word}'\n",
}  # fmt: skip


@settings(max_examples=60)
@given(path=st.sampled_from(sorted(SECRET_PLACES)), word=WORD, revision=st.integers(EASED, 1))
def test_a_secret_word_in_any_private_place_never_reaches_the_candidate(
    path: str, word: str, revision: int
) -> None:
    found = build_problem(sample(**{path: SECRET_PLACES[path].format(word=word)}))
    assert word in everything(found)
    assert word not in everything(for_candidate(found, revision))


def test_an_escalation_is_unseen_until_it_is_given() -> None:
    assert "ESCALATED" not in everything(for_candidate(problem(), 0))
    assert "ESCALATED" in for_candidate(problem(), 1).markdown
    assert [test.name for test in for_candidate(problem(), 1).tests] == ["doubles", "triples"]


def secrets_of(found: Problem, revision: int) -> list[str]:
    hidden = [test.input for test in found.tests_at(found.last_revision) if test.hidden]
    later = [step.markdown.strip() for step in found.escalations[max(revision, 0) :]]
    solutions = [
        text for s in found.solutions for language, files in s.files.items() for path, text in files.items()
        if text != found.starter.get(language, {}).get(path)
    ]  # fmt: skip
    told = [hint.text for hint in found.hints] + [
        text for fact in found.facts for text in (fact.answer, fact.why)
    ]
    if found.disagree is not None:
        told += [found.disagree.claim, found.disagree.good_answer]
    if found.review is not None:
        told += [text for finding in found.review.findings for text in (finding.what, finding.why)]
        told += [*found.review.good, found.review.story]
    told += [approach.choice for approach in found.approaches]
    return [*hidden, *later, *solutions, *told, found.guide]


def test_nothing_private_of_the_real_bank_is_shown() -> None:
    for found in load_bank().problems.values():
        for revision in range(EASED, found.last_revision + 1):
            text = everything(for_candidate(found, revision))
            told = [s[:60] for s in secrets_of(found, revision) if len(s.strip()) > 12 and s.strip() in text]
            assert not told, found.id  # a shorter one, such as "waves 2", says nothing by itself


def test_a_run_gets_the_harness_and_its_tests_apart() -> None:
    mine = {"answer.py": "x", "main.py": "print('=> 4')"}
    extra, entry, visible, hidden = request(problem(), "python", mine, "visible", 1)
    assert entry == "main.py"
    assert extra["main.py"] != mine["main.py"]
    assert [test.name for test in visible] == ["doubles", "triples"]
    assert [test.name for test in hidden] == ["doubles what is negative", "triples in secret"]
    assert request(problem(), "python", mine, "input", 0)[2:] == ((), ())


@given(st.text(max_size=300))
def test_no_markdown_becomes_a_script(text: str) -> None:
    page = render(
        text + "\n\n<script>alert(1)</script> [x](javascript:alert(1)) ![p](http://a.example/p.png)"
    )
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert "<img" not in page


def test_markdown_is_rendered_below_the_pages_headings() -> None:
    assert render("## Two\n\n### Three") == "<h3>Two</h3>\n<h4>Three</h4>\n"
    assert (
        render("# One\n\n`code` and **bold**")
        == "<h3>One</h3>\n<p><code>code</code> and <strong>bold</strong></p>\n"
    )
