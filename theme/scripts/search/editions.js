/* start.json of a folder whose files are made anew as a whole: how they have to be read, and which edition there is now. */
import { each, freshJson, Late } from "./loading.js";

// Browsers keep files for a while, and this one names folders that are gone once the site is built anew.
const known = each((folder) => freshJson(folder + "start.json"));

/** @param {string} folder with a slash at its end @returns {Promise<any>} loaded once for each edition */
export const startIn = (folder) => known(folder);

/**
 * Whether something failed because the site was built anew meanwhile; `startIn` then tells of the new edition.
 *
 * @param {string} folder
 * @param {string} edition that was used
 * @param {unknown} error
 */
export const builtAnew = async (folder, edition, error) => {
  if (error instanceof Late) return false;
  if ((await startIn(folder)).edition === edition) known.forget(folder);
  return (await startIn(folder)).edition !== edition;
};
