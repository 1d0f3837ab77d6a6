"""Descriptions with mark-up, right and wrong, as people write it."""

from tests.links import LED, NOT_LED

MARKDOWN = [
    *("**「重要」**です。", "一\n- 二\n- 三\n\n四", "1. 一\n2. 二", "- 一\n  続き\n- 二", "# 見出し\n本文"),
    *("### 小さく", "> 引用\n> 続き", "[会](https://example.org/)です", "[x](javascript:alert(1))"),
    *("![絵](https://example.org/a.png)", "<b>x</b>", "`a`", "a*b*c", "*斜め*", "**a** と **b**", "\\*a\\*"),
    *("---", "a\n===\nb", "* a\n* b", "- a\n\n- b\n\nc", "**a", "a**b", "[a]", "[a](b", "    字下げ", "a  \nb"),
    *("- **太字**\u3000説明", "**太字*斜め***", "***a***", "& &amp; <", "~~x~~", "1) a\n2) b", "+ a"),
    *("- 一\n  - 二\n  - 三\n- 四", "[文](mailto:x@example.org)", "-a", "#a", "2026. 年"),
    *("[r]: https://x.example", "a\r\nb", "[a](b)", "[a](/b)", "[a]()", "[a](#b)", "[a](tel:042-000-0011)"),
    *(f"[外]({address})です" for address in (*LED, *NOT_LED) if address.isascii()),
]  # fmt: skip
