"""Rules about grants: conditions that nobody meets, amounts and days that contradict each other."""

from generator.rules.rule import Rule, Words, error, warning

RULES: tuple[Rule, ...] = (
    error(
        "bound",
        says=Words("「{value}」を「{label}」の数として読み取れません。", "“{value}” is no number for “{name}”."),
        fix=Words(
            "「{suggestion}」のように書いてください。数で言えない条件は、「条件」（note）に文のまま書いてください。",
            "Write it like “{suggestion}”; put what is no number into the note of the conditions, as it is.",
        ),
        why=Words(
            "団体のプロフィールとくらべられるのは、数だけです。文のままの条件も、ページにはのります。",
            "Only numbers can be held against profiles; conditions in words are shown as they are.",
        ),
        bad="eligible:\n  years: おおむね3年",
        good="eligible:\n  years: 3年以上",
    ),
    error(
        "bound-turned",
        says=Words("「{value}」は、「{label}」に書く条件ではありません。", "“{value}” does not belong into “{name}”."),
        fix=Words(
            "「{other}」（{other_name}）に「{suggestion}」と書いてください。",
            "Write “{suggestion}” into “{other_name}”.",
        ),
        why=Words(
            "「以上」と「以内」を取りちがえると、申し込める団体と申し込めない団体が入れかわります。",
            "With least and most exchanged, those who may apply and those who may not change places.",
        ),
        bad="eligible:\n  years: 1年以内",
        good="eligible:\n  years_most: 1年以内",
    ),
    error(
        "no-limit",
        says=Words("「{value}」は金額ではありません。", "“{value}” is no amount."),
        fix=Words(
            "「{label}」は空けて、補足（note）に「上限なし」と書いてください。",
            "Leave “{name}” out and say so in the note.",
        ),
        why=Words(
            "金額は、「10万円以上」のようにさがす人のためのものです。", "The amount is for those who search by it."
        ),
        bad="amount:\n  most: 上限なし",
        good="amount:\n  note: 上限なし",
    ),
    warning(
        "years-absurd",
        says=Words(
            "活動{value}年という条件です。{limit}年より長く続く団体は、まずありません。",
            "The grant speaks of {value} years; hardly any group is older than {limit}.",
        ),
        fix=Words("助成する団体の案内で、年数を確かめてください。", "Look the years up with the funder."),
        why=Words(
            "だれも申し込めない条件は、たいてい打ちまちがいか、設立の年を書いたものです。",
            "A condition that nobody meets is a slip, or a year instead of a number of years.",
        ),
        bad="eligible:\n  years: 9999",
        good="eligible:\n  years: 9",
    ),
    error(
        "years-contradict",
        says=Words(
            "活動{least}年以上で{most}年以内、という条件を満たす団体はありません。",
            "No group has been at work for at least {least} and at most {most} years.",
        ),
        fix=Words("助成する団体の案内で、年数を確かめてください。", "Look the years up with the funder."),
        why=Words(
            "だれも申し込めない条件は、どちらかの数の打ちまちがいです。",
            "A condition that nobody meets is a slip in one of the two numbers.",
        ),
        bad="eligible:\n  years: 5\n  years_most: 3",
        good="eligible:\n  years: 3\n  years_most: 5",
    ),
    warning(
        "members-absurd",
        says=Words(
            "会員{value}人以上という条件です。{limit}人をこえる団体は、まずありません。",
            "The grant asks for {value} members; hardly any group has more than {limit}.",
        ),
        fix=Words("助成する団体の案内で、人数を確かめてください。", "Look the number up with the funder."),
        why=Words(
            "けたを一つまちがえると、申し込める団体が、申し込めないと思ってしまいます。",
            "With a digit too many, groups that may apply believe that they may not.",
        ),
        bad="eligible:\n  members: 5000",
        good="eligible:\n  members: 5",
    ),
    warning(
        "kinds-nowhere",
        says=Words(
            "対象の「{value}」にあたる団体は、このサイトに一つもありません。",
            "No group on this site is of the kinds that the grant is for: {value}.",
        ),
        fix=Words(
            "種類を確かめてください。そのとおりなら、そのままで構いません。",
            "Check the kinds; leave them if they are right.",
        ),
        why=Words(
            "だれにも関係のない助成金は、さがす人の時間をむだにします。",
            "A grant that is for nobody here wastes the time of those who search.",
        ),
        bad="eligible:\n  kinds: [npo]",
        good="eligible:\n  kinds: [volunteer]",
    ),
    error(
        "amount-zero",
        says=Words("助成額の上限が0円です。", "The grant pays at most 0 yen."),
        fix=Words(
            "金額を確かめてください。上限がないときは空けて、補足に「上限なし」と書いてください。",
            "Check the amount; if there is no limit, leave it out and say so in the note.",
        ),
        why=Words(
            "「上限なし」と「0円」は、まったく違う意味です。", "“No limit” and “0 yen” are the opposite of each other."
        ),
        bad="amount:\n  most: なし",
        good="amount:\n  note: 上限なし",
    ),
    warning(
        "rate-above-one",
        says=Words("「{value}」は、かかった費用より多い割合です。", "“{value}” is more than the whole cost."),
        fix=Words(
            "分母と分子が逆になっていないか、確かめてください。",
            "Check whether the two numbers of the fraction are swapped.",
        ),
        why=Words(
            "費用より多い助成を約束すると、申し込む団体の予算が立ちません。",
            "Groups make their budgets by this figure.",
        ),
        bad="amount:\n  rate: 対象になる経費の2分の3以内",
        good="amount:\n  rate: 対象になる経費の3分の2以内",
    ),
    warning(
        "rule-without-day",
        says=Words(
            "締切が「随時」なので、「{value}」はのせません。",
            "There is no closing day, so “{value_en}” is not shown.",
        ),
        fix=Words("締切の日を書くか、「{value}」を消してください。", "Give the closing day, or delete the rule."),
        why=Words(
            "必着や消印有効は、締切の日があってこそ意味があります。", "What must have happened by a day needs that day."
        ),
        bad="closes: 随時\nrule: 必着",
        good="closes: 2027-01-15\nrule: 必着",
    ),
    warning(
        "yearly-without-opens",
        says=Words(
            "毎年募集とありますが、受付開始の日がありません。",
            "The grant is given every year, but the day on which it opens is missing.",
        ),
        fix=Words(
            "受付開始の日を書いてください。締切のあと、次の受付が何月ごろかを案内します。",
            "Give the day; after the closing day the month of the next round is shown.",
        ),
        why=Words(
            "締切が過ぎたあとに見た団体が、次の機会を待てるようにするためです。",
            "So that groups that come too late know when to look again.",
        ),
        bad="yearly: はい\ncloses: 2027-01-15",
        good="yearly: はい\nopens: 2026-12-01\ncloses: 2027-01-15",
    ),
    warning(
        "grant-long-over",
        says=Words(
            "{value}に締め切ってから、2年より長くたっています。",
            "This grant closed on {value}, more than two years ago.",
        ),
        fix=Words(
            "いまも募集があれば新しい日付に直し、なければファイルを消してください。",
            "Give the dates of the present round, or delete the file.",
        ),
        why=Words(
            "古い案内を見て用意した団体を、がっかりさせないためです。",
            "So that nobody prepares an application after an old notice.",
        ),
        bad="closes: 2023-01-15",
        good="closes: 2027-01-15",
    ),
)
