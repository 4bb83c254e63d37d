// The JavaScript peer of the server's bench: node:http and better-sqlite3 answer a lot as JSON, a process for each core.
// usage: node server_node.mjs BASE LOT [--once]   --once prints the versions and leaves.
// The package is looked for beside this file, or in the folder named by BETTER_SQLITE3_FOLDER.
import cluster from "node:cluster";
import { openSync, writeSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const folder = process.env.BETTER_SQLITE3_FOLDER;
const require = createRequire(folder ? path.join(path.resolve(folder), "index.js") : import.meta.url);
const Database = require("better-sqlite3");
const [base, id, once] = process.argv.slice(2);

const sqlite = new Database(base, { readonly: true });
const find = sqlite.prepare(`
  select l.*, m.reference as market_reference, m.object as market_object, o.name as buyer_name
  from lots l join markets m on m.id = l.market_id join organisations o on o.id = m.buyer_id where l.id = ?`);
const holders = sqlite.prepare(`
  select o.* from lot_holders h join organisations o on o.id = h.organisation_id where h.lot_id = ? order by h.rank`);

const answer = () => {
  const lot = find.get(Number(id));
  return JSON.stringify({ lot, titulaires: holders.all(lot.id) });
};

if (once) {
  const { version } = require("better-sqlite3/package.json");
  answer();
  console.log(`node ${process.versions.node}, node:http, better-sqlite3 ${version}, 2 processes`);
} else if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
  cluster.once("listening", (_, { port }) => console.log(`http://127.0.0.1:${port}`));
  process.once("SIGTERM", () => {
    for (const worker of Object.values(cluster.workers)) worker.kill();
    process.exit(0);
  });
} else {
  const log = openSync(path.join(tmpdir(), `bench-node-${process.pid}.log`), "w");
  const server = http.createServer((request, response) => {
    const body = answer();
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) });
    response.end(body);
    writeSync(log, `${new Date().toISOString()} ${request.method} ${request.url} 200 ${body.length}\n`);
  });
  server.listen(0, "127.0.0.1");
}
