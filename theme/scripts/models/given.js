/* What reading a value gives: {value}, or {fault: {type, context, input}}; a fault's type is our rule's name, or pydantic's. */

/**
 * @typedef {{type: string, context: Record<string, string | number>, input: unknown}} Fault
 * @typedef {{fault: Fault, value?: undefined}} Refused
 */
/**
 * @template Value
 * @typedef {{value: Value, fault?: undefined}} Given
 */

/** @template Value @param {Value} value @returns {Given<Value>} */
export const given = value => ({ value });
/** @param {string} type @param {Fault["context"]} context @param {unknown} input @returns {Refused} */
export const fault = (type, context, input) => ({ fault: { type, context, input } });

// A value refused by a rule of ours.
/** @param {string} rule @param {string} text @param {string} [suggestion] @param {Record<string, string>} [facts] */
export function refused(rule, text, suggestion = "", facts = {}) {
  return fault(rule, Object.assign({ value: text, suggestion: suggestion || "" }, facts), text);
}
