/* The help for a recurrence that is not understood: generator/japanese/mentions.py and nearest.py in the browser. */
import { HirobaCheck } from "./text.js";

HirobaCheck.parts.push(kit => {
  const words = kit.table.mentions;
  const weekdays = kit.table.dates.weekdays;

  // Which days and times a compact text speaks of at all, as one text that can be compared.
  kit.mentions = plain => {
    const written = kit.withColons(kit.pattern("mentions.building").replace(plain, "\n"));
    const times = spans(written);
    const rest = kit.pattern("mentions.clock").replace(written, "\n");
    const named = words.named.concat(times.length ? [] : words.named_parts).filter(pair => kit.pattern(pair[1]).test(rest));
    const days = kit.pattern("mentions.no_weekday").replace(kit.pattern("mentions.month").replace(rest, "\n"), m => m[0].indexOf("曜") < 0 ? "\n" : "");
    const on = kit.pattern("mentions.daily").test(rest) ? [0, 1, 2, 3, 4, 5, 6] : [];
    kit.pattern("mentions.weekdays_to").all(days).forEach(match => {
      const first = weekdays.indexOf(match.first), last = weekdays.indexOf(match.last);
      for (let day = first; day < last + (last >= first ? 1 : 8); day += 1) on.push(day % 7);
    });
    Array.from(days).forEach(letter => { if (weekdays.indexOf(letter) >= 0) on.push(weekdays.indexOf(letter)); });
    return JSON.stringify([
      Array.from(new Set(times.map(each => JSON.stringify(each)))).sort(),
      kit.sorted(numbers(rest)),
      kit.sorted(on),
      named.map(pair => pair[0]),
    ]);
  };

  function spans(written) {
    const found = [];
    let end = 0;
    kit.pattern("mentions.clock").all(written).forEach(match => {
      const last = found[found.length - 1];
      if (last && last.length === 1 && kit.pattern("mentions.leads_to").full(written.slice(end, match.index))) {
        last.push(time(match));
      } else {
        found.push([time(match)]);
      }
      end = match.end;
    });
    return found;
  }

  function time(match) {
    const minute = match.colon || match.minute || "0";
    const hour = match.hour ? kit.number(match.hour) : 12;
    return [((hour % 12) + 12) % 12, minute === "半" ? 30 : kit.number(minute.replace(/分$/, ""))];
  }

  function numbers(rest) {
    const found = kit.pattern("mentions.number").all(rest).map(m => kit.number(m[0]));
    kit.pattern("mentions.span").all(rest).forEach(match => {
      const first = kit.number(match.first);
      const last = kit.number(match.last);
      let n;
      for (n = first; n <= last; n += 1) found.push(n);
      if (first > last && match.month) {
        for (n = first; n < 13; n += 1) found.push(n);
        for (n = 1; n <= last; n += 1) found.push(n);
      }
    });
    return found;
  }
});

HirobaCheck.parts.push(kit => {
  const words = kit.table.nearest;

  kit.oneLine = text => kit.strip(kit.pattern("nearest.spaces").replace(text, " "));

  function withoutMarks(text) { return text.replace(/[\ue000-\ue1ff]/g, ""); }

  // {text, left}: what would be understood, and what of the text it leaves out; if need be all of it kept in words.
  kit.nearest = (text, parts, problem) => {
    const found = parts && kit.length(text) <= words.longest ? likely(text, parts, problem) : null;
    return found || { text: inWords(text), left: "" };
  };

  function inWords(text) {
    const prefix = kit.table.patterns.in_words;
    const plain = withoutMarks(kit.oneLine(text));
    return plain && kit.length(plain) <= kit.table.unclear.limit - prefix.length ? prefix + plain : words.example;
  }

  function likely(text, parts, problem) {
    if (kit.pattern("exceptions.takes_away").test(parts.body)) return null;
    const meant = kit.mentions(kit.compact(kit.inJapanese(text)));
    const marks = kit.pattern("remarks.mark").all(parts.body);
    const every = marks.map(m => kit.saidAt(parts.noted.marked, m[0])).concat(parts.notes);
    const kept = every.filter(note => kit.exceptionsOf([note]) !== null);
    const blocked = every.filter(note => kit.exceptionsOf([note]) === null);
    const body = withoutMarks(problem ? kit.compact(problem.suggestion) : parts.body) + blocked.map(kit.compact).join("");
    const ordinal = m => "第" + m[1];
    const known = knownOf(kit.pattern("nearest.without_ordinal").replace(kit.withColons(body), ordinal));
    // Something there may say when (4月から, だめなら, どこかの, 旧暦).
    if (!known.left.every(piece => kit.pattern("nearest.may_be_left").full(piece))) return null;
    for (let n = 0; n < words.repairs.length; n += 1) {
      const fixed = kit.own(words.repairs[n][0]).replace(known.text, words.repairs[n][1], 1);
      const found = read({ body: fixed, marked: [], after: [] }, fixed);
      if (!found) continue;
      const shown = kit.showRecurrence(found) + kept.map(note => "（" + note + "）").join("");
      if (kit.mentions(kit.compact(shown)) === meant && read(kit.takeNotes(kit.inJapanese(shown)), shown)) return { text: shown, left: known.left.join("、") };
    }
    return null;
  }

  function read(noted, text) {
    const parts = noted ? kit.parted(noted) : null;
    const found = parts ? kit.assembled(parts, text) : null;
    return found && !found.unclear ? found : null;
  }

  function knownOf(plain) {
    const building = kit.pattern("mentions.building");
    const parts = [];
    let left = building.all(plain).map(m => m[0]);
    let position = 0;
    plain = building.replace(plain, "\n");
    function take(text) {
      parts.push(kit.knownWords(text));
      left = left.concat(kit.unknownWords(text));
    }
    kit.pattern("moments.range").all(plain).forEach(match => {
      const span = kit.readRange(match, plain);
      take(plain.slice(position, match.index));
      parts.push(span.unclear ? "" : kit.showRange(span));
      position = match.end;
    });
    take(plain.slice(position));
    const named = left.filter(piece => !kit.pattern("nearest.nothing_left").full(piece));
    return { text: kit.compact(parts.join("")), left: named };
  }
});
