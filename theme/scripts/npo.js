/* What a group's profile says of the conditions for an NPO法人. */
import { start } from "./page/npo.js";

start();
