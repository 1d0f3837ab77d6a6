/* What is wrong with a value that was read, by its path: generator/check/finding.py. */

export const finding = (path, rule, facts = {}) => ({ path, rule, facts });
