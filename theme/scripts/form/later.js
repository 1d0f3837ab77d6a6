/* What is not needed to fill in a question: loaded when the form stands, before anybody asks, or when somebody does.
 *
 * later(state)
 * .inspection()  promise of what finds mistakes (inspection.js); `state.inspection` from then on
 * .finish()      promise of preview, photos and ways of sending (finish.js)
 *
 * What could not be loaded is asked for again the next time.
 */

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./finish.js").Finish} Finish */
/** @typedef {import("./inspection.js").Inspection} Inspection */
/** @typedef {{inspection: () => Promise<Inspection>, finish: () => Promise<Finish>}} Later */

/** @type {(where: {root: string}, path: string) => Promise<unknown>} */
const load = (where, path) => fetch(where.root + path).then(answer => {
  if (!answer.ok) throw new Error(path);
  return answer.json();
});

/**
 * One promise for all who ask, until it fails.
 * @template T
 * @param {() => Promise<T>} begin
 * @returns {() => Promise<T>}
 */
const once = begin => {
  /** @type {Promise<T> | null} */
  let made = null;
  return () => {
    if (!made) made = begin().catch(error => { made = null; throw error; });
    return made;
  };
};

/** @type {(state: State) => Later} */
const later = state => {
  const inspection = once(async () => {
    const [module, table] = await Promise.all([import("./inspection.js"), load(state, "assets/form/checking.json")]);
    state.inspection = await module.inspection(state, /** @type {import("../models/base.js").City} */ (table));
    return state.inspection;
  });
  const finish = once(async () => {
    // The check is needed first, as soon as somebody leaves a question.
    await inspection();
    const module = await import("./finish.js");
    return module.finish(/** @type {import("./state.js").Checked} */ (state));
  });
  return { inspection, finish };
};

export { later, load };
