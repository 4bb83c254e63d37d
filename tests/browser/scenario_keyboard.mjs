// Tab reaches everything that can be acted on, in the order of the page, visibly, and the first stop skips the navigation.
import { watch } from "./check_page.mjs";
import { inLanes, laneCount } from "./lanes.mjs";

// What has the focus: a name for people, whether it shows, and whether a mark tells it from its neighbours.
const focused = (page) =>
  page.evaluate(() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const box = e.getBoundingClientRect();
    const style = getComputedStyle(e);
    return {
      key: `${e.tagName} ${e.id} ${e.getAttribute("name") ?? ""} ${e.getAttribute("href") ?? ""} ${e.textContent.trim().slice(0, 40)}`,
      seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
      // The calendar button inside a date field takes the mark from the field: the browser draws its own.
      marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none" ||
        (e.type === "date" && !e.matches(":focus-visible")),
    };
  });

// Goes through one page by Tab, then skips to its content.
const goThrough = async (page, origin, path, report) => {
  await page.goto(origin + path);
  const stops = [];
  for (let i = 0; i < 400; ++i) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (!stop) break;
    stops.push(stop);
  }
  const wanted = await page.evaluate(() =>
    [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
      .filter((e) => e.checkVisibility() && !e.disabled && !(e.type === "radio" && !e.checked)).length);
  report.check(stops[0]?.key.includes("#contenu"), `clavier ${path}`, "le premier arrêt n’est pas « Aller au contenu »");
  report.check(stops.length >= Math.min(wanted, 400), `clavier ${path}`, `${stops.length} arrêts pour ${wanted} éléments`);
  for (const stop of stops.filter((s) => !s.seen || !s.marked).slice(0, 3))
    report.fault(`clavier ${path}`, `${stop.key} : ${stop.seen ? "le focus ne se voit pas" : "hors de l’écran quand il a le focus"}`);
  await page.goto(origin + path);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  report.check(await page.evaluate(() => document.activeElement?.id === "contenu"), `clavier ${path}`,
    "« Aller au contenu » n’y mène pas");
};

export const keyboard = async ({ browser, servers, pages, report }) => {
  const { origin } = servers.demo;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  const at = [];
  const lanes = [];
  for (let i = 0; i < laneCount; ++i) {
    lanes.push(await context.newPage());
    watch(lanes[i], origin, () => `clavier ${at[i]}`, report);
  }
  const seen = new Map();
  for (const { path, status, base } of pages)
    if (base === "demo" && status === 200 && !seen.has(path.split("?")[0])) seen.set(path.split("?")[0], path);
  await inLanes(seen.values(), (path, lane) => {
    at[lane] = path;
    return goThrough(lanes[lane], origin, path, report);
  });
  report.check(seen.size > 0, "clavier", "aucune page parcourue");
  await context.close();
};
