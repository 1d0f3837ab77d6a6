"""Rules about files: their names, their encoding and their YAML."""

from generator.rules.rule import Rule, Words, error, warning

RULES: tuple[Rule, ...] = (
    error(
        "encoding",
        says=Words(
            "このファイルの文字を読めません（{detail}）。", "The characters of this file cannot be read ({detail})."
        ),
        fix=Words("メモ帳などで「UTF-8」を選んで保存しなおしてください。", "Save the file again as UTF-8."),
    ),
    warning(
        "not-utf8",
        says=Words(
            "このファイルは{encoding}で保存されています。読み取りはできました。",
            "This file is saved as {encoding}; it could be read all the same.",
        ),
        fix=Words("「UTF-8」で保存しなおしてください。", "Save it again as UTF-8."),
    ),
    error(
        "unreadable",
        says=Words("このファイルを開けません（{detail_ja}）。", "This file cannot be opened ({detail_en})."),
        fix=Words(
            "ほかのソフトで開いていれば閉じて、ファイルを置きなおしてください。",
            "Close it in other programs and put the file there again.",
        ),
    ),
    error(
        "too-many-problems",
        says=Words(
            "このファイルには、ほかにも{count}件の直すところがあります。", "This file has {count} more problems."
        ),
        fix=Words("上にあるものから直して、もう一度点検してください。", "Mend the ones above and check again."),
    ),
    error(
        "too-big",
        says=Words(
            "ファイルが大きすぎます（{size}バイト。上限は{limit}バイト）。",
            "The file is too big ({size} bytes; the limit is {limit}).",
        ),
        fix=Words("長い文章は要点をまとめて短くしてください。", "Shorten long texts."),
    ),
    error(
        "too-deep",
        says=Words("字下げが深すぎます（{limit}段まで）。", "The entries are nested too deeply (limit {limit})."),
        fix=Words("見本のファイルと同じ段数になおしてください。", "Use the same depth as in the sample files."),
    ),
    error(
        "empty-file",
        says=Words("ファイルに何も書かれていません。", "The file is empty."),
        fix=Words("「hiroba new group」で見本を作れます。", "`hiroba new group` writes a starter file."),
    ),
    error(
        "syntax",
        says=Words("書き方の決まりに合わないところがあります。", "This does not follow the rules of YAML."),
        fix=Words("{hint_ja}", "{hint_en}"),
    ),
    error(
        "duplicate-key",
        says=Words("「{key}」が2回書かれています。", "“{key}” is given twice."),
        fix=Words("どちらか一つだけを残してください。", "Keep only one of them."),
    ),
    error(
        "alias",
        says=Words("「&」や「*」で始まる省略の書き方は使えません。", "Anchors and aliases (& and *) cannot be used."),
        fix=Words(
            "文字として書きたいときは、全体を「'」で囲んでください。", "If it is meant as text, put it in quotes."
        ),
    ),
    error(
        "tag",
        says=Words("「!」で始まる書き方は使えません。", "Tags (!) cannot be used."),
        fix=Words(
            "文字として書きたいときは、全体を「'」で囲んでください。", "If it is meant as text, put it in quotes."
        ),
    ),
    error(
        "several-documents",
        says=Words(
            "「---」で区切って二つ以上を書くことはできません。",
            "A file holds one profile only; “---” starts a second one.",
        ),
        fix=Words("一つのファイルに一つの団体（イベント、施設）を書いてください。", "Write one record per file."),
    ),
    error(
        "file-name",
        says=Words("ファイル名「{value}」は使えません。", "The file name “{value}” cannot be used."),
        fix=Words(
            "半角の英小文字・数字・ハイフンだけにして、最後を「.yaml」にしてください（例：{suggestion}.yaml）。",
            "Use only a–z, 0–9 and hyphens, ending in .yaml (e.g. {suggestion}.yaml).",
        ),
    ),
)
