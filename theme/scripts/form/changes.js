/* What a correction changes, and the same as pairs that say nothing else.
 *
 * changesBetween(before, after)  every change that leads from some pairs to others, in the order of the page
 * onlyChanges(changes)           pairs that say the changes alone; an empty text takes a value away
 * withChanges(before, pairs)     the pairs before with such changes made (generator/intake/changes.py)
 */

/** @typedef {import("./pairs.js").Pair} Pair */
/** @typedef {{name: string, before: string[], after: string[]}} Change  an empty list where there was or will be nothing */

/** @type {(pairs: Pair[]) => Map<string, string[]>} */
const gathered = pairs => {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  pairs.forEach(pair => { found.set(pair[0], (found.get(pair[0]) || []).concat([pair[1]])); });
  return found;
};

/** @type {(before: Pair[], after: Pair[]) => Change[]} */
const changesBetween = (before, after) => {
  const old = gathered(before), now = gathered(after);
  const names = Array.from(now.keys()).concat(Array.from(old.keys()).filter(name => !now.has(name)));
  return names.map(name => ({
    name,
    before: old.get(name) || [],
    after: now.get(name) || []
  })).filter(one => JSON.stringify(one.before) !== JSON.stringify(one.after));
};

/** @type {(found: Change[]) => Pair[]} */
const onlyChanges = found => {
  /** @type {Pair[]} */
  const pairs = [];
  found.forEach(one => { (one.after.length ? one.after : [""]).forEach(text => { pairs.push([one.name, text]); }); });
  return pairs;
};

/** @type {(before: Pair[], pairs: Pair[]) => Pair[]} */
const withChanges = (before, pairs) => {
  const told = gathered(pairs.filter(pair => pair[0].charAt(0) !== "_"));
  const kept = before.filter(pair => !told.has(pair[0]));
  return kept.concat(pairs.filter(pair => pair[1] && told.has(pair[0])));
};

export { changesBetween, onlyChanges, withChanges };
