/* Times of day and moments: generator/japanese/times.py and moments.py in the browser.
 *
 * A time is minutes after midnight; a span is {start, end or null, next: whether it ends on the next day}.
 */
import { HirobaCheck } from "./text.js";

const NOON = 12 * 60;
const DAY = 24 * 60;
const MORNING = "午前";
const AFTERNOON = "午後";

/* ---- times of day ------------------------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  const words = kit.table.times;

  kit.parseTime = kit.parser(text => {
    const match = kit.pattern("times.one_time").full(kit.compact(text));
    const clock = match ? clockOf(match, "1") : null;
    if (!clock || clock.nextDay) return kit.unclear("time", text, retyped(text, kit.parseTime) || words.example);
    if (isDoubtful(clock)) return kit.unclear("ambiguous-time", text, likely(clock));
    const minutes = minutesOf(clock);
    return minutes < DAY ? { minutes } : kit.unclear("time", text, "23:59");
  });

  kit.parseTimeRange = kit.parser(text => {
    const match = kit.pattern("times.whole_range").full(kit.compact(text));
    if (match) return readRange(match, text);
    const better = retyped(text, kit.parseTimeRange) || firstRange(text) || words.example_range;
    return kit.unclear("time", text, better);
  });

  function retyped(text, parse) {
    const plain = kit.compact(text);
    const fixed = kit.withColons(plain);
    return fixed === plain || parse(fixed).unclear ? "" : fixed;
  }

  function firstRange(text) {
    const spans = kit.pattern("moments.range").all(kit.compact(text)).map(m => readRange(m, m[0]));
    const clear = spans.filter(span => !span.unclear)[0];
    return clear ? kit.showRange(clear) : "";
  }

  kit.withColons = plain => {
    const colon = m => m[1] + ":" + m[2];
    const dotted = kit.pattern("times.dotted").replace(plain, colon);
    return kit.pattern("times.four_digits").replace(dotted, colon);
  };

  function clockOf(match, tag) {
    const nextDay = match["next" + tag] !== undefined;
    if (match["noon" + tag]) return { half: AFTERNOON, hour: 0, minute: 0, certain: true, nextDay };
    const part = kit.strip((match["half" + tag] || match["after" + tag] || "").replace(/\./g, "")).replace(/^お/, "");
    const written = match["hour" + tag];
    let hour = kit.number(written);
    const minute = writtenMinute(match, tag);
    const known = words.parts[part] || [[0, 30], ""];
    let half = known[1];
    if (part === "昼" && hour === 12) {
      hour = 0;
      half = AFTERNOON;
    } else if (!(hour >= known[0][0] && hour < known[0][1])) {
      return null;
    }
    const certain = (written[0] === "0" && written.length === 2) || hour > 12 || hour === 0;
    return minute < 60 ? { half, hour, minute, certain, nextDay } : null;
  }

  function writtenMinute(match, tag) {
    const written = match["colon" + tag] || match["minute" + tag] || "0";
    return written === "半" ? 30 : kit.number(written.replace(/分$/, ""));
  }

  function literal(clock) { return clock.hour * 60 + clock.minute; }
  function isDoubtful(clock) { return !clock.half && clock.hour >= 1 && clock.hour <= 5 && !clock.certain; }
  function minutesOf(clock) { return literal(clock) + (clock.half === AFTERNOON && clock.hour < 12 ? NOON : 0); }
  function likely(clock) { return kit.showTime((literal(clock) + NOON) % DAY); }
  function range(start, end, next) { return { start: start % DAY, end: end === null ? null : end % DAY, next: Boolean(next) }; }

  function readRange(match, text) {
    const start = clockOf(match, "1");
    const hasEnd = Boolean(match.hour2 || match.noon2);
    const end = hasEnd ? clockOf(match, "2") : null;
    if (!start || start.hour > 23 || start.nextDay || (hasEnd && !end)) {
      return kit.unclear("time", text, words.example_range);
    }
    if (!end) {
      if (isDoubtful(start)) return kit.unclear("ambiguous-time", text, likely(start) + "〜");
      return range(minutesOf(start), null);
    }
    if (startIsDoubtful(start, end) || endIsDoubtful(start, end)) {
      return kit.unclear("ambiguous-time", text, likelyRange(start, end));
    }
    return closedRange(start, end, text);
  }
  kit.readRange = readRange;

  function startIsDoubtful(start, end) {
    const byClock = !start.half && !end.half && end.certain;
    const byOrder = start.half === AFTERNOON && end.half !== MORNING && end.hour >= 1 && end.hour <= 11;
    return isDoubtful(start) && !(byClock || byOrder);
  }

  function endIsDoubtful(start, end) {
    return end.hour === 12 && Boolean(end.half || start.half === AFTERNOON) && minutesOf(start) >= NOON;
  }

  function endMinutes(start, end) {
    const inherits = !end.half && start.half === AFTERNOON && end.hour < 12 && !end.nextDay;
    return inherits ? literal(end) + NOON : minutesOf(end);
  }

  function closedRange(start, end, text) {
    const first = minutesOf(start);
    const last = endMinutes(start, end) + (end.nextDay ? DAY : 0);
    if (last <= first || last > first + DAY) {
      // Of 14:00-12:00 nobody can say which of the two was mistyped.
      return kit.unclear("end-before-start", text, end.hour === 12 ? "" : likelyRange(start, end));
    }
    return range(first, last, last >= DAY);
  }

  function likelyRange(start, end) {
    let first = start.hour === 12 ? NOON + start.minute : minutesOf(start);
    if (start.hour !== 12 && isDoubtful(start)) first += NOON;
    let last = end.hour === 12 ? NOON + end.minute : endMinutes(start, end) % DAY;
    if (last === first) return kit.showRange(range(first, null));
    if (last < first) last = (last + NOON) % DAY;
    return kit.showRange(range(first, last, last <= first));
  }

  kit.showTime = minutes => {
    const hour = Math.floor(minutes / 60);
    return (hour >= 1 && hour <= 5 ? kit.pad(hour, 2) : hour) + ":" + kit.pad(minutes % 60, 2);
  };

  kit.showRange = span => {
    if (span.end === null) return kit.showTime(span.start) + "〜";
    const end = span.next ? (span.end === 0 ? "24:00" : "翌" + kit.showTime(span.end)) : kit.showTime(span.end);
    return kit.showTime(span.start) + "〜" + end;
  };

  kit.sameRange = (a, b) => a.start === b.start && a.end === b.end && a.next === b.next;
});

/* ---- moments --------------------------------------------------------------------------------------------------- */

HirobaCheck.parts.push(kit => {
  const words = kit.table.moments;

  kit.parseMoment = kit.parser(text => {
    const plain = kit.compact(text);
    const match = kit.pattern("moments.first").match(plain);
    if (!match) return kit.unclear("date", text, words.example);
    const first = kit.readDate(match, text, null);
    if (first.unclear) return inContext(first, plain, match.index, match.end);
    const span = lastDay(plain, match.end, first, text);
    return span.unclear ? span : withTimes(first, span.last, span.end, plain, text);
  });

  function inContext(problem, plain, start, end) {
    const fixed = kit.strip(plain.slice(0, start) + problem.suggestion + " " + kit.strip(plain.slice(end)));
    if (kit.parseMoment(fixed).unclear) return problem;
    return kit.unclear(problem.rule, problem.text, fixed, problem.facts);
  }

  function lastDay(plain, position, first, text) {
    const link = kit.pattern("moments.to").match(plain, position);
    if (!link || !leadsOn(plain, link)) return { last: first, end: position };
    const whole = kit.pattern("moments.first").match(plain, link.end);
    const short = whole ? null : kit.pattern("moments.short_day").match(plain, link.end);
    const found = whole || short;
    if (!found) return { last: first, end: position };
    const last = whole ? wholeLastDay(whole, first, text) : shortLastDay(short, first, text);
    if (last.unclear) return inContext(last, plain, link.end, found.end);
    const days = kit.compared(last, first);
    if (days < 0 || days > words.day_limit) {
      return kit.unclear("end-before-start", text, kit.iso(last) + "/" + kit.iso(first));
    }
    if (link.and && days !== 1) return kit.unclear("date", text, "", { apart: kit.iso(first) + "、" + kit.iso(last) });
    return { last, end: found.end };
  }

  function leadsOn(plain, link) {
    const needed = words.before_sign[link.to || ""];
    return !needed || kit.pattern(needed).test(plain.slice(0, link.index + link[0].indexOf(link.to)));
  }

  function wholeLastDay(match, first, text) {
    return kit.readDate(match, text, first.year + (kit.number(match.month) < first.month ? 1 : 0));
  }

  function shortLastDay(match, first, text) {
    const noted = match.weekday ? "（" + match.weekday + "）" : "";
    const found = kit.parseDate(first.year + "年" + first.month + "月" + kit.number(match.day) + "日" + noted);
    return found.unclear ? kit.unclear(found.rule, text, found.suggestion, found.facts) : found;
  }

  function withTimes(first, last, position, plain, text) {
    const between = kit.pattern("moments.between").match(plain, position);
    const written = plain.slice(between ? between.end : position);
    const rest = written.replace(/^[()]+|[()]+$/g, "");
    if (!rest) return { first, last, times: null };
    const times = kit.parseTimeRange(rest);
    if (!times.unclear) return { first, last, times };
    const named = kit.compared(first, last) ? kit.iso(first) + "/" + kit.iso(last) : kit.iso(first);
    const repeat = kit.compared(first, last) || kit.pattern("moments.comes_round").test(rest) ? kit.seriesIn(written) : "";
    if (repeat) return kit.unclear("repeat-in-moment", text, kit.withTimes(repeat, "", ""), { span: named.replace("/", "〜") });
    const likely = likelyTimes(times, rest);
    // Days or times that the help would not name make it say something else.
    const whole = kit.mentions(kit.compact(likely.text)) === kit.mentions(rest);
    const beside = times.rule !== "time" ? "" : whole ? likely.left : rest;
    return kit.unclear(times.rule, text, whole ? named + likely.text : "", beside ? { beside } : {});
  }

  // {text, left}: the times to suggest after a day, and what they leave.
  function likelyTimes(times, rest) {
    if (times.rule !== "time") {
      const clear = kit.parseTimeRange(times.suggestion);
      return { text: clear.unclear ? "" : " " + kit.showRange(clear), left: "" };
    }
    const match = kit.pattern("moments.range").search(rest);
    const found = match ? kit.readRange(match, rest) : null;
    if (!found || found.unclear) return { text: "", left: bare(rest) };
    const left = [bare(rest.slice(0, match.index)), bare(rest.slice(match.end))].filter(Boolean);
    return { text: " " + kit.showRange(found), left: left.join("、") };
  }

  function bare(text) {
    const letters = Array.from(text);
    let first = 0;
    let last = letters.length;
    while (first < last && words.around.indexOf(letters[first]) >= 0) first += 1;
    while (last > first && words.around.indexOf(letters[last - 1]) >= 0) last -= 1;
    return letters.slice(first, last).join("");
  }

  kit.showMoment = moment => {
    let days = kit.showDate(moment.first);
    if (kit.compared(moment.first, moment.last)) days += "〜" + kit.showDate(moment.last);
    return days + (moment.times ? kit.showRange(moment.times) : "");
  };
});
