/* An event in words: how it stands for those who would come, where, what it costs, how to book (generator/wording/events.py). */
import { lasts } from "../directory/calendar.js";
import { compared } from "../japanese/calendar.js";
import { showYen } from "../japanese/money.js";
import { isTyped, known, said } from "../reading/typed.js";
import { directory_model, wording_events as shared } from "../tables.js";
import { dayWords, occurrenceLine } from "./days.js";

/** @typedef {import("../directory/calendar.js").Day} Day */
/** @typedef {import("../directory/calendar.js").Occurrence} Occurrence */
/** @typedef {import("../directory/calendar.js").When} When */
/** @typedef {import("../directory/town.js").Spot} Spot */
/** @typedef {import("../directory/town.js").Town} Town */
/** @typedef {import("./groups.js").Fact} Fact */
/** @typedef {import("./groups.js").Line} Line */
/** @typedef {import("./openings.js").Row} Row */
/**
 * @template T
 * @typedef {import("../reading/typed.js").Answer<T>} Answer
 */
/** @typedef {import("./contacts.js").Ways & {required?: Answer<boolean>, opens?: Answer<Day>, closes?: Answer<Day>, rule?: string, how?: string}} Booking */
/** @typedef {{amount?: Answer<{amount: number}>, note?: string}} Fee */
/**
 * @typedef {{title?: string, kana?: string, part_of?: string, summary?: string, description?: string, kind?: string,
 *   status?: string, dates?: When[], place?: string, address?: string, online?: string, fee?: Fee, audience?: string[],
 *   audience_note?: string, capacity?: Answer<number>, capacity_note?: string, rain?: string, organizer?: string[],
 *   accessibility?: string[], languages?: string[], booking?: Booking, photos?: import("./groups.js").Photo[]}} Event
 */
/**
 * @typedef {{coming: Occurrence[], goesOn: boolean, isOff: boolean, isPast: boolean, isFull: boolean, isClosed: boolean,
 *   isBookable: boolean}} Standing
 */

const CLOSED = shared.closed;
const { off } = directory_model;
/** @type {(parts: (string | undefined)[], sign: string) => string} */
const joined = (parts, sign) => parts.filter(Boolean).join(sign);

/**
 * How an event stands for those who would come. Dates of which a part is not understood, or none at all, are no reason
 * to call it over.
 * @param {Event} event
 * @param {Occurrence[]} days
 * @param {Day} today
 * @returns {Standing}
 */
export const standing = (event, days, today) => {
  const dates = event.dates || [];
  const closes = known((event.booking || {}).closes);
  const untold = !dates.length || dates.some(when => [when.moment, when.repeat, when.start_date, when.end_date].some(isTyped));
  const coming = days.filter(each => compared(each.last, today) >= 0);
  const isOff = off.includes(event.status || "");
  const goesOn = coming.length > 0 || lasts(dates, today);
  const how = {
    coming, goesOn, isOff,
    isPast: !goesOn && !untold && event.status !== "postponed",
    isFull: event.status === "full",
    isClosed: closes !== null && compared(closes, today) < 0
  };
  return Object.assign(how, { isBookable: !(how.isPast || how.isOff || how.isFull || how.isClosed) });
};

/**
 * The word above an event's title when one cannot simply come.
 * @param {Event} event
 * @param {Standing} how
 * @param {Town} directory
 */
export const eventState = (event, how, directory) => {
  if (event.status && event.status !== "scheduled") return directory.choice("Event", "status", event.status);
  return how.isClosed && !how.isPast ? CLOSED : "";
};

/** @type {(booking: Booking, how: Standing) => string} */
const whether = (booking, how) => {
  if (how.isPast || how.isOff) return "";
  if (how.isFull) return "満席などのため、新しい申し込みは受け付けていません";
  if (how.isClosed) return "申し込みの受付は終わりました";
  return said(booking.required, needed => needed ? "申し込みが必要です" : "申し込みは要りません");
};

/**
 * Whether and how to book, a label and words each; what no longer holds is not said.
 * @param {Booking} booking
 * @param {Standing} how
 * @param {import("../directory/town.js").Town} directory
 * @returns {Row[]}
 */
export const bookingRows = (booking, how, directory) => {
  /** @type {(day: Answer<Day> | undefined) => string} */
  const words = day => said(day, read => dayWords(read, directory.today));
  const rule = booking.rule ? directory.choice("Booking", "rule", booking.rule) : "";
  const ended = how.isClosed && !how.isOff && !how.isPast ? words(booking.closes) + "まででした" : "";
  /** @type {Row[]} */
  const rows = [
    ["申し込み", whether(booking, how)],
    ["受付開始", how.isBookable ? words(booking.opens) : ""],
    ["締切", ended || (how.isBookable && words(booking.closes) ? words(booking.closes) + rule : "")],
    [how.isBookable ? "方法" : "もとの案内", booking.how || ""]
  ];
  return rows.filter(row => row[1]);
};

/**
 * What an event costs, in one line.
 * @param {Fee | undefined} fee
 */
export const feeLine = fee => {
  const amount = fee ? said(fee.amount, read => showYen(read.amount)) : "";
  const note = fee && fee.note || "";
  return amount && note ? amount + "（" + note + "）" : amount || note;
};

/**
 * Where an event takes place, in a few words.
 * @param {Event} event
 * @param {Spot} spot
 */
export const placeWords = (event, spot) => {
  if (spot.text && event.status !== "moved-online") return spot.text;
  return event.online || spot.text ? "オンライン" : "";
};

/**
 * The day that was planned for an event that is off.
 * @param {Event} event
 * @param {Occurrence[]} days
 * @param {Day} today
 */
export const formerDay = (event, days, today) => {
  if (!days.length) return "";
  const more = days.length > 1 || (event.dates || []).some(when => when.repeat) ? "ほか" : "";
  return "もとの予定：" + occurrenceLine(days[0], today) + more;
};

/**
 * The days of a running event that are over, as far as they were written down one by one.
 * @param {Occurrence[]} days
 * @param {Standing} how
 * @param {Day} today
 */
export const daysGone = (days, how, today) => {
  const gone = how.goesOn ? days.filter(each => how.coming.indexOf(each) < 0 && !each.recurring) : [];
  return gone.map(each => occurrenceLine(each, today)).join("、");
};

/** @type {(event: Event, spot: Spot) => Line[]} */
const where = (event, spot) => {
  /** @type {Line[]} */
  const lines = [];
  if (spot.text && event.status === "moved-online") {
    lines.push({ text: "オンライン", note: "もとの会場は" + spot.text + "でした" });
  } else if (spot.text) {
    lines.push({ text: spot.text, url: spot.url, note: event.address || spot.address });
    if (spot.map) lines.push({ text: "地図を開く", url: "map" });
  } else if (event.address) {
    lines.push({ text: event.address });
  }
  return lines.concat(event.online ? { text: "オンラインで参加する", url: event.online } : []);
};

/**
 * Where an event is, what it costs, for whom it is, who holds it: [label, [{text, url, note}, …]] each.
 * @param {Event} event
 * @param {Town} directory
 * @returns {Fact[]}
 */
export const eventFacts = (event, directory) => {
  /** @type {(words: string) => Line[]} */
  const lines = words => [{ text: words }];
  const labels = directory.labels;
  const capacity = said(event.capacity, count => count + "人");
  return [
    ["場所", where(event, directory.spot(event.place))],
    ["参加費", lines(feeLine(event.fee))],
    ["対象", lines(joined(labels("audiences", event.audience).concat(event.audience_note || ""), "、"))],
    ["定員", lines(joined([capacity, event.capacity_note], "　"))],
    ["雨のとき", lines(event.rain || "")],
    ["主催", (event.organizer || []).map(directory.organizer)],
    ["バリアフリー対応", lines(labels("accessibility", event.accessibility).join("、"))],
    ["話せる言葉", lines(labels("languages", event.languages).join("、"))]
  ];
};
