"""Rules about files: their names, their encoding and their YAML."""

from generator.rules.rule import MEANT, WRITE, Rule, Words, error, warning

RULES: tuple[Rule, ...] = (
    error(
        "encoding",
        says=Words(
            "このファイルの文字を読めません（{detail}）。", "The characters of this file cannot be read ({detail})."
        ),
        fix=Words("メモ帳などで「UTF-8」を選んで保存しなおしてください。", "Save the file again as UTF-8."),
        why=Words(
            "文字の種類が分からないファイルを推し量って読むと、名前や電話番号が化けたまま公開されてしまいます。",
            "Guessing at unknown characters would publish garbled names and numbers.",
        ),
        bad="# UTF-8 でも Shift_JIS でもない文字で保存したファイル",
        good="name: 川あかりの会",
    ),
    warning(
        "not-utf8",
        says=Words(
            "このファイルは{encoding}で保存されています。読み取りはできました。",
            "This file is saved as {encoding}; it could be read all the same.",
        ),
        fix=Words("「UTF-8」で保存しなおしてください。", "Save it again as UTF-8."),
        why=Words(
            "古い保存形式でも読めますが、髙・﨑などの字や、ほかの国の言葉が失われることがあります。",
            "Older encodings can be read, but cannot hold every character of a name.",
        ),
        bad="# メモ帳の「ANSI」（Shift_JIS）で保存したファイル",
        good="# 「UTF-8」で保存したファイル",
    ),
    error(
        "unreadable",
        says=Words("このファイルを開けません（{detail_ja}）。", "This file cannot be opened ({detail_en})."),
        fix=Words(
            "ほかのソフトで開いていれば閉じて、ファイルを置きなおしてください。",
            "Close it in other programs and put the file there again.",
        ),
        why=Words(
            "開けないファイルを飛ばすと、その団体が知らないうちにサイトから消えてしまいます。",
            "Passing over a file that cannot be opened would silently drop a group from the site.",
        ),
        bad="# 開くことを許されていないファイル",
        good="name: 川あかりの会",
    ),
    error(
        "too-many-problems",
        says=Words(
            "このファイルには、ほかにも{count}件の直すところがあります。", "This file has {count} more problems."
        ),
        fix=Words("上にあるものから直して、もう一度点検してください。", "Mend the ones above and check again."),
        why=Words(
            "同じまちがいが何百もあるときは、はじめの分を直すと、ほとんどが消えます。",
            "When there are hundreds of faults, mending the first ones usually removes the rest.",
        ),
        bad="# 直すところが200件を超えるファイル",
        good="name: 川あかりの会",
    ),
    error(
        "too-big",
        says=Words(
            "ファイルが大きすぎます（{size}バイト。上限は{limit}バイト）。",
            "The file is too big ({size} bytes; the limit is {limit}).",
        ),
        fix=Words("長い文章は要点をまとめて短くしてください。", "Shorten long texts."),
        why=Words(
            "プロフィールは数ページまでの文章です。大きすぎるファイルは、まちがって置かれたものがほとんどです。",
            "A profile is a page or two of text; anything this big was put here by mistake.",
        ),
        bad="# 64KBを超えるファイル",
        good="description: 毎月、川辺の花壇に集まります。",
    ),
    error(
        "too-deep",
        says=Words("字下げが深すぎます（{limit}段まで）。", "The entries are nested too deeply (limit {limit})."),
        fix=Words("見本のファイルと同じ段数になおしてください。", "Use the same depth as in the sample files."),
        why=Words(
            "字下げが深いと、読む人にも書く人にも、どの項目の話か分からなくなります。",
            "Nobody, reader or writer, can follow entries nested this deeply.",
        ),
        bad="aliases: [[[[[[[[[[[[[川あかり]]]]]]]]]]]]]",
        good="aliases: [川あかり]",
    ),
    error(
        "empty-file",
        says=Words("ファイルに何も書かれていません。", "The file is empty."),
        fix=Words("「hiroba new group」で見本を作れます。", "`hiroba new group` writes a starter file."),
        why=Words(
            "空のファイルからはページを作れません。消し忘れか、保存の失敗です。",
            "No page can be made of an empty file; it is a leftover or a failed save.",
        ),
        bad="# 何も書かれていないファイル",
        good="name: 川あかりの会",
    ),
    error(
        "syntax",
        says=Words("書き方の決まりに合わないところがあります。", "This does not follow the rules of YAML."),
        fix=Words("{hint_ja}", "{hint_en}"),
        why=Words(
            "項目と内容の区切りが分からないと、どこまでが名前で、どこからが次の項目か決められません。",
            "Without its signs in place nobody can tell where one field ends and the next begins.",
        ),
        bad="summary：川辺の花を世話しています。",
        good="summary: 川辺の花を世話しています。",
    ),
    error(
        "duplicate-key",
        says=Words("「{key}」が2回書かれています。", "“{key}” is given twice."),
        fix=Words("どちらか一つだけを残してください。", "Keep only one of them."),
        why=Words(
            "同じ項目が二つあると、どちらが正しいのか分かりません。勝手に選ぶと、古いほうを公開するかもしれません。",
            "With two answers to one question nobody knows which is right, and picking one may publish the old one.",
        ),
        bad="summary: 花を育てています。\nsummary: 川辺の花を世話しています。",
        good="summary: 川辺の花を世話しています。",
    ),
    error(
        "alias",
        says=Words("「&」や「*」で始まる省略の書き方は使えません。", "Anchors and aliases (& and *) cannot be used."),
        fix=Words(
            "文字として書きたいときは、全体を「'」で囲んでください。", "If it is meant as text, put it in quotes."
        ),
        why=Words(
            "短く書くための記号ですが、小さなファイルから際限なく大きなものを作れてしまいます。",
            "Aliases can make an endlessly large thing of a small file.",
        ),
        bad="summary: &memo 川辺の花を世話しています。",
        good="summary: 川辺の花を世話しています。",
    ),
    error(
        "tag",
        says=Words("「!」で始まる書き方は使えません。", "Tags (!) cannot be used."),
        fix=Words(
            "文字として書きたいときは、全体を「'」で囲んでください。", "If it is meant as text, put it in quotes."
        ),
        why=Words(
            "プログラムに特別な読み方をさせる記号です。文章には要りません。",
            "Tags ask a program to read a value in a special way; no profile needs that.",
        ),
        bad="summary: !!str 川辺の花を世話しています。",
        good="summary: 川辺の花を世話しています。",
    ),
    error(
        "several-documents",
        says=Words(
            "「---」で区切って二つ以上を書くことはできません。",
            "A file holds one profile only; “---” starts a second one.",
        ),
        fix=Words("一つのファイルに一つの団体（イベント、施設）を書いてください。", "Write one record per file."),
        why=Words("一つのファイルが一つのページになります。", "One file becomes one page."),
        bad="---\nname: 花あかりの会",
        good="name: 川あかりの会",
    ),
    error(
        "file-name",
        says=Words("ファイル名「{value}」は使えません。", "The file name “{value}” cannot be used."),
        fix=Words(
            "半角の英小文字・数字・ハイフンだけにして、最後を「.yaml」にしてください（例：{suggestion}.yaml）。",
            "Use only a–z, 0–9 and hyphens, ending in .yaml (e.g. {suggestion}.yaml).",
        ),
        why=Words(
            "ファイルの名前がそのままページの番地になり、ちらしやQRコードに刷られます。",
            "The file name is the address of the page for ever, printed on leaflets and in QR codes.",
        ),
        bad="# Kawa Akari.yaml というファイル",
        good="# kawa-akari.yaml というファイル",
    ),
    error(
        "word-list-shape",
        says=Words(
            "検索のことばの「{section}」の書き方が違います（{detail_ja}）。",
            "This is not how “{section}” is written: {detail_en}.",
        ),
        fix=WRITE,
        why=Words(
            "[ ] を一つ忘れると、ことばが一文字ずつに分かれ、どうさがしても関係のないものが見つかります。",
            "With one pair of brackets missing, words fall apart into letters, and whatever people search for, "
            "they find what has nothing to do with it.",
        ),
        bad="spellings: [川あかり, 川明かり, 川灯り]",
        good="spellings:\n  - [川あかり, 川明かり, 川灯り]",
    ),
    warning(
        "term-nowhere",
        says=Words(
            "「{label}」の「{value}」は、{vocabulary_ja}にありません。",
            "“{value}” under “{name}” is no {vocabulary_en}.",
        ),
        fix=MEANT,
        why=Words(
            "用語の番号をまちがえると、公開はされても、組み合わせや「となりの地域」に出てきません。",
            "With a wrong id the site is published, but the term takes no part in pairs or in what is next to an area.",
        ),
        bad="terms:\n  kawabe: {label: 川辺, label_en: Riverside, next: [yamate-ku]}",
        good="terms:\n  kawabe: {label: 川辺, label_en: Riverside, next: [yamate]}",
    ),
)
