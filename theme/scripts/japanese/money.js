/* Amounts of money, fees and prices: generator/japanese/money.py. */

/**
 * @typedef {import("./expressions.js").Match} Match
 * @typedef {import("./unclear.js").Unclear} Unclear
 * @typedef {{amount: number, unclear?: undefined}} Yen
 * @typedef {{amounts: Record<string, number>, note: string, unclear?: undefined}} Fees  amounts by joining, yearly …
 * @typedef {{amount: number | null, note: string, unclear?: undefined}} Price
 */
import { patterns } from "./expressions.js";
import { closedUp, kanjiNumber, strip } from "./text.js";
import { parser, unclear } from "./unclear.js";
import { money as shared } from "../tables.js";

const {
  ABOUT_MONEY, ALL_FREE, BETWEEN, BRACKETED, CHANGES_AMOUNT, FEE, FEE_AFTER, FIRST_AMOUNT, FREE_PRICE, IF_ANY,
  NO_FEES, NO_FEE_AT_ALL, NO_FEE_LAST, NO_LIMIT, PRICE, REMARK, REMARK_IN_BRACKETS, YEN
} = patterns(shared);

const KINDS = Object.keys(shared.fee_kinds);
/** @param {string} text */
const bare = text => text.replace(/^[¥円]+|[¥円]+$/g, "").replace(/,/g, "");

/** @param {string} written */
function yenOf(written) {
  const value = kanjiNumber(bare(written));
  return value !== null && value < shared.most ? value : null;
}

/** @param {string} plain */
function firstAmount(plain) {
  const match = FIRST_AMOUNT.search(plain.replace(/,/g, ""));
  const value = match ? yenOf(match[0]) : null;
  return value === null ? "1,000円" : showYen(value);
}

/** @param {number} amount */
export const showYen = amount => amount ? String(amount).replace(/(\d)(?=(\d{3})+$)/g, "$1,") + "円" : "無料";

/** @type {(text: string) => Yen | Unclear} */
export const parseYen = parser(text => {
  const plain = closedUp(text);
  if (NO_LIMIT.full(plain)) return unclear("no-limit", text, "上限なし");
  const match = YEN.full(plain);
  const amount = !match ? null : match.free ? 0 : yenOf(match.amount);
  return amount === null ? unclear("money", text, firstAmount(plain)) : { amount };
});

// The fees a text gives by kind, and a note.
/** @type {(text: string) => Fees | Unclear} */
export const parseFees = parser(text => {
  const plain = closedUp(text);
  if (ALL_FREE.full(plain)) return { amounts: { joining: 0, yearly: 0, monthly: 0, per_time: 0 }, note: "" };
  if (NO_FEES.full(plain)) return { amounts: { yearly: 0, monthly: 0 }, note: "" };
  const label = plain.includes("回") ? "1回" : plain.includes("年") ? "年会費" : "月会費";
  return feeParts(plain) || unclear("money", text, label + firstAmount(plain));
});

/** @param {string} plain @returns {Fees | null} */
function feeParts(plain) {
  /** @type {Record<string, number>} */
  const amounts = {};
  const notes = [];
  let position = 0;
  while (position < plain.length) {
    const fee = FEE.match(plain, position) || FEE_AFTER.match(plain, position);
    const note = fee ? null : noteAt(plain, position, Object.keys(amounts).length > 0);
    const step = fee || note || BETWEEN.match(plain, position);
    if (!step || (fee && !added(amounts, fee))) return null;
    if (note) notes.push(strip(note.inside));
    position = step.end;
  }
  return Object.keys(amounts).length || notes.length ? { amounts, note: notes.join("、") } : null;
}

/** @param {string} plain @param {number} position @param {boolean} afterAmount */
function noteAt(plain, position, afterAmount) {
  const bracketed = BRACKETED.match(plain, position);
  if (!bracketed) return REMARK.match(plain, position);
  return afterAmount && REMARK_IN_BRACKETS.full(bracketed.inside) ? bracketed : null;
}

/** @param {Record<string, number>} amounts @param {Match} fee */
function added(amounts, fee) {
  const kind = KINDS.find(name => fee[name]);
  const value = fee.free ? 0 : yenOf(fee.amount);
  if (value === null || !kind || kind in amounts) return false;
  amounts[kind] = value;
  return true;
}

// What an event costs: an amount or null, and a note.
/** @type {(text: string) => Price | Unclear} */
export const parsePrice = parser(text => {
  const plain = closedUp(text);
  if (/^[0-9]+$/.test(plain)) {
    const value = yenOf(plain);
    return value === null ? unclear("money", text, "500円") : { amount: value, note: "" };
  }
  const free = FREE_PRICE.full(plain);
  const aside = free ? free.inside || free.remark || "" : "";
  if (free && !CHANGES_AMOUNT.test(aside)) return { amount: 0, note: aside };
  const price = onePrice(plain);
  if (price) return price;
  if (ABOUT_MONEY.test(plain)) return { amount: null, note: strip(text) };
  return unclear("money", text, "500円（材料費）");
});

/** @param {string} text */
export const isAboutMoney = text => ABOUT_MONEY.test(closedUp(text));

/** @param {string} plain @returns {Price | null} */
function onePrice(plain) {
  const match = PRICE.full(plain);
  const aside = match ? match.inside || match.remark || "" : "";
  if (!match || CHANGES_AMOUNT.test(aside)) return null;
  const value = yenOf(match.amount);
  const tax = (match.tax || "").replace(/^[()]+|[()]+$/g, "");
  return value === null ? null : { amount: value, note: [match.before, tax, match.after, aside].filter(Boolean).join("、") };
}

// Costs in a list as they are said (generator/japanese/money.py).
/** @param {string} written */
export function spelledOut(written) {
  const text = IF_ANY.replace(strip(written), found => found.amount);
  /** @param {import("./expressions.js").Match} found */
  const inWords = found => found.before + shared.no_fees_in_words;
  return NO_FEE_LAST.replace(NO_FEE_AT_ALL.replace(text, inWords), inWords);
}
