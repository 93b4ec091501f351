"""The messages in English. ``words/vi`` has the same keys with the same values in braces."""

from antq_cli.words.en import findings, pages, rules, talk

TEXTS = findings.TEXTS | pages.TEXTS | rules.TEXTS | talk.TEXTS
