/* A QR code as a picture that is sharp at every size.
 *
 * svg(text, title)   an SVG element with its margin; null if the text fits no code
 */
import { pages_qr as shared } from "../tables.js";
import { matrix } from "./code.js";

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = shared.margin;

/** @type {(text: string, title?: string) => SVGElement | null} */
const svg = (text, title) => {
  const found = matrix(text);
  if (!found) return null;
  const side = found.length + 2 * MARGIN;
  const picture = shape("svg", { viewBox: "0 0 " + side + " " + side, role: "img", "class": "qr", "shape-rendering": "crispEdges" });
  const name = shape("title", {});
  name.textContent = title || "QRコード";
  picture.appendChild(name);
  // Dark on light whatever the colours of the page are: many readers know nothing else.
  picture.appendChild(shape("rect", { width: side, height: side, fill: "#fff" }));
  picture.appendChild(shape("path", { d: bars(found), fill: "#000" }));
  return picture;
};

/** @type {(name: string, attributes: Record<string, string | number>) => SVGElement} */
const shape = (name, attributes) => {
  const made = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
  Object.keys(attributes).forEach(each => { made.setAttribute(each, String(attributes[each])); });
  return made;
};

/**
 * One bar for every run of dark modules in a row.
 * @type {(found: boolean[][]) => string}
 */
const bars = found => {
  let path = "";
  found.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      const end = row.indexOf(false, x) < 0 ? row.length : row.indexOf(false, x);
      if (end > x) path += "M" + (x + MARGIN) + " " + (y + MARGIN) + "h" + (end - x) + "v1h-" + (end - x) + "z";
      x = end;
    }
  });
  return path;
};

export { svg };
