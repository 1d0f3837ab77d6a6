/* The page of an event and its card in lists (theme/pages/event.html, generator/pages/event.py). */
import { daysOf, shownDay, timeWords } from "../directory/calendar.js";
import { compared } from "../japanese/calendar.js";
import { weekdayName } from "../japanese/dates.js";
import { isTyped } from "../reading/typed.js";
import { pages_event as shared } from "../tables.js";
import { bookingContact } from "../wording/contacts.js";
import { besideDay, dayWords, occurrenceLine, repeatLine, yearWords } from "../wording/days.js";
import * as words from "../wording/events.js";
import { block, contact, el, facts, link, orGap, photos, prose } from "./elements.js";

/** @typedef {import("../directory/calendar.js").Day} Day */
/** @typedef {import("../directory/calendar.js").Occurrence} Occurrence */
/** @typedef {import("../directory/calendar.js").When} When */
/** @typedef {import("../directory/town.js").Town} Town */
/** @typedef {import("../reading/typed.js").Typed} Typed */
/** @typedef {import("../wording/events.js").Event} Event */
/** @typedef {import("../wording/events.js").Standing} Standing */
/** @typedef {import("./elements.js").Child} Child */
/** @typedef {import("./preview.js").Site} Site */
/**
 * @typedef {{year: string, month: string, day: string, weekday: string, time: string, note: string, until: string}} DayView
 * @typedef {object} View  what an event's page and card show of its days
 * @property {Standing} how
 * @property {import("../directory/town.js").Spot} spot
 * @property {string} state
 * @property {DayView | Typed | null} large
 * @property {DayView | null} card
 * @property {string} note
 * @property {string} former
 * @property {string[]} lines
 * @property {string[]} repeats
 * @property {string} gone
 */

// More days than this are summed up; the rest is on the calendar of the list.
const SHOWN_DAYS = shared.shown_days;

/**
 * The day that stands large, and what belongs to it.
 * @type {(found: Occurrence, first: Day, today: Day) => DayView}
 */
const dayView = (found, first, today) => ({
  year: yearWords(first, today), month: String(first.month), day: String(first.day), weekday: weekdayName(first),
  time: timeWords(found), note: found.only ? found.note : "",
  until: compared(found.first, found.last) ? dayWords(found.last, today) + "まで" : ""
});

/**
 * What stands in the place of the day as long as none is understood.
 * @type {(dates: When[]) => Typed | null}
 */
const typedDay = dates => {
  const typed = dates.map(when => [when.moment, when.start_date, when.repeat].filter(isTyped)
    .map(each => each.typed).join(" ")).find(Boolean);
  return typed ? { typed } : null;
};

/** @type {(event: Event, directory: Town) => View} */
const view = (event, directory) => {
  const today = directory.today;
  const dates = event.dates || [];
  const all = daysOf(dates, today, directory.holidays);
  const how = words.standing(event, all, today);
  const days = how.coming.length ? how.coming : all;
  const series = dates.filter(when => when.repeat);
  const next = how.coming[0] || all[all.length - 1];
  return {
    how, spot: directory.spot(event.place),
    state: words.eventState(event, how, directory),
    large: how.isOff ? null : days.length ? dayView(days[0], days[0].first, today) : typedDay(dates),
    card: next ? dayView(next, shownDay(next, today), today) : null,
    note: days.length === 1 && !series.length && !how.isOff ? besideDay(days[0], today) : "",
    former: how.isOff ? words.formerDay(event, days, today) : "",
    lines: days.slice(0, (series.length ? SHOWN_DAYS : 0) + dates.length - series.length).map(each => occurrenceLine(each, today)),
    repeats: series.map(each => repeatLine(each, today)),
    gone: words.daysGone(all, how, today)
  };
};

/** @type {(event: Event, directory: Town) => HTMLElement} */
const head = (event, directory) => el("header", "record__head", [
  el("span", "kicker", event.kind ? directory.label("event-kinds", event.kind) : ""),
  event.kana && el("p", "kana", event.kana),
  el("h1", "phrased", orGap(event.title, "イベント名")),
  event.part_of && el("p", "record__also", event.part_of),
  el("p", "record__summary", orGap(event.summary, "ひとこと紹介"))
]);

/** @type {(day: DayView | Typed) => HTMLElement} */
const large = day => el("p", "event-when", "typed" in day ? el("span", "event-when__day", day.typed) : [
  el("span", "event-when__day", [
    day.year && el("span", "event-when__year", day.year), el("b", "", day.month), "月", el("b", "", day.day),
    el("span", "nowrap", "日（" + day.weekday + "）"), day.until && [" ", el("span", "nowrap", day.until)]
  ]),
  day.time && el("span", "event-when__time", day.time)
]);

/** @type {(event: Event, how: Standing, directory: import("../directory/town.js").Town) => Child} */
const booking = (event, how, directory) => {
  const given = event.booking || {};
  const rows = words.bookingRows(given, how, directory);
  const ways = bookingContact(given, how.isBookable);
  if (!rows.length && !ways) return null;
  return el("div", "record__side", el("section", "join", [
    el("h2", "", how.isPast || how.isOff ? "問い合わせ" : "申し込み"),
    rows.map(row => el("p", row[0] === "締切" ? "deadline" : "", [row[0] !== "申し込み" && [el("span", "soft", row[0]), "　"], row[1]])),
    ways && contact(ways, null)
  ]));
};

/** @type {(shown: View) => Child} */
const schedule = shown => (shown.lines.length > 1 || shown.repeats.length > 0 || shown.gone)
  && block(shown.former ? "もとの予定" : "日程", [
    shown.repeats.map(each => el("p", "", each)),
    el("ul", "days", shown.lines.map(each => el("li", "", each))),
    shown.gone && el("p", "soft", "終わった回：" + shown.gone)
  ]);

/**
 * What the page of an event has, from top to bottom. `site`: {directory, root}.
 * @param {Event} event
 * @param {Site} site
 * @returns {Child}
 */
export const page = (event, site) => {
  const directory = site.directory;
  const shown = view(event, directory);
  const described = event.description || (event.photos || []).length > 0;
  const over = shown.how.isPast && !shown.how.isOff;
  return [
    over ? el("p", "notice", "このイベントは終わりました。") : shown.state && el("p", "notice notice--stop", shown.state),
    el("article", "record", [
      head(event, directory),
      el("div", "record__top", [
        el("div", "record__main", [
          shown.large && large(shown.large),
          shown.note && el("p", "event-note", shown.note),
          shown.former && el("p", "event-former", shown.former),
          facts(words.eventFacts(event, directory), [])
        ]),
        booking(event, shown.how, directory)
      ]),
      el("div", "record__main", [
        described && block("内容", [photos(event.photos, site.root), prose(event.description)]), schedule(shown)
      ])
    ])
  ];
};

/** @type {(day: DayView) => Child} */
const dateOf = day => [
  day.year && el("span", "date__year", day.year), el("span", "date__month", day.month + "月"),
  el("span", "date__day", day.day), el("span", "date__weekday", "（" + day.weekday + "）")
];

/**
 * An event in a list.
 * @param {Event} event
 * @param {Site} site
 * @returns {Child}
 */
export const card = (event, site) => {
  const directory = site.directory;
  const shown = view(event, directory);
  const day = shown.card;
  const fee = words.feeLine(event.fee);
  return el("li", "event" + (shown.how.isOff ? " event--off" : ""), [
    el("div", "date", day ? dateOf(day) : el("span", "date__month", "未定")),
    el("div", "", [
      el("span", "kicker", event.kind ? directory.label("event-kinds", event.kind) : ""),
      shown.state && [" ", el("span", "state", shown.state)],
      el("h3", "event__title", link(orGap(event.title, "イベント名"), "")),
      el("p", "event__when", [day && day.time, day && day.until && " " + day.until, "　" + words.placeWords(event, shown.spot)]),
      day && day.note && el("p", "event__note", day.note),
      el("p", "event__who", [(event.organizer || []).map(each => directory.organizer(each).text).join("、"), fee && "　" + fee])
    ])
  ]);
};
