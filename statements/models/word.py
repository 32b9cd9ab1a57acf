"""The vocabulary of the archive, from which misspelt words are mended."""

from django.db import models

from actors.models.folding import folded, folded_index


class Word(models.Model):
    """A form of a word in public records, in lower case; `uses` is how often a sample has it.

    A trigger adds what is entered; an import counts a sample anew (`statements.vocabulary`). What
    was public once may stay: whoever offers a word has to see that something public has it.
    """

    word = models.TextField(primary_key=True)
    uses = models.IntegerField()
    folded = folded("word")

    class Meta:
        default_permissions = ()
        indexes = [folded_index("word_folded_trgm")]

    def __str__(self) -> str:
        return self.word
