import pytest

from otherside.hiring.stages import FOLLOWS, VERBS, Stage, move
from otherside.kernel.errors import Conflict


def test_every_stage_has_a_verb_and_a_way_out() -> None:
    assert set(VERBS) == set(FOLLOWS) == set(Stage)
    assert all(FOLLOWS[stage] for stage in Stage)


@pytest.mark.parametrize("now", list(Stage))
@pytest.mark.parametrize("then", list(Stage))
def test_only_what_follows_follows(now: Stage, then: Stage) -> None:
    if then in FOLLOWS[now]:
        assert move(now, then) is then
    else:
        with pytest.raises(Conflict, match=f"stage {now.value}.*{then.value}"):
            move(now, then)
