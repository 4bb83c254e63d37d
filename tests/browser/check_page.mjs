// What one page must be, whatever it shows: answered, accessible, quiet, narrow enough, and fetched from nowhere else.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Notes every message of the console, error of a script, failed request and foreign request of a page from now on.
export const watch = (page, origin, where, report) => {
  page.on("console", (message) => {
    // Chromium says in the console that a page has an error status: that is what the test asked for. It also tells what
    // logging out has cleared.
    const asked = page.expected && message.text().startsWith("Failed to load resource") &&
      message.location().url.startsWith(page.expected);
    const cleared = message.text().startsWith("Clear-Site-Data header on ") && message.text().includes("/deconnexion'");
    report.check(asked || cleared, where(), `message de console « ${message.text()} » (${message.location().url})`);
  });
  page.on("pageerror", (error) => report.fault(where(), `erreur de script « ${error.message} »`));
  page.on("request", (request) =>
    report.check(request.url().startsWith(`${origin}/`), where(), `demande à un tiers : ${request.url()}`));
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED")
      report.fault(where(), `${request.url()} n’arrive pas : ${request.failure()?.errorText}`);
  });
};

// Those of them that the width and the colours may change; the others judge what the page says, the same in every shape.
const ofShape = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

// What axe finds on the page as it stands; `seen` where the same page was judged in another shape.
export const checkAccessibility = async (page, where, report, seen = false) => {
  const found = await page.evaluate(
    async ([source, runOnly]) => {
      if (!window.axe) (0, eval)(source);
      const result = await window.axe.run({ runOnly, resultTypes: ["violations", "incomplete"] });
      const told = ({ id, help, nodes }) => ({ id, help, where: nodes.slice(0, 3).map((n) => n.target.join(" ")) });
      return { passes: result.passes.length, violations: result.violations.map(told), incomplete: result.incomplete.map(told) };
    },
    [axe, seen ? { type: "rule", values: ofShape } : rules],
  );
  report.check(found.passes > (seen ? 0 : 5), where, "axe n’a presque rien vérifié");
  report.check(found.violations.length === 0, where,
    found.violations.map((v) => `axe ${v.id} (${v.help}) : ${v.where.join(" | ")}`).join(" ; "));
  for (const doubt of found.incomplete) report.doubt(`axe ${doubt.id} (${doubt.help})`, `${where} : ${doubt.where.join(" | ")}`);
};

// Nothing wider than the window, and no text under 12 px at its real size.
export const checkShape = async (page, where, report) => {
  const { wide, width, culprits, small } = await page.evaluate(() => {
    const root = document.documentElement;
    const scrolls = (e) => {
      for (let at = e.parentElement; at && at !== root; at = at.parentElement)
        if (/auto|scroll|hidden/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const describe = (e) => [e.tagName.toLowerCase(), e.id && `#${e.id}`, ...[...e.classList].map((c) => `.${c}`)].join("");
    const all = [...document.body.querySelectorAll("*")];
    const scaled = (e) => parseFloat(getComputedStyle(e).fontSize) * (e.ownerSVGElement ? Math.abs(e.getScreenCTM()?.d ?? 1) : 1);
    const spoken = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) && e.checkVisibility();
    return {
      wide: root.scrollWidth,
      width: root.clientWidth,
      culprits: all.filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(e)).slice(0, 3).map(describe),
      small: all.filter((e) => spoken(e) && scaled(e) < 11.99).slice(0, 3).map((e) => `${describe(e)} ${scaled(e).toFixed(1)} px`),
    };
  });
  report.check(wide <= width, where, `la page déborde : ${wide} px pour ${width} (${culprits.join(", ")})`);
  report.check(small.length === 0, where, `texte de moins de 12 px : ${small.join(", ")}`);
};

// Visits one address and checks all of it.
export const visit = async (page, { origin, path, status, name }, { report, screens, label, picture, seen }) => {
  const where = `${path} ${label}`;
  page.expected = status >= 400 ? origin + path : undefined;
  const answer = await page.goto(origin + path, { waitUntil: "load" });
  report.check(answer.status() === status, where, `répond ${answer.status()} au lieu de ${status}`);
  report.check((await page.locator("h1").count()) === 1, where, "il faut un h1 et un seul");
  await checkAccessibility(page, where, report, seen);
  await checkShape(page, where, report);
  if (picture) await page.screenshot({ path: `${screens}/${name}-${label}.png`, fullPage: true });
};
