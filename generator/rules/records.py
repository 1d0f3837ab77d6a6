"""Rules about whole records, between records and beside them: references, files, names, age."""

from generator.rules.rule import MEANT, Rule, Words, error, warning

RULES: tuple[Rule, ...] = (
    error(
        "unknown-group",
        says=Words("「{value}」という団体のファイルはありません。", "There is no group file “{value}”."),
        fix=MEANT,
    ),
    error(
        "unknown-place",
        says=Words("「{value}」という施設のファイルはありません。", "There is no place file “{value}”."),
        fix=MEANT,
    ),
    error(
        "file-outside",
        says=Words("「{value}」はフォルダの外を指しています。", "“{value}” points outside its folder."),
        fix=Words(
            "プロフィールと同じフォルダ（か、その中のフォルダ）に置いてください。", "Put the file beside the profile."
        ),
    ),
    error(
        "file-missing",
        says=Words("「{value}」というファイルが見つかりません。", "The file “{value}” is not there."),
        fix=Words("{meant_ja}", "{meant_en}"),
    ),
    error(
        "not-an-image",
        says=Words("「{value}」は写真として使えません。", "“{value}” is not a usable picture."),
        fix=Words("JPEG（.jpg）、PNG（.png）、WebP（.webp）の画像にしてください。", "Use a JPEG, PNG or WebP picture."),
    ),
    error(
        "not-a-pdf",
        says=Words("「{value}」は資料として使えません。", "“{value}” is not a usable document."),
        fix=Words("PDF（.pdf）にしてください。", "Use a PDF."),
    ),
    error(
        "file-too-large",
        says=Words(
            "「{value}」が大きすぎます（{size}MB。{limit}MBまで）。",
            "“{value}” is too large ({size} MB; the limit is {limit} MB).",
        ),
        fix=Words("小さくしてから置きなおしてください。", "Make it smaller."),
    ),
    error(
        "no-contact",
        says=Words("連絡先が一つもありません。", "There is no way to reach this group."),
        fix=Words(
            "電話・ファクス・メールのどれかか、「via: center」（センター経由）を書いてください。",
            "Give a phone, fax or e-mail, or `via: center`.",
        ),
    ),
    error(
        "duplicate-name",
        says=Words(
            "「{value}」という名前は {other} でも使われています。", "The name “{value}” is also used in {other}."
        ),
        fix=Words("同じ団体なら、ファイルを一つにまとめてください。", "If it is the same group, keep one file."),
    ),
    warning(
        "criteria-missing",
        says=Words(
            "市民活動の要件のうち、「{missing}」が書かれていません。",
            "Of the five criteria, “{missing}” is not declared.",
        ),
        fix=Words(
            "当てはまるなら criteria に書き足してください。趣味の会など、当てはまらない場合はそのままで構いません。",
            "Add it to criteria if it holds.",
        ),
    ),
    warning(
        "not-confirmed",
        says=Words(
            "最後の確認（{value}）から1年以上たっています。", "Last confirmed on {value}, more than a year ago."
        ),
        fix=Words(
            "団体に内容を確かめて、confirmed を新しい日付にしてください。", "Ask the group and renew `confirmed`."
        ),
    ),
    warning(
        "until-past",
        says=Words(
            "「{label}」の締切（{value}）が過ぎています。サイトには出しません。",
            "The closing date of “{name}” ({value}) has passed; it is not shown.",
        ),
        fix=Words("続けるなら新しい締切に、終わったなら消してください。", "Renew the date or delete the entry."),
    ),
    warning(
        "same-reading",
        says=Words(
            "「{value}」というふりがなは {other} と同じです。", "The reading “{value}” is the same as in {other}."
        ),
        fix=Words(
            "同じ団体なら、ファイルを一つにまとめてください。別の団体ならこのままで構いません。",
            "If it is the same group, keep one file; if not, leave it.",
        ),
    ),
    error(
        "slug-clash",
        says=Words(
            "「{value}」のページの番地は {other} と同じになります。",
            "The page of “{value}” would have the same address as {other}.",
        ),
        fix=Words("どちらかのファイル名を変えてください。", "Rename one of the two files."),
    ),
    error(
        "linked-file",
        says=Words("「{value}」は、ほかの場所を指すリンクです。", "“{value}” is a link to another place."),
        fix=Words("リンクではなく、ファイルそのものを置いてください。", "Put the file itself here, not a link."),
    ),
    warning(
        "stray-file",
        says=Words("「{value}」は読まれません。", "“{value}” is not read."),
        fix=Words("{meant_ja}", "{meant_en}"),
    ),
    error(
        "picture-too-large",
        says=Words(
            "写真「{value}」の画素が多すぎます（{size}万画素。{limit}万画素まで）。",
            "The picture “{value}” has too many pixels ({size}0,000; the limit is {limit}0,000).",
        ),
        fix=Words("縮小してから置きなおしてください。", "Scale it down."),
    ),
    warning(
        "event-past",
        says=Words(
            "{value}に終わったイベントですが、まだ「{status_ja}」のままです。",
            "This event ended on {value} but is still “{status_en}”.",
        ),
        fix=Words(
            "新しい日時を書くか、開催状況と受付を直してください。", "Give the new date, or correct status and booking."
        ),
    ),
    error(
        "closes-after-end",
        says=Words(
            "受付終了（{value}）がイベントの終わり（{end}）より後です。",
            "Booking closes on {value}, after the event has ended ({end}).",
        ),
        fix=Words("受付終了の日を確かめてください。", "Check the day on which booking closes."),
    ),
)
