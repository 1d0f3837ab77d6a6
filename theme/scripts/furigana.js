/* Readings above the words of a page, from when they are wished for; display.js loads this then. */
import { follow } from "./page/furigana.js";

follow(document.documentElement);
