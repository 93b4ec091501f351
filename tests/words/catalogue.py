"""The whole catalogue, which the program itself never has in its hands: it loads the modules that it needs."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages

import antq_cli.words

Entry = tuple[str, str]


def _modules() -> Iterator[tuple[str, Mapping[str, Entry]]]:
    for module in walk_packages(antq_cli.words.__path__, "antq_cli.words."):
        texts: Mapping[str, Entry] | None = getattr(import_module(module.name), "TEXTS", None)
        if texts is not None:
            yield module.name, texts


# The texts of each module by the name of the module, and all of them together: the English, and the Vietnamese.
MODULES = dict(_modules())
CATALOGUE = {key: entry for texts in MODULES.values() for key, entry in texts.items()}
