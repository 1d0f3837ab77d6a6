/* Whole records: what pydantic does with the models of generator/models/, and generator/reading/mend.py.
 *
 * A fault is {path, type, context, input}; a record that was read is an object of read values by English names.
 */
import { HirobaCheck } from "./text.js";

const ROUNDS = 3;
const MOST_MENDED = 50;

HirobaCheck.parts.push(kit => {
  const types = kit.all.types;
  const names = {};

  function isMapping(value) { return value !== null && typeof value === "object" && !Array.isArray(value); }
  function has(holder, name) { return Object.prototype.hasOwnProperty.call(holder, name); }
  kit.isMapping = isMapping;
  kit.has = has;

  // The field that a key means, English or Japanese in any width; the key itself if there is none.
  kit.fieldNamed = (typeName, written) => {
    if (!names[typeName]) {
      names[typeName] = new Map();
      const fields = types[typeName].fields;
      Object.keys(fields).forEach(name => { names[typeName].set(kit.key(name), name); });
      Object.keys(fields).forEach(name => { names[typeName].set(kit.key(fields[name].label), name); });
    }
    return has(types[typeName].fields, written) ? written : names[typeName].get(kit.key(written)) || written;
  };

  // {value, faults}: the record that data gives, or why it gives none.
  kit.readRecord = (typeName, data, path) => {
    const type = types[typeName];
    if (typeof data === "string" && type.shorthand) {
      const line = kit.inOneLine(typeName, data);
      if (line.fault) return { faults: [placed(line.fault, path)] };
      data = line.value;
    }
    if (!isMapping(data)) return { faults: [placed(kit.fault("model_type", {}, data).fault, path)] };
    const named = translated(typeName, data);
    if (named.fault) return { faults: [placed(named.fault, path)] };
    return fieldsOf(typeName, named.value, path);
  };

  function placed(fault, path) { return Object.assign({ path }, fault); }

  function translated(typeName, data) {
    const out = {};
    for (const written in data) {
      if (data[written] === "" || written === "$schema") continue;
      const name = kit.fieldNamed(typeName, written);
      if (has(out, name)) return kit.fault("duplicate-key", { key: written, value: name }, data);
      out[name] = data[written];
    }
    return { value: out };
  }

  function fieldsOf(typeName, data, path) {
    const fields = types[typeName].fields;
    const value = {};
    let faults = [];
    Object.keys(fields).forEach(name => {
      if (!has(data, name)) {
        if (fields[name].needed) faults.push(placed(kit.fault("missing", {}, data).fault, path.concat(name)));
        return;
      }
      const read = readField(fields[name], data[name], path.concat(name));
      if (read.faults.length) faults = faults.concat(read.faults);
      else value[name] = read.value;
    });
    Object.keys(data).forEach(name => {
      if (!has(fields, name)) faults.push(placed(kit.fault("extra_forbidden", {}, data[name]).fault, path.concat(name)));
    });
    if (!faults.length && typeName === "When") faults = whenFaults(value, path);
    if (!faults.length && typeName === "Recruiting") value.title = calling(value);
    if (!faults.length && value.recruiting) value.recruiting = value.recruiting.filter(isCalling);
    return faults.length ? { faults } : { value, faults: [] };
  }

  // A title that only answers, in words; entries that seek nobody are none (generator/models/group.py).
  function calling(value) {
    const said = kit.callWords(value.title);
    if (!said) return value.title;
    const role = (kit.all.vocabularies.roles || { terms: [] }).terms.filter(term => term[0] === value.role)[0];
    return said.replace("〇〇", role ? role[1] : value.role);
  }

  function isCalling(each) { return kit.callWords(each.title) !== ""; }

  function readField(field, data, path) {
    if (field.keyed) return readKeyed(field, data, path);
    if (!field.many) return readEntry(field, data, path);
    let entries = typeof data === "string" || isMapping(data) ? [data] : data;
    if (field.vocabulary || field.choices) entries = apart(entries, field);
    const read = entries.map((entry, n) => readEntry(field, entry, path.concat(n)));
    const good = read.filter(each => !each.faults.length).length;
    if (field.most !== undefined && good > field.most) return tooMany(field, entries.length, data, path);
    let faults = read.reduce((list, each) => list.concat(each.faults), []);
    if (!faults.length && field.least !== undefined && good < field.least) {
      faults = [placed(kit.fault("too_short", {}, data).fault, path)];
    }
    return { value: read.map(each => each.value), faults };
  }

  // Several terms in one line (generator/japanese/lists.py); further terms of an entry come last.
  function apart(entries, field) {
    let first = [], more = [];
    entries.forEach(entry => {
      const found = typeof entry === "string" ? termsIn(entry, field) : [entry];
      first = first.concat(found.slice(0, 1));
      more = more.concat(found.slice(1));
    });
    return first.concat(more);
  }

  kit.termsApart = apart;

  function termsIn(text, field) {
    if (kit.isTerm(text, field)) return [text];
    const parts = kit.pattern("lists.between").split(text).map(kit.strip).filter(Boolean);
    return (parts.length ? parts : [text]).reduce((all, part) => {
      const smaller = kit.pattern("lists.perhaps").split(part).filter(Boolean);
      const closer = smaller.length > 1 && !kit.isTerm(part, field)
        && smaller.every(each => kit.isTerm(each, field));
      return all.concat(closer ? smaller : [part]);
    }, []);
  }

  // Only what can be read is counted; of too many entries nothing else is said.
  function tooMany(field, size, data, path) {
    const context = { max_length: field.most, actual_length: size };
    return { faults: [placed(kit.fault("too_long", context, data).fault, path)] };
  }

  function readEntry(field, data, path) {
    if (field.record) return kit.readRecord(field.record, data, path);
    const read = kit.readValue(data, field);
    return read.fault ? { faults: [placed(read.fault, path)] } : { value: read.value, faults: [] };
  }

  function readKeyed(field, data, path) {
    if (!isMapping(data)) return { faults: [placed(kit.fault("dict_type", {}, data).fault, path)] };
    const size = Object.keys(data).length;
    const value = {};
    let faults = [];
    Object.keys(data).forEach(key => {
      const term = kit.readTerm(key, field);
      const read = kit.readRecord(field.record, data[key], path.concat(key));
      if (term.fault) faults.push(placed(term.fault, path.concat(key)));
      faults = faults.concat(read.faults);
      if (!term.fault && !read.faults.length) value[term.value] = read.value;
    });
    if (field.most !== undefined && Object.keys(value).length > field.most) return tooMany(field, size, data, path);
    return { value, faults };
  }

  /* ---- one entry of an event's dates (generator/models/event.py) ------------------------------------------ */

  function whenFaults(when, path) {
    function refusal(rule, text) { return [placed(kit.refused(rule, text).fault, path)]; }
    const start = when.start_date, end = when.end_date;
    if (!when.moment && !start && !when.repeat) return refusal("date-missing", "");
    const later = start && end ? kit.compared(end, start) : 0;
    if (later < 0) return refusal("end-before-start", kit.iso(start) + "〜" + kit.iso(end));
    const goesOn = later > 0 && !when.repeat;
    if (when.start_time && when.end_time && when.end_time.minutes <= when.start_time.minutes && !goesOn) {
      return refusal("end-before-start", clock(when.start_time) + "〜" + clock(when.end_time));
    }
    return [];
  }

  function clock(time) { return kit.pad(Math.floor(time.minutes / 60), 2) + ":" + kit.pad(time.minutes % 60, 2); }

  /* ---- a broken record made whole for a moment (generator/reading/mend.py) --------------------------------- */

  // {value, replaced}: the record that would be there without its faults, and the paths that were replaced; or null.
  kit.mend = (typeName, data, faults) => {
    const whole = { record: named(typeName, data) };
    const replaced = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      if (faults.length > MOST_MENDED || !isMapping(whole.record)) return null;
      faults.forEach(fault => { replaced.push(replace(whole, typeName, fault)); });
      const read = kit.readRecord(typeName, whole.record, []);
      if (!read.faults.length) return { value: read.value, data: whole.record, replaced };
      faults = read.faults;
    }
    return null;
  };

  // A field of a type, or null: `constructor` is none.
  kit.fieldOf = (typeName, name) => has(types[typeName].fields, name) ? types[typeName].fields[name] : null;

  function innerOf(typeName, name) {
    const field = kit.fieldOf(typeName, name);
    return field && field.record ? field.record : "";
  }
  kit.innerOf = innerOf;

  function named(typeName, data) {
    if (Array.isArray(data)) return data.map(each => named(typeName, each));
    if (!isMapping(data)) return data;
    const out = {};
    Object.keys(data).forEach(written => {
      const name = kit.fieldNamed(typeName, written);
      if (!has(out, name)) out[name] = named(innerOf(typeName, name) || typeName, data[written]);
    });
    return out;
  }

  function replace(whole, typeName, fault) {
    let holder = whole, step = "record", owner = typeName, field = null, done = [];
    for (let n = 0; n < fault.path.length; n += 1) {
      const wanted = fault.path[n], inside = holder[step];
      if (typeof wanted === "string" && isMapping(inside)) {
        owner = (field && field.record) || owner;
        field = kit.fieldOf(owner, wanted) || field;
      } else if (!(typeof wanted === "number" && Array.isArray(inside) && wanted < inside.length)) {
        break;
      }
      holder = inside;
      step = wanted;
      done = done.concat(wanted);
    }
    put(holder, step, owner, field, fault);
    return done;
  }

  function put(holder, step, owner, field, fault) {
    if (fault.type === "extra_forbidden" && isMapping(holder)) {
      delete holder[step];
    } else if (fault.type === "too_long" && holder[step] !== null && typeof holder[step] === "object") {
      holder[step] = Array.isArray(holder[step]) ? holder[step].slice(0, fault.context.max_length) : {};
    } else if (fault.type === "unknown-term") {
      holder[step] = kit.all.vocabularies[fault.context.vocabulary].terms[0][0];
    } else if (field) {
      holder[step] = exampleData(field, owner);
    }
  }

  function exampleData(field, owner) {
    if (field.example !== undefined) return field.example;
    const inner = field.record || owner, fields = types[inner].fields;
    const needed = Object.keys(fields).filter(name => fields[name].needed);
    const out = {};
    (needed.length ? needed : Object.keys(fields).slice(0, 1)).forEach(name => {
      out[name] = exampleData(fields[name], inner);
    });
    return out;
  }
});
