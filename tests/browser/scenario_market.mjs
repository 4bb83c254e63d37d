// From a calculation to a market, its sheet and its lot: by keyboard alone, with scripts and without.
import { checkAccessibility, watch } from "./check_page.mjs";
import { send, tabTo, typeInto } from "./keyboard.mjs";

const calculation = "/calcul?intitule_1=Peinture%20int%C3%A9rieure&montant_1=200000&intitule_2=Plomberie&montant_2=350000&taux=5";
const spaces = /[\u202f\u00a0 ]/g;

// `reference` names the market, so that both runs create their own.
const createMarket = async ({ browser, origin, report, screens }, javaScriptEnabled, reference) => {
  const where = `scénario marché ${javaScriptEnabled ? "" : "sans script"}`;
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 }, locale: "fr-FR" });
  const page = await context.newPage();
  watch(page, origin, () => where, report);
  await page.goto(origin + calculation);
  const hours = (await page.locator("#resultat .cles dd").first().innerText()).replace(spaces, " ");
  await tabTo(page, "a[href^='/marches/nouveau']");
  await send(page, "Enter");
  page.expected = `${origin}/marches/nouveau`;
  await tabTo(page, "main form button[type=submit]");
  await send(page, "Enter");
  report.check((await page.locator(".erreurs a").count()) >= 2, where, "un formulaire vide n’est pas refusé champ par champ");
  if (javaScriptEnabled) await checkAccessibility(page, `${where}, refus`, report);
  page.expected = undefined;
  await typeInto(page, "[name=acheteur]", "Syndicat de Combe-Ronde");
  await typeInto(page, "[name=objet]", "Rénovation de la halle");
  await typeInto(page, "[name=marche]", reference);
  await send(page, "Enter");
  report.check(/\/marches\/\d+\?fait=marche-cree$/.test(page.url()), where, `la création mène à ${page.url()}`);
  const sheet = (await page.locator("main").innerText()).replace(spaces, " ");
  for (const said of ["Le marché est créé", reference, hours, "550 000 €"])
    report.check(sheet.includes(said), where, `la fiche du marché ne dit pas « ${said} »`);
  if (javaScriptEnabled) await checkAccessibility(page, `${where}, fiche`, report);
  await tabTo(page, "main table a[href^='/lots/']");
  await send(page, "Enter");
  const lot = (await page.locator("main").innerText()).replace(spaces, " ");
  report.check(/200 000 € × 70 % × 5 % ÷ 35,20 €/.test(lot), where, "la fiche du lot n’explique pas ses heures");
  await page.screenshot({ path: `${screens}/scenario-lot${javaScriptEnabled ? "" : "-sans-script"}.png`, fullPage: true });
  await context.close();
};

export const market = async ({ browser, servers, report, screens }) => {
  const world = { browser, origin: servers.vide.origin, report, screens };
  await createMarket(world, true, "CR-2026-01");
  await createMarket(world, false, "CR-2026-02");
};
