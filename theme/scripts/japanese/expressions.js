/* Patterns of tables.js (scripts/patterns.py makes them), asked as Python's `re` is asked, at the same positions.
 *
 * A match is what RegExp gives, with the named groups as properties and `end` behind it.
 */
class Expression {
  constructor(made) {
    this.made = made;
    this.flags = "u" + (made.letters ? "i" : "");
    // A lookbehind of one letter, which browsers of 2019 do not know.
    this.before = made.before ? new RegExp(made.before[1], "u") : null;
    this.forms = {};
  }

  compiled(source, flags) {
    if (!this.forms[flags]) this.forms[flags] = new RegExp(source, this.flags + flags);
    return this.forms[flags];
  }

  named(found) {
    if (!found) return null;
    const names = this.made.names || {};
    Object.keys(names).forEach(name => { found[name] = found[names[name]]; });
    found.end = found.index + found[0].length;
    return found;
  }

  fits(text, at) {
    if (!this.before) return true;
    return (at > 0 && this.before.test(text[at - 1])) === this.made.before[0];
  }

  // The match that begins right at a position, or null.
  match(text, at = 0) {
    if (!this.fits(text, at)) return null;
    const sticky = this.compiled(this.made.source, "y");
    sticky.lastIndex = at;
    return this.named(sticky.exec(text));
  }

  full(text) {
    return this.fits(text, 0) ? this.named(this.compiled("^(?:" + this.made.source + ")$", "").exec(text)) : null;
  }

  search(text, at = 0) {
    const global = this.compiled(this.made.source, "g");
    let position = at;
    while (position <= text.length) {
      global.lastIndex = position;
      const found = global.exec(text);
      if (!found || this.fits(text, found.index)) return this.named(found);
      position = found.index + 1;
    }
    return null;
  }

  test(text) {
    return this.search(text) !== null;
  }

  // Every match in turn, none overlapping another.
  all(text) {
    const out = [];
    let found = this.search(text);
    while (found) {
      out.push(found);
      found = this.search(text, found.end > found.index ? found.end : found.end + 1);
    }
    return out;
  }

  replace(text, make, most) {
    let out = "";
    let at = 0;
    this.all(text).slice(0, most).forEach(found => {
      out += text.slice(at, found.index) + (typeof make === "function" ? make(found) : make);
      at = found.end;
    });
    return out + text.slice(at);
  }

  // The text between the matches.
  split(text) {
    const out = [];
    let at = 0;
    this.all(text).forEach(found => {
      out.push(text.slice(at, found.index));
      at = found.end;
    });
    return out.concat(text.slice(at));
  }
}

// An expression of a table's pattern.
export const pattern = made => new Expression(made);
// An expression written here.
export const expression = source => new Expression({ source });
