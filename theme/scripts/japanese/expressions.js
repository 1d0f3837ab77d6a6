/* Patterns of tables.js (scripts/patterns.py makes them), asked as Python's `re` is asked, at the same positions.
 *
 * A match is what RegExp gives, with the named groups as properties and `end` behind it.
 */
/**
 * @typedef {{source: string, names?: Record<string, number>, before?: any[], letters?: string}} Made  as tables.js has it
 * @typedef {RegExpExecArray & {end: number} & Record<string, any>} Match
 */

// White space to Python; JavaScript's own `\s` knows other signs. Tables have it as `\s`, always within brackets.
export const SPACE = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

/** @param {string} source */
const spelledOut = source => source.replace(/\\[\s\S]/g, sign => sign === "\\s" ? SPACE : sign);

class Expression {
  /** @param {Made} made */
  constructor(made) {
    this.made = made;
    this.source = spelledOut(made.source);
    this.flags = "u" + (made.letters ? "i" : "");
    // A lookbehind of one letter, which browsers of 2019 do not know.
    this.before = made.before ? new RegExp(spelledOut(made.before[1]), "u") : null;
    /** @type {Record<string, RegExp>} */
    this.forms = {};
  }

  /** @param {string} source @param {string} flags */
  compiled(source, flags) {
    if (!this.forms[flags]) this.forms[flags] = new RegExp(source, this.flags + flags);
    return this.forms[flags];
  }

  /** @param {RegExpExecArray | null} matched @returns {Match | null} */
  named(matched) {
    if (!matched) return null;
    const found = /** @type {any} */ (matched);
    const names = this.made.names || {};
    Object.keys(names).forEach(name => { found[name] = found[names[name]]; });
    found.end = found.index + found[0].length;
    return found;
  }

  /** @param {string} text @param {number} at @returns {boolean} */
  fits(text, at) {
    const { before } = this.made;
    if (!before || !this.before) return true;
    return (at > 0 && this.before.test(text[at - 1])) === before[0];
  }

  /** The match that begins right at a position, or null. @param {string} text @param {number} [at] */
  match(text, at = 0) {
    if (!this.fits(text, at)) return null;
    const sticky = this.compiled(this.source, "y");
    sticky.lastIndex = at;
    return this.named(sticky.exec(text));
  }

  /** @param {string} text */
  full(text) {
    return this.fits(text, 0) ? this.named(this.compiled("^(?:" + this.source + ")$", "").exec(text)) : null;
  }

  /** @param {string} text @param {number} [at] */
  search(text, at = 0) {
    const global = this.compiled(this.source, "g");
    let position = at;
    while (position <= text.length) {
      global.lastIndex = position;
      const found = global.exec(text);
      if (!found || this.fits(text, found.index)) return this.named(found);
      position = found.index + 1;
    }
    return null;
  }

  /** @param {string} text */
  test(text) {
    return this.search(text) !== null;
  }

  /** Every match in turn, none overlapping another. @param {string} text */
  all(text) {
    /** @type {any[]} */
    const out = [];
    let found = this.search(text);
    while (found) {
      out.push(found);
      found = this.search(text, found.end > found.index ? found.end : found.end + 1);
    }
    return out;
  }

  /** @param {string} text @param {string | ((found: Match) => string)} make @param {number} [most] */
  replace(text, make, most) {
    let out = "";
    let at = 0;
    this.all(text).slice(0, most).forEach(found => {
      out += text.slice(at, found.index) + (typeof make === "function" ? make(found) : make);
      at = found.end;
    });
    return out + text.slice(at);
  }

  /** The text between the matches. @param {string} text */
  split(text) {
    /** @type {any[]} */
    const out = [];
    let at = 0;
    this.all(text).forEach(found => {
      out.push(text.slice(at, found.index));
      at = found.end;
    });
    return out.concat(text.slice(at));
  }
}

/** An expression of one pattern. @param {Made} made */
export const pattern = made => new Expression(made);

/**
 * The patterns of a table as expressions, called as in Python: WHOLE_DATE for `whole_date`.
 *
 * @template {Record<string, any>} Table
 * @param {Table} table
 * @returns {{[Name in keyof Table as Uppercase<Name & string>]: Expression}}
 */
export function patterns(table) {
  /** @type {any} */
  const made = {};
  Object.keys(table).filter(name => table[name].source).forEach(name => { made[name.toUpperCase()] = pattern(table[name]); });
  return made;
}

/** An expression written here. @param {string} source */
export const expression = source => new Expression({ source });
