"""What around a word of one's own says that it is no wish, and what says nothing; the browser reads it."""

# Who says what one cannot do, does not like or has given up has not named a wish, nor who asks it of others.
AGAINST = (
    *("苦手", "にがて", "嫌い", "きらい", "できない", "できません", "出来ない", "出来ません", "以外", "むり", "無理"),
    *("しません", "しない", "したくない", "わからない", "わかりません", "分からない", "怖い", "こわい", "疲れ"),
    *("返納", "返した", "返しました", "やめた", "やめました", "興味がない", "興味はない", "ほしい", "欲しい", "てくれ"),
)
# What people say around the word itself.
AROUND = (
    *("好き", "得意", "経験", "出来", "資格", "以前", "少し", "趣味", "仕事", "手伝", "教え", "習", "上手", "興味"),
    *("関心", "勉強", "大好", "など", "こと"),
)
SHARED = {"against": AGAINST, "around": AROUND}
