"""What the frames of readouts are made of: words that say nothing of what was talked about. Pure.

A readout says of everything that “the presidents discussed” or “stressed” it. The lists are the
verbs and nouns of such frames, our own choice of what any office writes in any readout, as the
beginnings of stems; no corpus stands behind them. `UNACCENTED` are what PostgreSQL's
lists of stop words leave: the configurations take accents off first, so that “été” is no stop word.
"""

from functools import lru_cache

FRAMES = {
    "en": "presid leader head state countri govern discuss talk call convers telephon phone "
    "exchang view situat issu matter question topic subject stress underlin emphas emphasi note "
    "point express reiter recal repeat reaffirm confirm said say told tell ask mention touch "
    "address attent detail regard relat context import continu two both side parti minist held "
    "hold made make take also particular well current state agre consid posit",
    "fr": "presid chef etat pay gouvern entretien entreten entretenu echang appel appele telephon "
    "convers discut discuss evoqu abord souli soulign rappel rappele exprim indiqu not precis "
    "reiter affirm dit demand situat question sujet point deux part ministr egal particuli context "
    "import poursuiv continu attent conven convenu posit",
    "ru": "президент глав лидер государств стран правительств обсуд обсужд обсуд разговор бесед "
    "телефон телефонн обмен мнен ситуац вопрос тем пункт отмет отмеч подчеркнут подчеркнул "
    "подчерк указа выраз вырази затронут затрон рассмотр коснул повтор сказа заяв сторон "
    "такж друг внима важн продолж состоя министр дв об част связ контекст договор услов позиц",
    "de": "prasident staatschef staat land regier bundesreg gesprach gesproch sprach telefonat "
    "telefoniert austausch tausch lag frag them punkt beton unterstrich hob hervor erklart sagt "
    "wiederholt ausdruck minist beid zwei weit besond wichtig zusammenhang seit erortert",
    "es": "president jef estad pais gobiern convers habl telefon intercambi situacion cuestion "
    "tem punt subray destac senal expres reiter dij ministr dos amb part import continu",
    "it": "president cap stat paes govern colloqui convers telefon scamb situazion question tem "
    "punt sottoline evidenz espress ribad detto ministr due entramb part import continu",
    "uk": "презид лідер глава держа країн уряд обгов розмо телеф обмін думка ситуа питан тема "
    "підкр наголо зазна висло сторо також важли міністр дві обидв",
}


UNACCENTED = {
    "fr": "a etaient etais etait etant ete eti etion eum eut fum fut mem",
    "de": "dass fur konn konnt uber wahrend wurd",
    "es": "eram estab estan estar esten estes estuvier fuer fues habi habr hubier mas mia mio si "
    "tambi tendr teni tuvier",
    "it": "avra avro far perc piu sar star",
    "pt": "ate eram esta estav estiver for foss ha hao houver ja nao sao ser sera so tamb ter tera "
    "tinh tiver",
}

# In letters: from this length on, a beginning stands for every stem that has it.
TELLING = 5


@lru_cache(maxsize=20_000)
def is_frame(language: str, stem: str) -> bool:
    """Tell whether a stem is of the frame of a readout in the language (a primary subtag)."""
    exact, beginnings = _frames(language)
    return stem in exact or stem.startswith(beginnings)


@lru_cache
def _frames(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words, stops = (lists.get(language, "").split() for lists in (FRAMES, UNACCENTED))
    return frozenset([*words, *stops]), tuple(word for word in words if len(word) >= TELLING)
