/* Addresses followed and files handed over without leaving the page.
 *
 * follow(address)          as if somebody had pressed on a link to it
 * download(name, text)     a file of this content, for the device's folder of downloads
 * outward(address, words, className)  a link to somewhere else
 */
import { element } from "./element.js";

const press = link => {
  document.body.appendChild(link);
  link.click();
  link.remove();
};

const linkTo = (address, words, className) => {
  const link = element("a", words, className);
  link.setAttribute("href", address);
  return link;
};

const follow = address => { press(linkTo(address)); };

const download = (name, text) => {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = linkTo(address);
  link.setAttribute("download", name);
  press(link);
  setTimeout(() => { URL.revokeObjectURL(address); }, 60000);
};

const outward = (address, words, className) => {
  const link = linkTo(address, words, className);
  link.setAttribute("rel", "noopener");
  return link;
};

export { download, follow, outward };
