/* Times of day and moments: generator/japanese/times.py and moments.py in the browser.
 *
 * A time is minutes after midnight; a span is {start, end or null, next: whether it ends on the next day}.
 */
(function (root) {
  "use strict";

  var NOON = 12 * 60;
  var DAY = 24 * 60;
  var MORNING = "午前";
  var AFTERNOON = "午後";

  /* ---- times of day ------------------------------------------------------------------------------------------- */

  root.HirobaCheck.parts.push(function (kit) {
    var words = kit.table.times;

    kit.parseTime = kit.parser(function (text) {
      var match = kit.pattern("times.one_time").full(kit.compact(text));
      var clock = match ? clockOf(match, "1") : null;
      if (!clock || clock.nextDay) return kit.unclear("time", text, retyped(text, kit.parseTime) || words.example);
      if (isDoubtful(clock)) return kit.unclear("ambiguous-time", text, likely(clock));
      var minutes = minutesOf(clock);
      return minutes < DAY ? { minutes: minutes } : kit.unclear("time", text, "23:59");
    });

    kit.parseTimeRange = kit.parser(function (text) {
      var match = kit.pattern("times.whole_range").full(kit.compact(text));
      if (match) return readRange(match, text);
      var better = retyped(text, kit.parseTimeRange) || firstRange(text) || words.example_range;
      return kit.unclear("time", text, better);
    });

    function retyped(text, parse) {
      var plain = kit.compact(text);
      var fixed = kit.withColons(plain);
      return fixed === plain || parse(fixed).unclear ? "" : fixed;
    }

    function firstRange(text) {
      var spans = kit.pattern("moments.range").all(kit.compact(text)).map(function (m) { return readRange(m, m[0]); });
      var clear = spans.filter(function (span) { return !span.unclear; })[0];
      return clear ? kit.showRange(clear) : "";
    }

    kit.withColons = function (plain) {
      var colon = function (m) { return m[1] + ":" + m[2]; };
      var dotted = kit.pattern("times.dotted").replace(plain, colon);
      return kit.pattern("times.four_digits").replace(dotted, colon);
    };

    function clockOf(match, tag) {
      var nextDay = match["next" + tag] !== undefined;
      if (match["noon" + tag]) return { half: AFTERNOON, hour: 0, minute: 0, certain: true, nextDay: nextDay };
      var part = kit.strip((match["half" + tag] || match["after" + tag] || "").replace(/\./g, "")).replace(/^お/, "");
      var written = match["hour" + tag];
      var hour = kit.number(written), minute = writtenMinute(match, tag);
      var known = words.parts[part] || [[0, 30], ""];
      var half = known[1];
      if (part === "昼" && hour === 12) {
        hour = 0;
        half = AFTERNOON;
      } else if (!(hour >= known[0][0] && hour < known[0][1])) {
        return null;
      }
      var certain = (written[0] === "0" && written.length === 2) || hour > 12 || hour === 0;
      return minute < 60 ? { half: half, hour: hour, minute: minute, certain: certain, nextDay: nextDay } : null;
    }

    function writtenMinute(match, tag) {
      var written = match["colon" + tag] || match["minute" + tag] || "0";
      return written === "半" ? 30 : kit.number(written.replace(/分$/, ""));
    }

    function literal(clock) { return clock.hour * 60 + clock.minute; }
    function isDoubtful(clock) { return !clock.half && clock.hour >= 1 && clock.hour <= 5 && !clock.certain; }
    function minutesOf(clock) { return literal(clock) + (clock.half === AFTERNOON && clock.hour < 12 ? NOON : 0); }
    function likely(clock) { return kit.showTime((literal(clock) + NOON) % DAY); }
    function range(start, end, next) { return { start: start % DAY, end: end === null ? null : end % DAY, next: Boolean(next) }; }

    function readRange(match, text) {
      var start = clockOf(match, "1");
      var hasEnd = Boolean(match.hour2 || match.noon2);
      var end = hasEnd ? clockOf(match, "2") : null;
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
      var byClock = !start.half && !end.half && end.certain;
      var byOrder = start.half === AFTERNOON && end.half !== MORNING && end.hour >= 1 && end.hour <= 11;
      return isDoubtful(start) && !(byClock || byOrder);
    }

    function endIsDoubtful(start, end) {
      return end.hour === 12 && Boolean(end.half || start.half === AFTERNOON) && minutesOf(start) >= NOON;
    }

    function endMinutes(start, end) {
      var inherits = !end.half && start.half === AFTERNOON && end.hour < 12 && !end.nextDay;
      return inherits ? literal(end) + NOON : minutesOf(end);
    }

    function closedRange(start, end, text) {
      var first = minutesOf(start);
      var last = endMinutes(start, end) + (end.nextDay ? DAY : 0);
      if (last <= first || last > first + DAY) {
        // Of 14:00-12:00 nobody can say which of the two was mistyped.
        return kit.unclear("end-before-start", text, end.hour === 12 ? "" : likelyRange(start, end));
      }
      return range(first, last, last >= DAY);
    }

    function likelyRange(start, end) {
      var first = start.hour === 12 ? NOON + start.minute : minutesOf(start);
      if (start.hour !== 12 && isDoubtful(start)) first += NOON;
      var last = end.hour === 12 ? NOON + end.minute : endMinutes(start, end) % DAY;
      if (last === first) return kit.showRange(range(first, null));
      if (last < first) last = (last + NOON) % DAY;
      return kit.showRange(range(first, last, last <= first));
    }

    kit.showTime = function (minutes) {
      var hour = Math.floor(minutes / 60);
      return (hour >= 1 && hour <= 5 ? kit.pad(hour, 2) : hour) + ":" + kit.pad(minutes % 60, 2);
    };

    kit.showRange = function (span) {
      if (span.end === null) return kit.showTime(span.start) + "〜";
      var end = span.next ? (span.end === 0 ? "24:00" : "翌" + kit.showTime(span.end)) : kit.showTime(span.end);
      return kit.showTime(span.start) + "〜" + end;
    };

    kit.sameRange = function (a, b) { return a.start === b.start && a.end === b.end && a.next === b.next; };
  });

  /* ---- moments --------------------------------------------------------------------------------------------------- */

  root.HirobaCheck.parts.push(function (kit) {
    var words = kit.table.moments;

    kit.parseMoment = kit.parser(function (text) {
      var plain = kit.compact(text);
      var match = kit.pattern("moments.first").match(plain);
      if (!match) return kit.unclear("date", text, words.example);
      var first = kit.readDate(match, text, null);
      if (first.unclear) return inContext(first, plain, match.index, match.end);
      var span = lastDay(plain, match.end, first, text);
      return span.unclear ? span : withTimes(first, span.last, span.end, plain, text);
    });

    function inContext(problem, plain, start, end) {
      var fixed = kit.strip(plain.slice(0, start) + problem.suggestion + " " + kit.strip(plain.slice(end)));
      if (kit.parseMoment(fixed).unclear) return problem;
      return kit.unclear(problem.rule, problem.text, fixed, problem.facts);
    }

    function lastDay(plain, position, first, text) {
      var link = kit.pattern("moments.to").match(plain, position);
      if (!link || !leadsOn(plain, link)) return { last: first, end: position };
      var whole = kit.pattern("moments.first").match(plain, link.end);
      var short = whole ? null : kit.pattern("moments.short_day").match(plain, link.end);
      var found = whole || short;
      if (!found) return { last: first, end: position };
      var last = whole ? wholeLastDay(whole, first, text) : shortLastDay(short, first, text);
      if (last.unclear) return inContext(last, plain, link.end, found.end);
      var days = kit.compared(last, first);
      if (days < 0 || days > words.day_limit) {
        return kit.unclear("end-before-start", text, kit.iso(last) + "/" + kit.iso(first));
      }
      if (link.and && days !== 1) return kit.unclear("date", text, "", { apart: kit.iso(first) + "、" + kit.iso(last) });
      return { last: last, end: found.end };
    }

    function leadsOn(plain, link) {
      var needed = words.before_sign[link.to || ""];
      return !needed || kit.pattern(needed).test(plain.slice(0, link.index + link[0].indexOf(link.to)));
    }

    function wholeLastDay(match, first, text) {
      return kit.readDate(match, text, first.year + (kit.number(match.month) < first.month ? 1 : 0));
    }

    function shortLastDay(match, first, text) {
      var noted = match.weekday ? "（" + match.weekday + "）" : "";
      var found = kit.parseDate(first.year + "年" + first.month + "月" + kit.number(match.day) + "日" + noted);
      return found.unclear ? kit.unclear(found.rule, text, found.suggestion, found.facts) : found;
    }

    function withTimes(first, last, position, plain, text) {
      var between = kit.pattern("moments.between").match(plain, position);
      var written = plain.slice(between ? between.end : position);
      var rest = written.replace(/^[()]+|[()]+$/g, "");
      if (!rest) return { first: first, last: last, times: null };
      var times = kit.parseTimeRange(rest);
      if (!times.unclear) return { first: first, last: last, times: times };
      var named = kit.compared(first, last) ? kit.iso(first) + "/" + kit.iso(last) : kit.iso(first);
      var repeat = kit.compared(first, last) || kit.pattern("moments.comes_round").test(rest) ? kit.seriesIn(written) : "";
      if (repeat) return kit.unclear("repeat-in-moment", text, kit.withTimes(repeat, "", ""), { span: named.replace("/", "〜") });
      var likely = likelyTimes(times, rest);
      // Days or times that the help would not name make it say something else.
      var whole = kit.mentions(kit.compact(likely.text)) === kit.mentions(rest);
      var beside = times.rule !== "time" ? "" : whole ? likely.left : rest;
      return kit.unclear(times.rule, text, whole ? named + likely.text : "", beside ? { beside: beside } : {});
    }

    // {text, left}: the times to suggest after a day, and what they leave.
    function likelyTimes(times, rest) {
      if (times.rule !== "time") {
        var clear = kit.parseTimeRange(times.suggestion);
        return { text: clear.unclear ? "" : " " + kit.showRange(clear), left: "" };
      }
      var match = kit.pattern("moments.range").search(rest);
      var found = match ? kit.readRange(match, rest) : null;
      if (!found || found.unclear) return { text: "", left: bare(rest) };
      var left = [bare(rest.slice(0, match.index)), bare(rest.slice(match.end))].filter(Boolean);
      return { text: " " + kit.showRange(found), left: left.join("、") };
    }

    function bare(text) {
      var letters = Array.from(text), first = 0, last = letters.length;
      while (first < last && words.around.indexOf(letters[first]) >= 0) first += 1;
      while (last > first && words.around.indexOf(letters[last - 1]) >= 0) last -= 1;
      return letters.slice(first, last).join("");
    }

    kit.showMoment = function (moment) {
      var days = kit.showDate(moment.first);
      if (kit.compared(moment.first, moment.last)) days += "〜" + kit.showDate(moment.last);
      return days + (moment.times ? kit.showRange(moment.times) : "");
    };
  });
})(typeof self !== "undefined" ? self : this);
