/* What reading a value gives: {value}, or {fault: {type, context, input}}; a fault's type is our rule's name, or pydantic's. */

export const given = value => ({ value });
export const fault = (type, context, input) => ({ fault: { type, context, input } });

// A value refused by a rule of ours.
export function refused(rule, text, suggestion = "", facts = {}) {
  return fault(rule, Object.assign({ value: text, suggestion: suggestion || "" }, facts), text);
}
