/** As much of a document as it takes to make elements and to read them as mark-up. */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

class Node {
  constructor(name) {
    Object.assign(this, { name, children: [], href: "", attributes: {} });
  }

  appendChild(child) {
    this.children.push(child);
    return child;
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  get markup() {
    const inside = this.children.map((each) => each.markup).join("");
    const lead = this.href ? this.name + ' href="' + this.href + '"' : this.name;
    return this.name === "br" ? "<br>" : "<" + lead + ">" + inside + "</" + this.name + ">";
  }
}

export const page = {
  createElement: (name) => new Node(name),
  createTextNode: (text) => ({ markup: text.replace(/\s+/g, "").replace(/[&<>]/g, (sign) => SIGNS[sign]) }),
};
