/* The page of what is kept on this device. */
import { start } from "./page/shortlist.js";

start();
