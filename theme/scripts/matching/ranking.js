/** @typedef {{ number: number, reasons: string[], differences: string[] }} Found */
/** @typedef {{ fit: Found[], near: Found[], visit: Found[] }} Ranked */
/** @returns {Promise<Ranked>} */
export const rank = async (files, sheet) => { await files.start(); return { fit: [], near: [], visit: [] }; };
