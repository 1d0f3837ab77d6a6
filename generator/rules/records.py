"""Rules about whole records, between records and beside them: references, files, names, age."""

from generator.rules.rule import MEANT, Rule, Words, error, warning

RULES: tuple[Rule, ...] = (
    error(
        "unknown-group",
        says=Words("「{value}」という団体のファイルはありません。", "There is no group file “{value}”."),
        fix=MEANT,
        why=Words(
            "名前をまちがえると、イベントと団体のページがつながりません。",
            "A wrong name leaves the event without a link to its group.",
        ),
        bad="organizer: kawa-akri",
        good="organizer: kawa-akari",
    ),
    error(
        "unknown-place",
        says=Words("「{value}」という施設のファイルはありません。", "There is no place file “{value}”."),
        fix=MEANT,
        why=Words(
            "名前をまちがえると、地図も行き方も出ません。", "A wrong name leaves out the map and how to get there."
        ),
        bad="meetings:\n  - when: 毎週月曜 10:00-12:00\n    place: kawa-be",
        good="meetings:\n  - when: 毎週月曜 10:00-12:00\n    place: kawabe",
    ),
    error(
        "file-outside",
        says=Words("「{value}」はフォルダの外を指しています。", "“{value}” points outside its folder."),
        fix=Words(
            "プロフィールと同じフォルダ（か、その中のフォルダ）に置いてください。", "Put the file beside the profile."
        ),
        why=Words(
            "ほかの人のファイルや、公開するつもりのないファイルを、まちがって出さないためです。",
            "So that nobody’s private file is published by mistake.",
        ),
        bad="photos:\n  - file: ../../himitsu.jpg\n    alt: 川岸の花壇",
        good="photos:\n  - file: kawa.jpg\n    alt: 川岸の花壇",
    ),
    error(
        "file-missing",
        says=Words("「{value}」というファイルが見つかりません。", "The file “{value}” is not there."),
        fix=Words("{meant_ja}", "{meant_en}"),
        why=Words(
            "書いてある写真や資料がないと、ページに穴があきます。",
            "A photo that is named but not there leaves a hole in the page.",
        ),
        bad="photos:\n  - file: kwa.jpg\n    alt: 川岸の花壇",
        good="photos:\n  - file: kawa.jpg\n    alt: 川岸の花壇",
    ),
    error(
        "not-an-image",
        says=Words("「{value}」は写真として使えません。", "“{value}” is not a usable picture."),
        fix=Words("JPEG（.jpg）、PNG（.png）、WebP（.webp）の画像にしてください。", "Use a JPEG, PNG or WebP picture."),
        why=Words(
            "名前は写真でも、中身がちがうものは、見る人の端末では開けません。",
            "A file that is no picture inside does not open on the reader’s device.",
        ),
        bad="photos:\n  - file: hana.jpg\n    alt: 川岸の花壇",
        good="photos:\n  - file: kawa.jpg\n    alt: 川岸の花壇",
    ),
    error(
        "not-a-pdf",
        says=Words("「{value}」は資料として使えません。", "“{value}” is not a usable document."),
        fix=Words("PDF（.pdf）にしてください。", "Use a PDF."),
        why=Words("資料は、だれの端末でも開ける PDF にそろえています。", "Documents are PDF, which opens everywhere."),
        bad="documents:\n  - file: kaiho-word.pdf\n    title: 会報 第12号",
        good="documents:\n  - file: kaiho.pdf\n    title: 会報 第12号",
    ),
    error(
        "file-too-large",
        says=Words(
            "「{value}」が大きすぎます（{size}MB。{limit}MBまで）。",
            "“{value}” is too large ({size} MB; the limit is {limit} MB).",
        ),
        fix=Words("小さくしてから置きなおしてください。", "Make it smaller."),
        why=Words(
            "大きなファイルは、電話で見る人の通信料と時間をむだにします。",
            "Large files waste the data and the time of people on telephones.",
        ),
        bad="documents:\n  - file: kaiho.pdf\n    title: 会報 第12号",
        good="documents:\n  - file: kaiho-small.pdf\n    title: 会報 第12号",
    ),
    error(
        "no-contact",
        says=Words("連絡先が一つもありません。", "There is no way to reach this group."),
        fix=Words(
            "電話・ファクス・メールのどれかか、「via: center」（センター経由）を書いてください。",
            "Give a phone, fax or e-mail, or `via: center`.",
        ),
        why=Words(
            "見つけても、連絡できなければ仲間になれません。", "Whoever finds the group must be able to reach it."
        ),
        bad="contact:\n  address: ひろば市中町",
        good="contact:\n  via: center",
    ),
    error(
        "duplicate-name",
        says=Words(
            "「{value}」という名前は {other} でも使われています。", "The name “{value}” is also used in {other}."
        ),
        fix=Words("同じ団体なら、ファイルを一つにまとめてください。", "If it is the same group, keep one file."),
        why=Words(
            "同じ団体が二つのページに分かれると、古いほうを見た人が困ります。",
            "One group on two pages means that one of them is out of date.",
        ),
        bad="name: 花アカリの会",
        good="name: 川あかりの会",
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
        why=Words(
            "市民活動の団体として紹介するときの、五つの要件です。",
            "These five things make an activity a citizens’ activity.",
        ),
        bad="criteria: [collective, continuing, public-benefit, nonprofit]",
        good="criteria: [voluntary, collective, continuing, public-benefit, nonprofit]",
    ),
    warning(
        "not-confirmed",
        says=Words(
            "最後の確認（{value}）から1年以上たっています。", "Last confirmed on {value}, more than a year ago."
        ),
        fix=Words(
            "団体に内容を確かめて、confirmed を新しい日付にしてください。", "Ask the group and renew `confirmed`."
        ),
        why=Words(
            "一年たつと、電話番号や活動日が変わっていることがよくあります。",
            "After a year telephone numbers and days have often changed.",
        ),
        bad="confirmed: 2025-04-01",
        good="confirmed: 2026-10-01",
    ),
    warning(
        "until-past",
        says=Words(
            "「{label}」の締切（{value}）が過ぎています。受付中のものとしては、サイトに出しません。",
            "The closing date of “{name}” ({value}) has passed; it is not shown as open.",
        ),
        fix=Words("続けるなら新しい締切に、終わったなら消してください。", "Renew the date or delete the entry."),
        why=Words(
            "終わった募集に応募した人を、がっかりさせないためです。", "So that nobody answers a call that is over."
        ),
        bad="recruiting:\n  - role: member\n    title: 一緒に花を育てる仲間\n    until: 2026-03-31",
        good="recruiting:\n  - role: member\n    title: 一緒に花を育てる仲間\n    until: 2027-03-31",
    ),
    warning(
        "exchange-vague",
        says=Words(
            "「{label}」の「{value}」だけでは、何のことか分かりません。",
            "“{value}” under “{name}” does not say what it is.",
        ),
        fix=Words(
            "何を、いくつ、どんなときに、を書いてください。たとえば「テント2張りを、土曜と日曜にお貸しできます」。",
            "Say what, how much and when, such as “two tents, on Saturdays and Sundays”.",
        ),
        why=Words(
            "ものの名前があると、同じものを求める団体、貸せる団体と組み合わせられます。",
            "With the name of a thing the entry can be brought together with groups that have it or need it.",
        ),
        bad="offers:\n  - kind: equipment\n    text: いろいろあります",
        good="offers:\n  - kind: equipment\n    text: テント2張りをお貸しできます",
    ),
    warning(
        "exchange-kind",
        says=Words(
            "「{value}」は「{kind_ja}」ではなく「{suggestion}」に当たるようです。",
            "“{value}” seems to belong under “{suggestion}”, not under “{kind_ja}”.",
        ),
        fix=Words(
            "種類を「{suggestion}」にしてください。両方のことなら、二つに分けて書いてください。",
            "Change the kind to “{suggestion}”, or write two entries if both are meant.",
        ),
        why=Words(
            "種類がちがうと、さがしている団体に見つけてもらえません。",
            "Under another kind, groups that look for it do not find it.",
        ),
        bad="offers:\n  - kind: people\n    text: テント2張りをお貸しできます",
        good="offers:\n  - kind: equipment\n    text: テント2張りをお貸しできます",
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
        why=Words(
            "読みが同じ団体は、漢字を変えて二度のせた同じ団体かもしれません。",
            "Groups that sound the same may be one group entered twice.",
        ),
        bad="name: 華明かりの会\nkana: はなあかりのかい",
        good="name: 川あかりの会\nkana: かわあかりのかい",
    ),
    warning(
        "same-body",
        says=Words(
            "「{value}」は、法人の種類を除くと {other} の{label}と同じです。",
            "Without its legal form “{value}” is the same as in {other}.",
        ),
        fix=Words(
            "同じ団体なら、ファイルを一つにまとめてください。別の団体ならこのままで構いません。",
            "If it is the same group, keep one file; if not, leave it.",
        ),
        why=Words(
            "NPO法人と書いたりしなかったりして、同じ団体を二度のせたのかもしれません。",
            "One group may have been entered twice, once with NPO法人 in its name and once without.",
        ),
        bad="name: （特非）花あかりの会",
        good="name: 川あかりの会",
    ),
    error(
        "slug-clash",
        says=Words(
            "「{value}」のページの番地は {other} と同じになります。",
            "The page of “{value}” would have the same address as {other}.",
        ),
        fix=Words("どちらかのファイル名を変えてください。", "Rename one of the two files."),
        why=Words(
            "同じ番地のページが二つあると、片方がもう片方を消してしまいます。",
            "Of two pages with one address, one would erase the other.",
        ),
        bad="# content/pages/groups/hana.md があるのに、団体 hana.yaml を置く",
        good="# ページか団体の、どちらかの名前を変える",
    ),
    error(
        "linked-file",
        says=Words("「{value}」は、ほかの場所を指すリンクです。", "“{value}” is a link to another place."),
        fix=Words("リンクではなく、ファイルそのものを置いてください。", "Put the file itself here, not a link."),
        why=Words(
            "リンクの先には、公開してはいけないファイルがあるかもしれません。",
            "A link may lead to a file that must not be published.",
        ),
        bad="# ほかの場所を指すリンク（ショートカット）",
        good="name: 川あかりの会",
    ),
    warning(
        "stray-file",
        says=Words("「{value}」は読まれません。", "“{value}” is not read."),
        fix=Words("{meant_ja}", "{meant_en}"),
        why=Words(
            "名前の最後がちがうファイルは読まれません。書いた人は、のったと思ったまま待つことになります。",
            "A file with another ending is not read, while its writer believes it was published.",
        ),
        bad="# kawa-akari.yaml.txt というファイル",
        good="# kawa-akari.yaml というファイル",
    ),
    error(
        "picture-too-large",
        says=Words(
            "写真「{value}」の画素が多すぎます（{size}万画素。{limit}万画素まで）。",
            "The picture “{value}” has too many pixels ({size}0,000; the limit is {limit}0,000).",
        ),
        fix=Words("縮小してから置きなおしてください。", "Scale it down."),
        why=Words(
            "小さなファイルでも、開くと何億もの点に広がる画像があり、パソコンも電話も止まってしまいます。",
            "Even a small file may unfold into hundreds of millions of pixels and stop a computer.",
        ),
        bad="photos:\n  - file: hana.png\n    alt: 川岸の花壇",
        good="photos:\n  - file: kawa.jpg\n    alt: 川岸の花壇",
    ),
    warning(
        "event-past",
        says=Words(
            "{value}に終わったイベントですが、まだ「{status_ja}」のままです。",
            "This event ended on {value} but is still “{status_en}”.",
        ),
        fix=Words(
            "新しい日が決まったら、日時を書きかえて「開催状況」（status）の行を消してください。行わないなら「中止」にしてください。",
            "Give the new date and delete the line `status`; if it will not take place, write `status: cancelled`.",
        ),
        why=Words(
            "延期のまま日が過ぎると、待っている人に、いつになるのか伝わりません。",
            "People who wait for the new date never learn it.",
        ),
        bad="dates: 2026-10-03 10:00-12:00\nstatus: 延期",
        good="dates: 2026-12-05 10:00-12:00",
    ),
    warning(
        "status-announced",
        says=Words(
            "「{value}」とありますが、「開催状況」は「{status_ja}」になっていません。",
            "It says “{value}”, but the status is not “{status_en}”.",
        ),
        fix=Words(
            "「{suggestion}」と書いてください。一部の日だけのことなら、その日を「日時」から消すか、「休みの日」（except_dates）に書いてください。",
            "Write `{suggestion}`; if it is about some of the days only, remove them or list them in `except_dates`.",
        ),
        why=Words(
            "題や文に書くだけでは、一覧や検索、検索エンジンでは、いつもどおり行われることになってしまいます。",
            "Said in words alone, the event still stands in lists and search engines as if it took place.",
        ),
        bad="title: 【中止】花の種まき",
        good="status: 中止",
    ),
    warning(
        "founded-in-future",
        says=Words("設立（{value}）が、これからの日になっています。", "The founding ({day}) has not come yet."),
        fix=Words(
            "年を確かめてください。これから始めるときは、設立は空けて、活動紹介に予定を書いてください。",
            "Check the year; for a plan, leave it out and tell of it in the description.",
        ),
        why=Words(
            "活動の年数は設立から数えます。これからの日では、助成金の条件とくらべられません。",
            "Years at work are counted from it, for example for grants.",
        ),
        bad="founded: 2062年4月",
        good="founded: 2026年4月",
    ),
    warning(
        "members-differ",
        says=Words(
            "会員は{total}人とありますが、うち市内が{value}人で、それより多くなっています。",
            "There are {total} members, and of these {value} live here, which is more.",
        ),
        fix=Words("二つの人数を確かめてください。", "Check both numbers."),
        why=Words(
            "どちらが正しいか分からないと、人数を条件とする助成金に申し込めるかも分かりません。",
            "Nobody can tell which one holds, and so which grants the group may apply for.",
        ),
        bad="members:\n  total: 10\n  residents: 12",
        good="members:\n  total: 12\n  residents: 10",
    ),
    error(
        "closes-after-end",
        says=Words(
            "受付終了（{value}）がイベントの終わり（{end}）より後です。",
            "Booking closes on {value}, after the event has ended ({end}).",
        ),
        fix=Words("受付終了の日を確かめてください。", "Check the day on which booking closes."),
        why=Words(
            "終わったイベントには申し込めません。どちらかの日付の打ちまちがいです。",
            "Nobody can book an event that is over; one of the dates was mistyped.",
        ),
        bad="dates: 2026-12-05 10:00-12:00\nbooking:\n  closes: 2027-12-01",
        good="dates: 2026-12-05 10:00-12:00\nbooking:\n  closes: 2026-12-01",
    ),
    warning(
        "closes-told-otherwise",
        says=Words(
            "申し込みの方法には締切が{told}とありますが、受付終了は{value}です。",
            "The words about booking name {told} as the last day, but booking closes on {value}.",
        ),
        fix=Words("正しいほうに、そろえてください。", "Make both name the same day."),
        why=Words(
            "ページには両方がのるため、読む人はどちらを信じてよいか分かりません。",
            "Both stand on the page, and nobody can tell which one is right.",
        ),
        bad="booking:\n  closes: 2026-12-12\n  how: 12月10日（木）までに電話で。結果は12月15日にお知らせします",
        good="booking:\n  closes: 2026-12-10\n  how: 12月10日（木）までに電話で。結果は12月15日にお知らせします",
    ),
)
