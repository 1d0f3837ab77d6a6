/* What a text announces of an event (cancelled, postponed, moved online, full): generator/japanese/announced.py.
 *
 * An announcement is {status, words, year, month, day}, 0 for what is not named; null for none.
 */
import { HirobaCheck } from "./text.js";

HirobaCheck.parts.push(kit => {
  const table = kit.table.notices;

  function pattern(name) { return kit.pattern("notices." + name); }
  function byStatus(name, status) { return kit.pattern(table[name][status]); }
  function inside(bracket) { return kit.strip(bracket[0].slice(1, -1)); }
  function filled(part) { return Boolean(part); }

  // Each line, with a stretch of it that may announce something, and whether that stands alone.
  function pieces(text, inTitle) {
    const out = [];
    text.split("\n").forEach(written => {
      const line = kit.strip(written.slice(pattern("lead").match(written)[0].length));
      const brackets = pattern("brackets").all(line);
      brackets.forEach(bracket => {
        if (inTitle || bracket.index === 0) out.push([line, inside(bracket), true]);
      });
      // A condition in brackets stays where it is.
      const rest = pattern("brackets").replace(line, bracket => pattern("may").test(bracket[0]) || pattern("weather").test(bracket[0]) ? bracket[0] : "");
      if (inTitle) {
        const ends = pattern("apart").split(rest).filter(filled), words = pattern("blank").split(rest).filter(filled);
        ends.slice(0, 1).concat(ends.slice(-1), words.slice(0, 1), words.slice(-1)).forEach(part => {
          out.push([line, part, true]);
        });
      }
      pattern("ends").split(rest).map(kit.strip).filter(filled).forEach(part => { out.push([line, part, part === line]); });
      brackets.forEach(bracket => { out.push([line, inside(bracket), false]); });
    });
    return out;
  }

  function said(status, words, alone, title) {
    if (alone && (status !== "full" || !title) && !pattern("may").test(words) && isNoted(status, words)) return words;
    const found = byStatus("sayings", status).all(words).filter(match => {
      const head = pattern("adverbs").replace(words.slice(Math.max(0, match.index - table.before), match.index), "");
      return !pattern("may").test(head) && isSaid(status, match, head, title);
    })[0];
    return found ? found[0] : "";
  }

  function isNoted(status, words) {
    const notice = byStatus("notices", status);
    return Boolean(notice.full(words) || notice.full(pattern("blank").replace(words, "")));
  }

  function isSaid(status, match, head, title) {
    const after = match.input.slice(match.end);
    if (status === "full") return !pattern("part_of_all").test(head) && !pattern("drawn").test(after);
    if (status === "moved-online") return !pattern("on_the_web").test(head);
    if (match.now !== undefined && pattern("weather").test(head)) return false;
    const forThat = pattern("for_that").test(head), isWeather = pattern("weather").test(head);
    if (match.bare !== undefined && !forThat && (title || isWeather || !pattern("held").test(head))) return false;
    if (match.about !== undefined && (title || isWeather || !pattern("event").test(head.replace(/の$/, "")))) return false;
    if (status === "postponed" && pattern("anew").test(head)) return false;
    return isAboutIt(head, title);
  }

  function isAboutIt(head, title) {
    const topic = pattern("topic").all(head).pop();
    const object = pattern("object").search(topic ? head.slice(topic.end) : head);
    return (topic ? [topic.topic] : []).concat(object && object.object ? [object.object] : []).every(words => {
      if (title && kit.narrow(title).indexOf(words) >= 0) return true;
      return !pattern("part").test(words) && (!title || pattern("event").test(words));
    });
  }

  // The year, month and day of which a line speaks.
  function dated(line) {
    const day = pattern("day").all(line).pop(), match = day || pattern("year").search(line);
    if (!match) return [0, 0, 0];
    const year = match.count ? 2018 + +match.count : +(match.year || 0);
    return day ? [year, +day.month, +(day.day || 0)] : [year, 0, 0];
  }

  kit.announced = (text, title) => {
    const plain = pattern("weekday").replace(kit.narrow(Array.from(text).slice(0, table.most).join("")), "");
    if (!pattern("sign").test(pattern("blank").replace(plain, ""))) return null;
    const all = pieces(plain, !title), known = table.statuses.length - (pattern("still_open").test(plain) ? 1 : 0);
    for (let s = 0; s < known; s += 1) {
      for (let n = 0; n < all.length; n += 1) {
        const line = all[n][0], words = all[n][1], alone = all[n][2];
        const found = said(table.statuses[s], words, alone, title);
        if (found) {
          const on = dated(alone ? line : words);
          const shown = line.indexOf("【" + found + "】") >= 0 ? "【" + found + "】" : found;
          return { status: table.statuses[s], words: shown, year: on[0], month: on[1], day: on[2] };
        }
      }
    }
    return null;
  };

  /* ---- the days of which it speaks ----------------------------------------------------------------------------- */

  function isOn(said, day) {
    const year = day.getUTCFullYear(), month = day.getUTCMonth() + 1;
    return (!said.year || said.year === year || said.year === year - (month < 4 ? 1 : 0))
      && (!said.month || said.month === month) && (!said.day || said.day === day.getUTCDate());
  }

  function dateOf(day) {
    const made = new Date(0);
    made.setUTCFullYear(day.year, day.month - 1, day.day);
    return made;
  }

  // Whether it may be about a day in one of these spans; without any span it may.
  kit.announcedFor = (said, spans) => !spans.length || spans.some(span => {
    const day = dateOf(span[0]), last = dateOf(span[1]);
    for (let n = 0; n <= 366 && day <= last; n += 1) {
      if (isOn(said, day)) return true;
      day.setUTCDate(day.getUTCDate() + 1);
    }
    return false;
  });
});
