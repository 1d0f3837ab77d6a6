/* What a correction changes, and the same as pairs that say nothing else.
 *
 * changesBetween(before, after)  every change that leads from some pairs to others, in the order of the page
 * onlyChanges(changes)           pairs that say the changes alone; an empty text takes a value away
 * withChanges(before, pairs)     the pairs before with such changes made (generator/intake/changes.py)
 */

/** @typedef {{name: string, before: string[], after: string[]}} Change  an empty list where there was or will be nothing */

const gathered = pairs => {
  const found = new Map();
  pairs.forEach(pair => { found.set(pair[0], (found.get(pair[0]) || []).concat([pair[1]])); });
  return found;
};

const changesBetween = (before, after) => {
  const old = gathered(before), now = gathered(after);
  const names = Array.from(now.keys()).concat(Array.from(old.keys()).filter(name => !now.has(name)));
  return names.map(name => ({
    name,
    before: old.get(name) || [],
    after: now.get(name) || []
  })).filter(one => JSON.stringify(one.before) !== JSON.stringify(one.after));
};

const onlyChanges = found => {
  return found.reduce((pairs, one) => pairs.concat((one.after.length ? one.after : [""]).map(text => [one.name, text])), []);
};

const withChanges = (before, pairs) => {
  const told = gathered(pairs.filter(pair => pair[0].charAt(0) !== "_"));
  const kept = before.filter(pair => !told.has(pair[0]));
  return kept.concat(pairs.filter(pair => pair[1] && told.has(pair[0])));
};

export { changesBetween, onlyChanges, withChanges };
