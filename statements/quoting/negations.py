"""Words that say no: a difference in one of them may turn the meaning round. Pure.

A list of words tells nothing of a no that is part of another word, as in Turkish, Lithuanian and
Tamil verbs, or in “unable”.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from statements.quoting.alignment import Kind, Step
from statements.quoting.verdicts import Match
from statements.quoting.words import Words, words_of

# By the primary subtag of each language that has a stemmer. The words are those that treebanks of
# Universal Dependencies mark Polarity=Neg (their statistics, universaldependencies.org: ca, el, en,
# eu, fr, ga, hi, hy, id, lt, ro, ru, sr), or that say no in PostgreSQL's lists of stop words (da,
# de, es, fi, hu, it, ne, nl, no, pt, ru, sv, tr), with the commonest pronouns and adverbs beside
# them; of Arabic, Tamil and Yiddish, the commonest particles.
NEGATIONS = {
    "ar": "لا لم لن ليس ليست",
    "hy": "ոչ չի չէ չէր չեմ չես չենք չեք չեն չէի չէին չկա չունի",
    "eu": "ez ezetz",
    "ca": "no pas ni mai",
    "da": "ikke ej aldrig ingen intet",
    "nl": "niet geen niets nooit nergens niemand zonder",
    "en": "not no nor never none nobody nothing nowhere neither cannot without ain't aren't can't "
    "couldn't didn't doesn't don't hadn't hasn't haven't isn't mightn't mustn't needn't shan't "
    "shouldn't wasn't weren't won't wouldn't",
    "fi": "ei en et emme ette eivät älä älkää",
    "fr": "ne n’ pas non jamais ni rien aucun aucune guère sans",
    "de": "nicht nichts nie niemals niemand nein kein keine keinem keinen keiner keines ohne",
    "el": "δεν δε μην μη όχι ούτε ποτέ χωρίς",
    "hi": "नहीं नही न मत बिना बगैर",
    "hu": "ne nem nincs nincsenek sem se soha senki semmi nélkül",
    "id": "tidak tak bukan bukanlah belum jangan tanpa",
    "ga": "ní níor nach nár ná níl cha chan",
    "it": "non no né mai nessun nessuno nessuna niente nulla senza",
    "lt": "ne nei nėra nebuvo nebus negali niekada niekas",
    "ne": "न छैन होइन",
    "no": "ikke ikkje ei aldri ingen intet inkje uten",
    "pt": "não nem nunca jamais nada nenhum nenhuma ninguém sem",
    "ro": "nu n- nici niciodată nimic nimeni fără",
    "ru": "не нет ни никогда нельзя никто ничего ничто без",
    "sr": "не ни нити није нису неће нећу нећемо нисам нисмо нема никад никада без "
    "ne ni niti nije nisu neće neću nećemo nisam nismo nema nikad nikada bez",
    "es": "no ni nunca jamás nada nadie ningún ninguno ninguna sin",
    "sv": "inte ej icke aldrig ingen inget inga",
    "ta": "இல்லை அல்ல",
    "tr": "değil yok hayır hiç asla",
    "yi": "ניט נישט קיין",
}
SAME = {"nb": "no", "nn": "no"}
# Of more words that are left out, some say no in any text.
FEW = 5


def says_no(text: str, language: str) -> bool:
    """Tell whether a word of the text says no; `language` is a tag."""
    keys, known = words_of(text).keys, _known(language.lower().split("-")[0])
    return any((key,) in known for key in keys) or any(two in known for two in pairwise(keys))


def differing(quotation: Words, match: Match, language: str) -> list[str]:
    """Give the negations that one side alone has, as it writes them; `language` is a tag."""
    steps = match.alignment.steps
    yours, theirs = (
        Counter(word for step in steps if step.kind is kind for word in _said(text, step, language))
        for kind, text in ((Kind.QUOTED, quotation), (Kind.SOURCE, match.words))
    )
    return [*(yours - theirs), *(theirs - yours)]


def left_out(match: Match, language: str) -> list[str]:
    """Give the negations among the words that an ellipsis leaves out, where these are few."""
    few = (s for s in match.alignment.steps if s.kind is Kind.LEFT_OUT and len(s) <= FEW)
    return [*dict.fromkeys(word for step in few for word in _said(match.words, step, language))]


def _said(words: Words, step: Step, language: str) -> Iterator[str]:
    """Give the negations that end within a step: of “can’t” the second half may differ alone."""
    known = _known(language.lower().split("-")[0])
    for at in range(step.start, step.end):
        for first in (at, at - 1):
            if first >= 0 and tuple(words.keys[first : at + 1]) in known:
                yield _written(words, first, at + 1).lower()


def _written(words: Words, first: int, last: int) -> str:
    """Give the words with the apostrophe behind them, if there is one."""
    _, end = words.spans[last - 1]
    sign = words.text[end : end + 1]
    return words.between(first, last) + (sign if sign in {"’", "'"} else "")


@cache
def _known(tag: str) -> frozenset[tuple[str, ...]]:
    """Give the negations of the language as they are compared, each of one or two words."""
    listed = NEGATIONS.get(SAME.get(tag, tag), "").split()
    return frozenset(tuple(words_of(word).keys) for word in listed)
