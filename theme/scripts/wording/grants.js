/* A grant in words: whether it is open, until when, how much, and for whom (generator/wording/grants.py). */
import { compared } from "../japanese/calendar.js";
import { ALWAYS } from "../japanese/deadlines.js";
import { showYen } from "../japanese/money.js";
import { isTyped, known, said } from "../reading/typed.js";
import { wording_grants as shared } from "../tables.js";
import { contactView } from "./contacts.js";
import { dayWords } from "./days.js";

/** @typedef {import("./contacts.js").ContactView} ContactView */
/** @typedef {import("../directory/calendar.js").Day} Day */
/** @typedef {import("../directory/town.js").Town} Town */
/** @typedef {import("./groups.js").Fact} Fact */
/** @typedef {import("../reading/typed.js").Answer<Day>} When */
/** @typedef {import("../reading/typed.js").Answer<number>} Count */
/** @typedef {import("../reading/typed.js").Answer<boolean>} Flag */
/** @typedef {import("../reading/typed.js").Answer<{amount: number}>} Yen */
/**
 * @typedef {{most?: Yen, rate?: string, note?: string}} Amount
 * @typedef {{kinds?: string[], years?: Count, years_most?: Count, members?: Count, registered?: Flag, note?: string}} Eligible
 * @typedef {{title?: string, kana?: string, summary?: string, description?: string, funder?: string, opens?: When,
 *   closes?: When, rule?: string, amount?: Amount, eligible?: Eligible, purpose?: string, fields?: string[],
 *   areas?: string[], round?: string, yearly?: Flag, apply?: string, contact?: import("./contacts.js").Contact,
 *   url?: string}} Grant
 */

export const OPEN = shared.open;
export const AHEAD = shared.ahead;
export const OVER = shared.over;

/** @type {(parts: (string | undefined)[]) => string} */
const joined = parts => parts.filter(Boolean).join("　");

/**
 * Whether applications are taken today; nothing as long as that is not clear.
 * @param {Grant} grant
 * @param {Day} today
 */
export const grantState = (grant, today) => {
  const closes = known(grant.closes);
  const opens = known(grant.opens);
  if (closes && compared(closes, today) < 0) return OVER;
  if (opens && compared(opens, today) > 0) return AHEAD;
  return closes ? OPEN : "";
};

/**
 * The last day in words, 「1月15日（金）必着」 or 「1月15日（金）まで」, or that there is none.
 * @param {Grant} grant
 * @param {Town} directory
 */
export const deadlineWords = (grant, directory) => {
  const rule = grant.rule ? directory.choice("Grant", "rule", grant.rule) : shared.until;
  /** @type {(day: Day) => string} */
  const words = day => compared(day, ALWAYS) ? dayWords(day, directory.today) + rule : shared.without_end;
  return said(grant.closes, words) + (isTyped(grant.closes) && grant.rule ? rule : "");
};

/**
 * How much at most and of what part, in one line.
 * @param {Amount | undefined} amount
 */
export const amountWords = amount => {
  if (!amount) return "";
  const most = amount.most === undefined ? "" : "上限" + said(amount.most, read => showYen(read.amount));
  return joined([most, amount.rate, amount.note]);
};

/**
 * How long applications are still taken: 今日まで, 明日まで, あと12日; nothing where that is not a matter of days.
 * @param {Grant} grant
 * @param {Day} today
 */
export const daysLeft = (grant, today) => {
  const closes = known(grant.closes);
  if (!closes || !compared(closes, ALWAYS) || grantState(grant, today) !== OPEN) return "";
  const days = compared(closes, today);
  return days < shared.days_left.length ? shared.days_left[days] : "あと" + days + "日";
};

/** @type {(grant: Grant, today: Day) => string} */
const asOf = (grant, today) => {
  const left = daysLeft(grant, today);
  return left && today.month + "月" + today.day + "日現在、" + left;
};

/**
 * In which month the next round may be looked for; only of what is said to open every year, on a known day.
 * @param {Grant} grant
 */
export const againWords = grant => {
  const opens = known(grant.opens);
  return grant.yearly === true && opens ? "毎年" + opens.month + "月ごろ受付" : "";
};

/**
 * Who may apply, as short as a list needs it.
 * @param {Grant} grant
 * @param {Town} directory
 */
export const whoWords = (grant, directory) => {
  const eligible = grant.eligible || {};
  const [, years, most, members, registered, note] = eligibleLines(eligible, directory);
  const kinds = directory.labels("kinds", eligible.kinds);
  const named = kinds.length <= shared.named ? kinds.join("・") : kinds[0] + "など" + kinds.length + "種類";
  const others = [named, years, most, members, registered && "登録団体"].filter(Boolean);
  const alone = !others.length && !(grant.fields || []).length && !(grant.areas || []).length;
  return others.concat(note ? [alone ? "条件あり" : "ほかに条件あり"] : []);
};

/** @param {number} count */
const showCount = count => String(count).replace(/(\d)(?=(\d{3})+$)/g, "$1,");

/** @type {(eligible: Eligible, directory: Town) => string[]} */
const eligibleLines = (eligible, directory) => {
  /** @type {(count: Count | undefined, before: string, after: string) => string} */
  const least = (count, before, after) => known(count) === 0 || count === undefined ? "" : before + said(count, showCount) + after;
  return [
    directory.labels("kinds", eligible.kinds).join("、"),
    least(eligible.years, "活動", "年以上"),
    eligible.years_most === undefined ? "" : "活動" + said(eligible.years_most, showCount) + "年以内",
    least(eligible.members, "会員", "人以上"),
    eligible.registered === true ? "センターに登録している団体" : "",
    eligible.note || ""
  ];
};

/**
 * When, how much, for whom and what for: [label, [{text}, …]] each.
 * @param {Grant} grant
 * @param {Town} directory
 * @returns {Fact[]}
 */
export const grantFacts = (grant, directory) => {
  /** @type {(...words: string[]) => {text: string}[]} */
  const lines = (...words) => words.map(text => ({ text }));
  return [
    ["助成する団体", lines(grant.funder || "")],
    ["受付開始", lines(said(grant.opens, day => dayWords(day, directory.today)))],
    ["締切", [{ text: deadlineWords(grant, directory), note: asOf(grant, directory.today) }]],
    ["助成額", lines(amountWords(grant.amount))],
    ["対象になる団体", lines(...eligibleLines(grant.eligible || {}, directory))],
    ["使いみち", lines(grant.purpose || "")],
    ["対象の分野", lines(directory.labels("fields", grant.fields).join("、"))],
    ["対象の地域", lines(directory.labels("areas", grant.areas).join("、"))],
    ["募集の回", lines(joined([grant.round, grant.yearly === true ? "毎年募集" : ""]))]
  ];
};

/**
 * How to reach those who give a grant, its own page first; null where it names no way.
 * @param {Grant} grant
 * @param {Town} directory
 * @returns {ContactView | null}
 */
export const grantContact = (grant, directory) => {
  if (!grant.contact && !grant.url) return null;
  const view = contactView(grant.contact || {}, directory);
  return grant.url ? Object.assign({}, view, { links: [["案内のページ", grant.url], ...view.links] }) : view;
};
