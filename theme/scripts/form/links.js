/* Addresses followed and files handed over without leaving the page.
 *
 * follow(address)          as if somebody had pressed on a link to it
 * download(name, text)     a file of this content, for the device's folder of downloads
 * outward(address, words, className)  a link to somewhere else
 */
import { element } from "./element.js";

/** @type {(link: HTMLAnchorElement) => void} */
const press = link => {
  document.body.appendChild(link);
  link.click();
  link.remove();
};

/** @type {(address: string, words?: string, className?: string) => HTMLAnchorElement} */
const linkTo = (address, words, className) => {
  const link = element("a", words, className);
  link.setAttribute("href", address);
  return /** @type {HTMLAnchorElement} */ (link);
};

/** @type {(address: string) => void} */
const follow = address => { press(linkTo(address)); };

/** @type {(name: string, text: string) => void} */
const download = (name, text) => {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = linkTo(address);
  link.setAttribute("download", name);
  press(link);
  setTimeout(() => { URL.revokeObjectURL(address); }, 60000);
};

/** @type {(address: string, words: string, className: string) => HTMLAnchorElement} */
const outward = (address, words, className) => {
  const link = linkTo(address, words, className);
  link.setAttribute("rel", "noopener");
  return link;
};

export { download, follow, outward };
