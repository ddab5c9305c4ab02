from django import forms

from otherside.accounts.forms import PlainSelect, ZoneField


class Form(forms.Form):
    zone = ZoneField(label="Zone")
    odd = forms.ChoiceField(choices=[("<a>", "<b>"), (2, "two")], widget=PlainSelect)


def test_the_plain_select_says_what_djangos_says() -> None:
    form = Form({"zone": "Europe/Berlin", "odd": "2"})
    assert form.is_valid()
    html = str(form["odd"])
    assert html == (
        '<select id="id_odd" name="odd"><option value="&lt;a&gt;">&lt;b&gt;</option>'
        '<option value="2" selected>two</option></select>'
    )
    assert str(form["zone"]).count(" selected") == 1


def test_a_zone_that_is_none_is_refused() -> None:
    assert not Form({"zone": "Mars/Base", "odd": "2"}).is_valid()
