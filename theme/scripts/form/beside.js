/* Where the preview stands: beside the form on a wide screen, in its last step on a telephone.
 *
 * settle(state)   puts it there, now and when the screen changes
 * refreshLook(state)  has it shown anew where it can be seen
 */
const wide = window.matchMedia("(min-width: 75rem)");

const place = () => {
  const home = wide.matches ? document.querySelector(".form-layout") : document.getElementById("form-look-here");
  home.appendChild(document.getElementById("form-look"));
  // Folded on a telephone, so that sending stands below what was asked last.
  document.querySelector(".form__look-fold").open = wide.matches;
};

const settle = state => {
  place();
  wide.addListener(() => {
    place();
    refreshLook(state);
  });
};

const refreshLook = state => {
  if (!state.form.hasAttribute("data-ready") || !(wide.matches || state.steps.isLast())) return;
  state.later.finish().then(finish => { finish.look(); }, () => { /* said when somebody needs it */ });
};

export { refreshLook, settle };
