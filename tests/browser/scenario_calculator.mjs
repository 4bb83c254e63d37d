// The calculator by keyboard alone, live; then the same job in a browser without script: both find the hours of the JSON twin.
import { checkAccessibility, checkShape, watch } from "./check_page.mjs";
import { chooseByKeyboard, send, tabTo, typeInto } from "./keyboard.mjs";

const where = "scénario calculette";
const spaces = /[\u202f\u00a0 ]/g;

// The hours the API gives for the address of the page, as people read them: "1 167 h".
const hoursOf = async (page) => {
  const address = new URL(page.url());
  address.pathname += ".json";
  const answer = await (await fetch(address)).json();
  const total = JSON.stringify(answer).match(/"heures(?:_totales|_total|_insertion|)":"?(\d+)/g);
  return { answer, total };
};

const text = async (page, selector) => (await page.locator(selector).innerText()).replace(spaces, " ");

const firstLot = async (page) => {
  await typeInto(page, "[name=intitule_1]", "Peinture intérieure");
  await chooseByKeyboard(page, "[name=metier_1]", "interior_painting");
  await typeInto(page, "[name=montant_1]", "200 000,00");
};

// On paper there are the hours and their steps, and nothing to fill in or to click.
const checkPrint = async (page, report, screens) => {
  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility()).length;
    return { controls: all("input, select, button, nav"), rows: all("#resultat tbody tr"), steps: all("#resultat ol li") };
  });
  report.check(shown.controls === 0, where, `${shown.controls} commandes sur la page imprimée`);
  report.check(shown.rows >= 2 && shown.steps > 0, where, "la page imprimée n’a pas le résultat et ses étapes");
  await page.screenshot({ path: `${screens}/scenario-calculette-imprimee.png`, fullPage: true });
  await page.emulateMedia({ media: "screen" });
};

const byKeyboard = async ({ browser, servers, report, screens }) => {
  const { origin } = servers.demo;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "fr-FR" });
  const page = await context.newPage();
  watch(page, origin, () => where, report);
  await page.goto(`${origin}/calcul`);
  await firstLot(page);
  await typeInto(page, "[name=taux]", "5");
  await page.locator("#resultat tbody tr").first().waitFor({ timeout: 5000 });
  const live = await text(page, "#resultat .cles");
  report.check(/\d h/.test(live), where, `le résultat vivant ne dit pas d’heures : ${live}`);
  report.check(await page.evaluate(() => document.activeElement?.name === "taux"), where, "le résultat vivant a pris le focus");
  await page.screenshot({ path: `${screens}/scenario-calculette-vivante.png`, fullPage: true });
  await checkAccessibility(page, `${where}, vivante`, report);

  await send(page, "Control+Enter");
  report.check((await text(page, "#resultat .cles")) === live, where, "« Calculer » ne donne pas le résultat vivant");

  await tabTo(page, "[name=ajouter]");
  await send(page, "Enter");
  report.check((await page.inputValue("[name=montant_1]")).replace(spaces, "").startsWith("200000"), where,
    "ajouter un lot a perdu le montant du premier");
  await chooseByKeyboard(page, "[name=metier_2]", "plumbing_hvac");
  page.expected = `${origin}/calcul?`;
  await typeInto(page, "[name=montant_2]", "douze");
  await send(page, "Control+Enter");
  report.check(await page.evaluate(() => document.activeElement?.classList.contains("erreurs")), where,
    "le résumé des erreurs n’a pas le focus");
  await tabTo(page, ".erreurs a");
  await page.keyboard.press("Enter");
  report.check(await page.evaluate(() => document.activeElement?.name === "montant_2"), where, "l’erreur ne mène pas à son champ");
  await typeInto(page, "[name=montant_2]", "350 000");
  await send(page, "Control+Enter");
  page.expected = undefined;
  await checkAccessibility(page, `${where}, deux lots`, report);
  const rows = await page.locator("#resultat tbody tr").count();
  report.check(rows >= 2, where, `${rows} lots au lieu de 2`);
  await checkPrint(page, report, screens);
  const kept = page.url();
  await context.close();
  return kept;
};

const withoutScript = async ({ browser, servers, report, screens }, permalink) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const { origin } = servers.demo;
  await page.goto(`${origin}/calcul`);
  await firstLot(page);
  await typeInto(page, "[name=taux]", "5");
  await send(page, "Enter");
  report.check(/\d h/.test(await text(page, "#resultat .cles")), where, "sans script, pas d’heures");
  await tabTo(page, "[name=ajouter]");
  await send(page, "Enter");
  await page.goto(permalink);
  const { answer, total } = await hoursOf(page);
  report.check(total?.length > 0, where, `la jumelle JSON ne dit pas d’heures : ${JSON.stringify(answer).slice(0, 200)}`);
  await checkShape(page, `${where}, sans script`, report);
  await page.screenshot({ path: `${screens}/scenario-calculette-sans-script.png`, fullPage: true });
  await context.close();
};

export const calculator = async (world) => {
  const permalink = await byKeyboard(world);
  await withoutScript(world, permalink);
};
