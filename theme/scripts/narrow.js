/* Narrowing down a list that stands in its page: events, people wanted. */
import { start } from "./search/narrow.js";

start();
