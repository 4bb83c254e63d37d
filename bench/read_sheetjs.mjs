// Reads FILE with SheetJS, at its quickest (dense rows, no formatted texts), and prints "rows cells seconds peak_mib".
// The package is looked for beside this file, or in the folder named by SHEETJS_FOLDER.
import { createRequire } from "node:module";
import path from "node:path";

const folder = process.env.SHEETJS_FOLDER;
const require = createRequire(folder ? path.join(path.resolve(folder), "index.js") : import.meta.url);
const XLSX = require("xlsx");

const begin = process.hrtime.bigint();
const book = XLSX.readFile(process.argv[2], { dense: true, cellText: false, cellHTML: false, cellFormula: false });
const sheet = book.Sheets[book.SheetNames[0]];
let rows = 0;
let cells = 0;
for (const row of sheet["!data"] ?? sheet) {
  if (!row) continue;
  rows += 1;
  for (const cell of row) if (cell && cell.v !== undefined && cell.v !== "") cells += 1;
}
const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
console.log(rows, cells, seconds.toFixed(3), (process.resourceUsage().maxRSS / 1024).toFixed(1));
