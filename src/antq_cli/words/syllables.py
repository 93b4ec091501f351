"""Which words can be Vietnamese: that is what tells a coding of letters from another one in which all would be wrong.

A syllable is an onset, a rhyme and a tone. Far fewer of them are possible than letters could be put together.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu yt
"""
_HUYEN, _HOI, _NGA, _SAC, _NANG = "\u0300\u0309\u0303\u0301\u0323"
_CODAS = re.compile(r"(?:ch|nh|ng|[cmnpt])?$")
# Two places of the tone are in use: hóa and hoá.
_EITHER = ("oa", "oe", "uy")
_THREE = 3
_LETTERS = re.compile(r"[^\W\d_]+")


def words(text: str) -> Iterator[str]:
    """Yield the words of a text with a letter beyond ASCII, in NFC."""
    return (word for word in _LETTERS.findall(text) if not word.isascii())


def all_possible(several: Iterable[str]) -> bool:
    """Return whether all of some words, in NFC, can be Vietnamese syllables."""
    return all(map(possible, several))


@cache
def possible(word: str) -> bool:
    """Return whether a word, in NFC, can be one Vietnamese syllable, in whatever case."""
    small, rhymes = word.lower(), _toned_rhymes()
    return small in rhymes or any(
        small.startswith(onset) and small.removeprefix(onset) in rhymes for onset in _ONSETS.split()
    )


@cache
def _toned_rhymes() -> frozenset[str]:
    return frozenset(toned for rhyme in _RHYMES.split() for toned in _toned(rhyme))


def _toned(rhyme: str) -> Iterator[str]:
    """Yield a rhyme with each tone that it can bear; one that ends in a stop has but two."""
    coda = _CODAS.search(rhyme)
    assert coda is not None  # the pattern matches the empty text
    stops = coda[0] in ("c", "ch", "p", "t")
    if not stops:
        yield rhyme
    for place in _places(rhyme[: coda.start()], closed=bool(coda[0])):
        for tone in (_SAC, _NANG) if stops else (_HUYEN, _HOI, _NGA, _SAC, _NANG):
            yield unicodedata.normalize("NFC", rhyme[: place + 1] + tone + rhyme[place + 1 :])


def _places(vowels: str, *, closed: bool) -> tuple[int, ...]:
    """Return on which of the vowels of a rhyme the tone may stand."""
    hooked = [place for place, vowel in enumerate(vowels) if vowel in "ăâêôơ"] or [
        place for place, vowel in enumerate(vowels) if vowel == "ư"
    ]
    if hooked:
        return (hooked[-1],)
    if closed:
        return (len(vowels) - 1,)
    if vowels in _EITHER:
        return (0, 1)
    return (1,) if len(vowels) == _THREE else (0,)
