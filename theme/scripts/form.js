/* The page on which a profile is written or corrected. */
import { start } from "./form/start.js";

start();
