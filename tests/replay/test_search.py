"""Finding words in what was typed, shown, said, marked and run."""

from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Doc, Map, Text

from otherside.live import entries as kinds
from otherside.log.entry import Entry
from otherside.replay.search import STRIDE, search


def typed(text: str, path: str = "main.py") -> list[Entry]:
    """Somebody types `text` letter by letter, one update each."""
    doc: Doc = Doc()
    updates: list[bytes] = []
    with doc.transaction():
        doc.get("files", type=Map)[path] = Map({"order": 0.0})
    updates.append(doc.get_update())
    shared = doc.get(f"file:{path}", type=Text)
    for letter in text:
        before = doc.get_state()
        shared += letter
        updates.append(doc.get_update(before))
    return [Entry(n, n * 100, 3, "doc:q1", "y.update", 1, update) for n, update in enumerate(updates)]


def hint(seq: int, text: str) -> Entry:
    new = kinds.HINT_SHOWN.new(kinds.HintShown("lru", 1, text), track="hint", actor=1)
    return Entry(seq, seq * 100, 1, "hint", new.kind, 1, new.body)


def test_typing_is_found_when_it_comes_and_again_when_it_comes_again() -> None:
    entries = typed("def retry_after():" + " " * 60 + "x = retry_after()")
    found = search(entries, "Retry_After").found
    assert [place.what for place in found] == ["Typed", "Typed"]
    assert found[0].at_ms < found[1].at_ms
    assert "retry_after" in found[0].excerpt


def test_a_hint_is_found_by_its_text() -> None:
    found = search([hint(1, "Look at the clock.\nTwice."), hint(2, "A queue?")], "CLOCK")
    assert [(p.at_ms, p.what, p.excerpt) for p in found.found] == [
        (100, "Hint 1, shown", "Look at the clock.")
    ]


def test_nothing_is_found_for_nothing() -> None:
    assert search(typed("abc"), "  ").found == ()
    assert search(typed("abc"), "xyz").found == ()


def test_too_many_places_are_cut_and_said() -> None:
    result = search([hint(n, "again") for n in range(250)], "again")
    assert len(result.found) == 200
    assert result.more


@given(
    text=st.text(alphabet="ab é\n", max_size=STRIDE * 3),
    words=st.text(alphabet="ab é", min_size=1, max_size=3),
)
def test_what_stands_at_the_end_is_always_found(text: str, words: str) -> None:
    found = search(typed(text), words).found
    assert bool(found) == bool(words.strip() and words.strip() in text)
