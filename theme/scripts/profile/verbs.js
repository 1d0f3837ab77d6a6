/* The Japanese of the check, until its modules can be imported one by one. */
let kit = null;

export const use = made => { kit = made; };

export const callWords = text => kit.callWords(text);
export const fieldNamed = (type, name) => kit.fieldNamed(type, name);
export const inOneLine = (type, text) => kit.inOneLine(type, text);
export const readTerm = (text, field) => kit.readTerm(text, field);
export const readValue = (text, field) => kit.readValue(text, field);
export const termsApart = (entries, field) => kit.termsApart(entries, field);
export const key = text => kit.key(text);
export const compared = (a, b) => kit.compared(a, b);
export const nextDay = day => kit.nextDay(day);
export const iso = day => kit.iso(day);
export const fromIso = text => kit.fromIso(text);
export const ordinal = day => kit.ordinal(day);
export const weekdayName = day => kit.weekdayName(day);
export const showDate = day => kit.showDate(day);
export const showPartialDate = text => kit.showPartialDate(text);
export const showTime = minutes => kit.showTime(minutes);
export const showRange = times => kit.showRange(times);
export const showYen = amount => kit.showYen(amount);
export const showRecurrence = repeat => kit.showRecurrence(repeat);
export const occurrences = (repeat, first, last, facts) => kit.occurrences(repeat, first, last, facts);
export const timesOn = (repeat, day) => kit.timesOn(repeat, day);
export const dayParts = repeat => kit.dayParts(repeat);
export const beside = note => kit.beside(note);
export const total = note => kit.total(note);
