/* The page on which a profile is written or corrected. */
import "./form/main.js";
