/* What every page does: suggestions below the search box, and the tools of a page. */
import { start as tools } from "./page/tools.js";
import { start as suggest } from "./search/suggest.js";

tools();
suggest();
