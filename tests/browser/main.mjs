// Runs every check of the browser: pages in their widths and colours, scenarios, weight; ends with the server stopped.
import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { checkHarness } from "./check_harness.mjs";
import { visit, watch } from "./check_page.mjs";
import { pageList } from "./pages.mjs";
import { Report } from "./report.mjs";
import { runScenarios } from "./scenarios.mjs";
import { fillWithDemo, startServer } from "./server.mjs";
import { checkWeight } from "./weights.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

const { values: given } = parseArgs({
  options: {
    server: { type: "string" },
    cli: { type: "string" },
    chromium: { type: "string" },
    work: { type: "string" },
    screens: { type: "string" },
    long: { type: "boolean", default: false },
    only: { type: "string" }, // visits only addresses that hold this text, and runs no scenario
    scenarios: { type: "string" }, // with --only: the scenarios to run all the same, separated by commas
  },
});

const short = [[1280, "light"], [390, "dark"], [320, "light"]];
const long = [1280, 390, 320].flatMap((width) => [[width, "light"], [width, "dark"]]);

// Every page of the list in one width and one colour, in a browser context of its own.
const tour = async (browser, servers, pages, [width, scheme], report) => {
  const label = `${width}-${scheme === "light" ? "clair" : "sombre"}`;
  for (const base of ["demo", "vide"]) {
    const { origin } = servers[base];
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, locale: "fr-FR" });
    const page = await context.newPage();
    let at = "";
    watch(page, origin, () => `${at} ${label}`, report);
    for (const entry of pages.filter((entry) => entry.base === base)) {
      at = entry.path;
      await visit(page, { origin, ...entry }, { report, screens: given.screens, label, picture: true })
        .catch((error) => report.fault(`${entry.path} ${label}`, error.message.split("\n")[0]));
    }
    await context.close();
  }
};

const checkLogs = async (servers, report) => {
  for (const [name, server] of Object.entries(servers)) {
    const code = await server.stop();
    report.check(code === 0, `serveur ${name}`, `SIGTERM finit par le code ${code}`);
    const lines = server.log().split("\n").filter(Boolean);
    report.check(lines.some((line) => /status=200/.test(line)), `serveur ${name}`, "le journal ne dit aucune demande");
    for (const line of lines) if (!/status=[1234]\d\d\b/.test(line)) report.fault(`serveur ${name}`, line);
  }
};

const main = async () => {
  const report = new Report();
  rmSync(given.screens, { recursive: true, force: true });
  mkdirSync(given.screens, { recursive: true });
  const bases = { demo: join(given.work, "demo.sqlite"), vide: join(given.work, "vide.sqlite") };
  await fillWithDemo({ cli: given.cli, base: bases.demo, root });
  const servers = {};
  for (const [name, base] of Object.entries(bases)) servers[name] = await startServer({ server: given.server, base });
  const browser = await chromium.launch({
    executablePath: given.chromium,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  try {
    const pages = (await pageList(servers)).filter(({ path }) => !given.only || path.includes(given.only));
    report.check(pages.length > 0, "/openapi.json", "aucune page à visiter");
    await checkHarness(browser, report);
    await checkWeight(browser, servers.demo.origin, report);
    const tours = (given.long ? long : short).map((shape) => () => tour(browser, servers, pages, shape, report));
    for (let i = 0; i < tours.length; i += 2) await Promise.all(tours.slice(i, i + 2).map((run) => run()));
    console.log(`${pages.length} pages en ${tours.length} formats`);
    const named = given.only ? (given.scenarios ?? "").split(",") : undefined;
    const serve = (name, options) => startServer({ server: given.server, base: join(given.work, `${name}.sqlite`), ...options });
    await runScenarios({ browser, servers, serve, pages, root, screens: given.screens, report }, named);
  } finally {
    await browser.close();
    await checkLogs(servers, report);
  }
  return report.end();
};

main().then((code) => process.exit(code), (error) => {
  console.error(`erreur : ${error.stack}`);
  process.exit(1);
});
