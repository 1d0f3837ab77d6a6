import assert from "node:assert/strict";
import { test } from "node:test";

import { stemsOf } from "../../theme/scripts/search/stems.js";

// What is typed, and other forms of the same word as a profile may have them.
const FORMS = `
教えてほしい|教える 教えます 教えてくださる 教えて
教えたい|教える 教え方
亡くなって|亡くなった 亡くなる 亡くなりました
亡くなった|亡くなって 亡くなられた
亡くした|亡くす 亡くして 亡くされた
直すのが好き|直す 直します 直して 直せる
直してほしい|直す 直します 直せる
手伝えます|手伝う 手伝い 手伝って 手伝える
手伝いたい|手伝って 手伝う
困っています|困る 困った 困りごと
飼いたい|飼う 飼って 飼い方
作れる|作る 作り 作って 作ります
作りたい|作る 作って 作ろう
習いたくて|習う 習って 習える 習い
習ってみたい|習う 習い
遊ばせたい|遊ぶ 遊び 遊んで 遊べる
辞めた|辞める 辞めて 辞めます
重い|重くて 重かった 重さ
重くて|重い 重さ
楽しく|楽しい 楽しみ 楽しさ
楽しかった|楽しい 楽しく
弾けなくても|弾く 弾き 弾いて 弾ける
弾いてみたい|弾く 弾ける 弾き語り
読めない|読む 読み 読んで
読んでほしい|読む 読みます 読める
飲みたい|飲む 飲んで 飲み
歌いたい|歌う 歌って 歌い 歌え
踊りたい|踊る 踊って 踊り
話せる|話す 話して 話し
話したい|話す 話して 話せる
聞いてほしい|聞く 聞き 聞ける
書きたい|書く 書いて 書き
描いてみたい|描く 描き
泳げる|泳ぐ 泳いで 泳ぎ
急いで|急ぐ 急ぎ
待っています|待つ 待ち 待って
持っている|持つ 持ち 持って
持ち寄って|持ち寄る 持ち寄り
送ってほしい|送る 送り 送って
行けない|行く 行き 行って
連れて行って|連れて行く 連れて行き
育てたい|育てる 育てて 育て方
食べたい|食べる 食べて
借りたい|借りる 借りて 借ります
起きられない|起きる 起きて 起きない
走りたい|走る 走って 走れる
登ってみたい|登る 登り
見守ってほしい|見守る 見守り
引っ越してきた|引っ越す 引っ越し
片付けられない|片付ける 片付け
聞こえない|聞こえる 聞こえ
聞こえにくい|聞こえる 聞こえ
見えなくて|見える 見え
忘れっぽい|忘れる 忘れ
働きたい|働く 働いて 働き
働けない|働く 働いて 働き
選べる|選ぶ 選び 選んで
運んでほしい|運ぶ 運び 運んで
研いでほしい|研ぐ 研ぎ
縫ってほしい|縫う 縫い
刈ってもらえますか|刈る 刈り
寂しくて|寂しい 寂しさ
優しい|優しく
暗くて|暗い 暗く
勉強したい|勉強 勉強する
参加しています|参加 参加する
掃除する|掃除 掃除をする
初心者です|初心者
不登校でも|不登校
つくりたい|つくる つくって つくり
つくれる|つくる つくって
ならいたい|ならう ならって
おしえてほしい|おしえる おしえて
あそべる|あそぶ あそんで あそび
てつだってほしい|てつだう てつだい
さがしています|さがす さがして さがし
あるきたい|あるく あるいて
うたいたい|うたう うたって
おどりたい|おどる おどって おどり
はたらきたい|はたらく はたらいて
はなしたい|はなす はなして
およげない|およぐ およいで
たべたい|たべる たべて
たのしく|たのしい たのしみ
さびしい|さびしくて さびしさ
むずかしくて|むずかしい
集まれる|集まる 集まり
引きこもって|引きこもり 引きこもる
眠れない|眠る 眠り 眠って
預けたい|預ける 預けて
植えたい|植える 植えて
あつまれる|あつまる あつまり
かたづけたい|かたづける かたづけ
`.trim().split("\n").map((line) => line.split("|"));

test("the stems of a word stand in its other forms", () => {
  const wrong = FORMS.map(([typed, others]) => {
    const stems = stemsOf(typed);
    return [typed, stems, others.split(" ").filter((form) => !stems.some((stem) => form.indexOf(stem) >= 0))];
  }).filter(([, , missed]) => missed.length);
  assert.deepEqual(wrong, []);
});

test("there are at most six stems, of two letters or more, the most literal first", () => {
  FORMS.forEach(([typed]) => {
    const stems = stemsOf(typed);
    assert.ok(stems.length > 0 && stems.length <= 6, typed + ": " + stems);
    assert.ok(stems.every((stem) => stem.length > 1), typed + ": " + stems);
    assert.equal(new Set(stems).size, stems.length, typed);
    assert.ok(typed.indexOf(stems[0]) === 0, typed + ": " + stems[0]);
  });
});

test("forms of one row, the typed one first", () => {
  assert.deepEqual(stemsOf("直して"), ["直し", "直す", "直さ", "直せ", "直そ"]);
  assert.deepEqual(stemsOf("困っています"), ["困っ", "困る", "困り", "困ら", "困れ", "困ろ"]);
  assert.deepEqual(stemsOf("教えてほしい"), ["教え"]);
  assert.deepEqual(stemsOf("亡くなって"), ["亡くな"]);
  assert.deepEqual(stemsOf("楽しく"), ["楽し"]);
});

test("what is no inflected form has no stems", () => {
  ["手話", "スマホ", "子ども食堂", "卓球", "", "yoga", "ひまわり", "おもちゃ", "ゴミ", "会", "けやき", "まつり", "こころ", "いす", "夜に", "昔話", "子どもと", "話し相手"].forEach((word) => {
    assert.deepEqual(stemsOf(word), [], word);
  });
});

test("other words do not share the stems", () => {
  [["困っています", "困難"], ["直したい", "直売"], ["教えて", "教室"], ["作りたい", "作業"], ["つくりたい", "つくし"], ["重い", "重心"]]
    .forEach(([typed, other]) => {
      assert.ok(!stemsOf(typed).some((stem) => other.indexOf(stem) >= 0), typed);
    });
});

test("a long run of letters takes no time", () => {
  assert.ok(Array.isArray(stemsOf("教え" + "てほし".repeat(3000) + "い")));
});
