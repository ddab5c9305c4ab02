"""The form that adds a candidate to an opening, with a résumé where there is one."""

from django import forms

from otherside.hiring.forms import ContactForm

SOMEBODY_ELSE = "else"


class ApplicantForm(ContactForm):
    """`same` is asked for only when the address or number is known already."""

    resume = forms.FileField(
        label="Résumé",
        required=False,
        help_text="PDF, Word, text or JSON Resume. It can also be added later.",
    )
    same = forms.CharField(required=False)

    def same_as(self) -> int | None:
        """The known candidate that was chosen; None for nobody, or where nothing was asked."""
        text = self.cleaned_data["same"]
        return int(text) if text.isdecimal() and len(text) < 18 else None

    def somebody_else(self) -> bool:
        return bool(self.cleaned_data["same"] == SOMEBODY_ELSE)
