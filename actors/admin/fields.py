"""Form fields of the desk."""

from django import forms


class PlainTextField(forms.CharField):
    """Text of several lines, whose lines end as the archive ends them.

    Browsers send CR LF for every line break: kept as it comes, opening and saving a record would
    change its text and part its quotations from the kept copy.
    """

    widget = forms.Textarea

    def to_python(self, value: object) -> str | None:
        """Give the text with LF at the end of each line."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text
