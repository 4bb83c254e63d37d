// Starts the real server on a base of its own, filled by the real command line or empty, and stops it as a service would.
import { spawn, execFile } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { promisify } from "node:util";

// The workbooks of the demo with what the file itself does not say, as in scripts/start.
const demo = [
  ["commune-de-valbrume-lots.xlsx", "--acheteur", "Commune de Valbrume", "--objet", "Groupe scolaire des Trois-Tilleuls"],
  ["region-hautes-terres-marches.ods"],
  ["departement-de-la-lorne-2026.csv", "--acheteur", "Département de la Lorne"],
];

// The day of every page and calculation: screenshots of two runs are the same.
const environment = { ...process.env, CLAUSIER_AUJOURDHUI: "2026-11-21" };

export const fillWithDemo = async ({ cli, base, root }) => {
  for (const [file, ...options] of demo)
    await promisify(execFile)(cli, ["importer", join(root, "data/demo", file), "--base", base, ...options], { env: environment });
};

// { origin, log(), stop() }: `log` is what stderr said; stop() gives the exit code.
export const startServer = ({ server, base, options = [] }) =>
  new Promise((resolve, reject) => {
    const child = spawn(server, ["--base", base, "--port", "0", ...options], { env: environment });
    let log = "";
    let stopped = false;
    child.stderr.on("data", (bytes) => (log += bytes));
    const ended = new Promise((done) => child.on("close", (code, signal) => done(code ?? signal)));
    ended.then((code) => stopped || reject(new Error(`le serveur s’est arrêté (${code}) avant d’écouter : ${log}`)));
    const stop = () => {
      stopped = true;
      child.kill("SIGTERM");
      return ended;
    };
    process.once("exit", () => child.kill("SIGKILL"));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const address = line.match(/https?:\/\/\S+(?=\/$)/);
      if (address) resolve({ origin: address[0], log: () => log, stop });
    });
  });
