/* What is wrong with a grant beyond its single fields: generator/check/grants.py, but for the kinds of all groups. */

/**
 * @typedef {import("../japanese/calendar.js").Day} Day
 * @typedef {import("./finding.js").Finding} Finding
 * @typedef {import("./finding.js").Known} Known
 * @typedef {{years?: number, years_most?: number, members?: number}} Eligible
 * @typedef {{closes: Day, opens?: Day, rule?: string, yearly?: boolean, eligible?: Eligible,
 *   amount?: {most?: {amount: number}, rate?: string}} & Record<string, unknown>} Grant
 */
import { compared, iso } from "../japanese/calendar.js";
import { ALWAYS } from "../japanese/deadlines.js";
import { ratesIn } from "../japanese/rates.js";
import { check_grants as shared } from "../tables.js";
import { finding } from "./finding.js";
import { plainFindings } from "./plain.js";

/** @param {Known} city @param {string} rule the closing rule's two labels @returns {string[]} */
const labelsOf = (city, rule) => {
  const choices = city.types.Grant.fields.rule.choices || [];
  return (choices.find(each => each[0] === rule) || [rule, rule]).slice(1);
};

/** @param {Eligible} eligible @returns {Finding[]} */
const eligibleFindings = eligible => {
  const least = eligible.years || 0, most = eligible.years_most, members = eligible.members || 0;
  const contradict = most !== undefined && (least > most || most === 0);
  /** @type {["years", "years_most"]} */
  const spans = ["years", "years_most"];
  return [
    contradict && finding(["eligible", "years_most"], "years-contradict", { least, most: most || 0 }),
    ...spans.map(name => (eligible[name] || 0) > shared.most_years &&
      finding(["eligible", name], "years-absurd", { value: eligible[name] || 0, limit: shared.most_years })),
    members > shared.most_members &&
      finding(["eligible", "members"], "members-absurd", { value: members, limit: shared.most_members })
  ].filter(each => each !== false);
};

/** @param {{most?: {amount: number}, rate?: string}} amount @returns {Finding[]} */
const amountFindings = amount => [
  amount.most && amount.most.amount === 0 && finding(["amount", "most"], "amount-zero"),
  amount.rate && ratesIn(amount.rate).some(rate => rate > 1) &&
    finding(["amount", "rate"], "rate-above-one", { value: amount.rate })
].filter(each => typeof each === "object");

/** @param {Known} city @param {Grant} value @returns {Finding[]} */
const dayFindings = (city, value) => {
  const isAlways = compared(value.closes, ALWAYS) === 0;
  const [label, labelEn] = value.rule ? labelsOf(city, value.rule) : ["", ""];
  return [
    value.rule && isAlways && finding(["rule"], "rule-without-day", { value: label, value_en: labelEn || label }),
    value.yearly && !value.opens && !isAlways && finding(["yearly"], "yearly-without-opens")
  ].filter(each => typeof each === "object");
};

// Everything wrong with a grant; of a day long past that is said instead of that it has passed.
/** @param {Known} city @param {Grant} value @param {string} typeName @returns {Finding[]} */
export function grantFindings(city, value, typeName) {
  const isLong = city.today !== null && compared(city.today, value.closes) > shared.long;
  const plain = plainFindings(city, value, typeName).filter(each => !isLong || each.rule !== "until-past");
  const long = isLong ? [finding(["closes"], "grant-long-over", { value: iso(value.closes) })] : [];
  return plain.concat(
    long, eligibleFindings(value.eligible || {}), amountFindings(value.amount || {}), dayFindings(city, value)
  );
}
