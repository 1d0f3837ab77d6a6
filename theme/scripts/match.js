/* わたしにできること: five questions and what their answers lead to. */
import { start } from "./matching/main.js";

start();
