// Runs every check of the browser: pages in their widths and colours, scenarios, weight; ends with the server stopped.
import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { checkHarness } from "./check_harness.mjs";
import { visit, watch } from "./check_page.mjs";
import { inLanes } from "./lanes.mjs";
import { pageList } from "./pages.mjs";
import { Report } from "./report.mjs";
import { tourAs } from "./role_tour.mjs";
import { roles, startLogged } from "./roles.mjs";
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
    only: { type: "string" }, // visits only addresses that hold this text, and runs no scenario nor role
    scenarios: { type: "string" }, // with --only: the scenarios to run all the same, separated by commas
    roles: { type: "string" }, // with --only: the roles to be all the same, separated by commas
  },
});

// The short form looks at each page whole on a wide screen and on a telephone, then for its shape alone on the narrowest,
// and keeps the pictures of the first.
const short = [[1280, "light", { picture: true }], [390, "dark", {}], [320, "light", { seen: true }]];
const long = [1280, 390, 320].flatMap((width) => ["light", "dark"].map((scheme) => [width, scheme, { picture: true }]));

// Every page of the list in one width and one colour, in a browser context of its own.
const tour = async (browser, servers, pages, [width, scheme, how], report) => {
  const label = `${width}-${scheme === "light" ? "clair" : "sombre"}`;
  for (const base of ["demo", "vide"]) {
    const { origin } = servers[base];
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, locale: "fr-FR" });
    const page = await context.newPage();
    let at = "";
    watch(page, origin, () => `${at} ${label}`, report);
    for (const entry of pages.filter((entry) => entry.base === base)) {
      at = entry.path;
      await visit(page, { origin, ...entry }, { report, screens: given.screens, label, ...how })
        .catch((error) => report.fault(`${entry.path} ${label}`, error.message.split("\n")[0]));
    }
    await context.close();
  }
};

// Servers where one has to log in: the demo with an account a role, and an empty base.
const startBoth = async (browser) => {
  const at = (name) => join(given.work, `${name}.sqlite`);
  const common = { browser, server: given.server, cli: given.cli };
  await fillWithDemo({ cli: given.cli, base: at("demo-comptes"), root });
  return {
    demo: await startLogged({ ...common, base: at("demo-comptes"), rows: true }),
    vide: await startLogged({ ...common, base: at("vide-comptes"), names: ["administrateur", "facilitateur"] }),
  };
};

// Every page of each role, in its own shape, or in all of them.
const roleTours = (logged, report) => {
  const named = given.only ? (given.roles ?? "").split(",") : Object.keys(roles);
  return Object.entries(roles).filter(([role]) => named.includes(role)).flatMap(([role, { shape }]) =>
    (given.long ? long : [shape]).map((one) => () =>
      tourAs({ browser: logged.demo.as(role), origin: logged.demo.origin, role, shape: one, report, screens: given.screens, picture: given.long })));
};

const checkLogs = async (servers, report) => {
  for (const [name, server] of Object.entries(servers)) {
    const code = await server.stop();
    report.check(code === 0, `serveur ${name}`, `SIGTERM finit par le code ${code}`);
    const lines = server.log().split("\n").filter(Boolean);
    report.check(lines.some((line) => /status=200/.test(line)), `serveur ${name}`, "le journal ne dit aucune demande");
    // What a role may not is refused on purpose, and told.
    const expected = /status=[1234]\d\d\b|^droit refusé : compte\/\d+ /;
    for (const line of lines) if (!expected.test(line)) report.fault(`serveur ${name}`, line);
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
  const logged = await startBoth(browser);
  try {
    const pages = (await pageList(servers)).filter(({ path }) => !given.only || path.includes(given.only));
    report.check(pages.length > 0, "/openapi.json", "aucune page à visiter");
    await checkHarness(browser, report);
    await checkWeight(browser, servers.demo.origin, report);
    const tours = (given.long ? long : short).map((shape) => () => tour(browser, servers, pages, shape, report));
    await inLanes(tours, (run) => run());
    console.log(`${pages.length} pages en ${tours.length} formats, tout ouvert`);
    await inLanes(roleTours(logged, report), (run) => run());
    const named = given.only ? (given.scenarios ?? "").split(",") : undefined;
    const serve = (name, options) => startServer({ server: given.server, base: join(given.work, `${name}.sqlite`), ...options });
    const world = { browser, servers, logged, serve, pages, root, screens: given.screens, report };
    await runScenarios(world, { named, open: given.long });
  } finally {
    await browser.close();
    await checkLogs({ ...servers, "demo à comptes": logged.demo, "vide à comptes": logged.vide }, report);
  }
  return report.end();
};

main().then((code) => process.exit(code), (error) => {
  console.error(`erreur : ${error.stack}`);
  process.exit(1);
});
