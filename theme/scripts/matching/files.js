/* The files of matching. */
import { each, freshJson, json } from "../search/loading.js";
/** @typedef {{ url: string, title: string, role?: string, group?: string, line?: string, badges?: string[] }} Card */
/** @param {string} root */
export const filesOf = (root) => ({ start: () => freshJson(root + "match-index/start.json"), card: each((n) => json(root + n)), outdated: async () => false });
