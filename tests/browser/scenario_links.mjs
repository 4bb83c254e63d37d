// No link of a page leads nowhere: every address of ours answers, every fragment is there, every export is what it says.
import { inLanes } from "./lanes.mjs";

const types = { ".json": "application/json", ".csv": "text/csv", ".xlsx": "openxmlformats" };

const linksOf = (page) =>
  page.evaluate(() => [...document.querySelectorAll("a[href]")].map((a) => ({
    href: a.href,
    missing: a.hash && a.pathname === location.pathname && !document.getElementById(decodeURIComponent(a.hash.slice(1))) ? a.hash : "",
  })));

const checkAnswer = async (href, from, report) => {
  const answer = await fetch(href);
  const path = new URL(href).pathname;
  report.check(answer.ok, `lien ${path}`, `répond ${answer.status} (dans ${from})`);
  const suffix = Object.keys(types).find((end) => path.endsWith(end));
  if (!suffix || !answer.ok) return;
  report.check(answer.headers.get("content-type").includes(types[suffix]), `lien ${path}`,
    `est du ${answer.headers.get("content-type")}`);
  const body = new Uint8Array(await answer.arrayBuffer());
  report.check(body.length > 2, `lien ${path}`, "l’export est vide");
  if (suffix === ".json") JSON.parse(new TextDecoder().decode(body));
  if (suffix === ".xlsx") report.check(body[0] === 0x50 && body[1] === 0x4b, `lien ${path}`, "n’est pas un classeur");
};

export const links = async ({ browser, servers, pages, report }) => {
  const found = new Map();
  for (const base of ["demo", "vide"]) {
    const { origin } = servers[base];
    const page = await (await browser.newContext()).newPage();
    for (const { path, base: wanted } of pages) {
      if (wanted !== base) continue;
      await page.goto(origin + path);
      for (const { href, missing } of await linksOf(page)) {
        report.check(!missing, `lien ${path}`, `${missing} n’est pas dans la page`);
        const address = href.split("#")[0];
        if (address.startsWith(`${origin}/`) && address !== page.url() && !found.has(address)) found.set(address, path);
      }
    }
    await page.context().close();
  }
  await inLanes(found, ([href, from]) => checkAnswer(href, from, report));
  report.check(found.size > 10, "liens", `${found.size} liens seulement`);
};
