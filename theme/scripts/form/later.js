/* What is not needed to fill in a question: loaded when the form stands, before anybody asks, or when somebody does.
 *
 * later(state)
 * .inspection()  promise of what finds mistakes (inspection.js); `state.inspection` from then on
 * .finish()      promise of preview, photos and ways of sending (finish.js); `state.finish` from then on
 *
 * What could not be loaded is asked for again the next time.
 */

/** @typedef {import("./state.js").State} State */

/** @type {(where: {root: string}, path: string) => Promise<any>} */
const load = (where, path) => fetch(where.root + path).then(answer => {
  if (!answer.ok) throw new Error(path);
  return answer.json();
});

/**
 * One promise for all who ask, until it fails.
 * @type {(begin: () => Promise<any>) => () => Promise<any>}
 */
const once = begin => {
  /** @type {Promise<any> | null} */
  let made = null;
  return () => {
    if (!made) made = begin().catch(error => { made = null; throw error; });
    return made;
  };
};

/** @type {(state: State) => State["later"]} */
const later = state => {
  const inspection = once(async () => {
    const [module, table] = await Promise.all([import("./inspection.js"), load(state, "assets/form/checking.json")]);
    state.inspection = module.inspection(state, table);
    return state.inspection;
  });
  const finish = once(async () => {
    // The check is needed first, as soon as somebody leaves a question.
    await inspection();
    const module = await import("./finish.js");
    state.finish = module.finish(state);
    return state.finish;
  });
  return { inspection, finish };
};

export { later, load };
