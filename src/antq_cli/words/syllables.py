"""Whether a text is Vietnamese, syllable by syllable: bytes of another coding give letters that make none."""

import re
import unicodedata

# What a text may hold beside letters of its own: the marks of its lines, and what stands in tables and on paper.
_BESIDE = frozenset("\t\n\r\u00a0\u200b–—‘’“”…•°×±§«»₫€²³½¼‰\ufeff")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_INITIALS = "b|ch?|d|đ|gh?|gi|h|kh?|l|m|nh?|ngh?|ph?|qu|r|s|th?|tr|v|x"
# One vowel, and those that stand together, without their tone.
_VOWELS = (
    "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ôô|ua|uâ|uê|ui|uô|uơ|uy|ưa|ươ|ưi|ưu|yê|"
    "iêu|oai|oao|oay|oeo|uao|uay|uây|uêu|uôi|uya|uyê|uyu|ươi|ươu|yêu"
)
_FINALS = "ch?|m|ng?|nh|p|t"
_SYLLABLE = re.compile(f"(?:{_INITIALS})?(?:{_VOWELS})(?:{_FINALS})?")
_OTHER_WORD = re.compile(r"[^\W\d_]+")


def vietnamese(text: str) -> bool:
    """Return whether a composed text holds nothing but Vietnamese and ASCII; each word with a mark is a syllable."""
    if not all(character.isascii() or character in _BESIDE or character.isalpha() for character in text):
        return False
    return all(word.isascii() or _is_syllable(word.lower()) for word in set(_OTHER_WORD.findall(text)))


def _is_syllable(word: str) -> bool:
    apart = unicodedata.normalize("NFD", word)
    plain = unicodedata.normalize("NFC", "".join(one for one in apart if one not in _TONES))
    return sum(one in _TONES for one in apart) <= 1 and _SYLLABLE.fullmatch(plain) is not None
