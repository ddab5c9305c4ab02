"""What a page carries for its script cannot end the script."""

import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from otherside.kernel.script import script_json


class Told(msgspec.Struct, frozen=True):
    name: str


def test_a_name_cannot_end_the_element() -> None:
    assert script_json(Told("</script><!-- &")) == r'{"name":"\u003C/script\u003E\u003C!-- \u0026"}'


@given(st.text())
def test_what_comes_out_is_what_went_in(name: str) -> None:
    told = script_json(Told(name))
    assert json.loads(told) == {"name": name}
    assert not set("<>&") & set(told)
