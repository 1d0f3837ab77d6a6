/* Names and texts as they are sent, and the data of a profile that they say (generator/intake/flat.py says the same).
 *
 * split(pairs, label)         {fields, slip}: what may be public, and what is for the centre alone, by its label
 * nested(pairs, type, types)  the fields as objects and lists, as a profile has them
 * toSlug(known, text), nameOf(known, slug)  市民ホール ↔ shimin-hall: people see names, profiles refer to files
 */
import { models_contact as shared } from "../tables.js";

/**
 * @typedef {string[]} Pair  a name and a text
 * @typedef {import("../directory/town.js").Places} Places
 * @typedef {Record<string, string | string[]> | Places} Known  names by slug; of groups with their readings
 * @typedef {{groups: Record<string, string[]>, places: Places, holidays?: string[]}} Names  assets/form/names.json
 * @typedef {import("../models/base.js").Field} Field
 * @typedef {import("../models/base.js").City["types"]} Types
 * @typedef {{[name: string]: Value}} Data  a profile, or a part of one
 * @typedef {string | boolean | Value[] | Data} Value
 */

const REACHABLE = shared.reachable;

/** @type {(text: string) => string} */
const tidy = text => text.replace(/\r\n?/g, "\n").trim();

/** @type {(known: Known, text: string) => string} */
const toSlug = (known, text) => Object.keys(known).find(slug => nameOf(known, slug) === text) || text;

/** @type {(known: Known, slug: string) => string} */
const nameOf = (known, slug) => {
  const name = Object.prototype.hasOwnProperty.call(known, slug) ? known[slug] : slug;
  return Array.isArray(name) ? name[0] : name;
};

/**
 * What is private leaves the fields here, before anything is sent, shown as YAML or put into a draft of a profile.
 * @type {(all: Pair[], label: (name: string) => string) => {fields: Pair[], slip: Pair[]}}
 */
const split = (all, label) => {
  /** @type {Record<string, string>} */
  const shows = {};
  all.forEach(pair => { if (pair[0].indexOf("_show.") === 0) shows[pair[0].slice(6)] = pair[1]; });
  const slip = all.filter(pair => pair[0].indexOf("_slip.") === 0).map(pair => [label(pair[0]), pair[1]]);
  /** @type {Pair[]} */
  const fields = [];
  all.forEach(pair => {
    if (pair[0].charAt(0) === "_") return;
    if (shows[pair[0]] === "private") slip.push([label(pair[0]) + "（非公開）", pair[1]]);
    else fields.push(pair);
  });
  return { fields: fields.concat(implied(all, fields, shows), pictures(all)), slip };
};

/**
 * A new picture has no file yet; until it gets one it bears its number.
 * @type {(all: Pair[]) => Pair[]}
 */
const pictures = all => all.filter(pair => pair[0].indexOf("_photo.") === 0).map(pair => {
  const number = pair[0].slice(7);
  return ["photos." + number + ".file", "photos/" + number + ".jpg"];
});

/**
 * What follows from the choices: which details are meant to be public, and that the centre passes messages on.
 * @type {(all: Pair[], fields: Pair[], shows: Record<string, string>) => Pair[]}
 */
const implied = (all, fields, shows) => {
  const has = (/** @type {string} */ name) => fields.some(pair => pair[0] === name || pair[0].indexOf(name + ".") === 0);
  const more = Object.keys(shows).filter(name => shows[name] === "personal" && has(name))
    .map(name => [name.split(".")[0] + ".public", name.split(".")[1]]);
  const hidden = all.some(pair => pair[0].indexOf("contact.") === 0 && shows[pair[0]] === "private");
  const reachable = REACHABLE.some(item => has("contact." + item));
  return hidden && !reachable ? more.concat([["contact.via", "center"]]) : more;
};

/** @type {(fields: Pair[], type: string, types: Types) => Data} */
const nested = (fields, type, types) => {
  /** @type {Data} */
  const tree = {};
  fields.forEach(pair => { put(tree, type, pair[0].split("."), pair[1], types); });
  return /** @type {Data} */ (closed(tree));
};

/** @type {(tree: Data, type: string, path: string[], text: string, types: Types) => void} */
const put = (tree, type, path, text, types) => {
  const field = types[type].fields[path[0]];
  if (!field || !text) return;
  let at = tree, name = path[0], rest = path.slice(1);
  if (!field.record) {
    at[name] = field.many ? /** @type {Value[]} */ (at[name] || []).concat([text]) : text;
    return;
  }
  if (field.many || field.keyed) {
    at = inside(at, name, field.many ? { numbered: true } : {});
    name = rest[0];
    rest = rest.slice(1);
  }
  if (!rest.length) at[name] = text;
  else put(inside(at, name, {}), field.record, rest, text, types);
};

/**
 * What stands in a tree under a name, `fresh` if there is nothing yet.
 * @type {(tree: Data, name: string, fresh: Data) => Data}
 */
const inside = (tree, name, fresh) => {
  if (!tree[name]) tree[name] = fresh;
  return /** @type {Data} */ (tree[name]);
};

/** @type {(value: Value) => Value} */
const closed = value => {
  if (typeof value !== "object" || Array.isArray(value)) return value;
  const names = Object.keys(value).filter(name => name !== "numbered");
  if (value.numbered === true) return names.sort((a, b) => Number(a) - Number(b)).map(name => closed(value[name]));
  /** @type {Data} */
  const out = {};
  names.forEach(name => { out[name] = closed(value[name]); });
  return out;
};

export { nameOf, nested, split, tidy, toSlug };
