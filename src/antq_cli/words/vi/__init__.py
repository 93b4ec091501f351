"""Các thông báo bằng tiếng Việt. Cùng khoá và cùng giá trị trong ngoặc nhọn như ``words/en``."""

from antq_cli.words.vi import findings, pages, rules, talk

TEXTS = findings.TEXTS | pages.TEXTS | rules.TEXTS | talk.TEXTS
