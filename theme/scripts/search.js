/* The search page, and searching above the list of groups. */
import { start } from "./search/main.js";

start();
