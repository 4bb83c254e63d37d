// A task, a meeting and a contact noted around a market, then ticked off from the week: by keyboard alone, with scripts and without.
import { checkAccessibility, checkShape, watch } from "./check_page.mjs";
import { send, tabTo, typeInto } from "./keyboard.mjs";

const said = (page) => page.locator("main").innerText();

// Opens a folded form; without script too, the browser does it.
const open = async (page, form) => {
  await tabTo(page, `details:has([action="${form}"]) > summary`);
  await page.keyboard.press("Enter");
};

// A date is typed in its parts by keyboard, in an order of the browser's own: it is put there instead.
const setDate = (page, selector, day) => page.locator(selector).fill(day);

const followUp = async ({ browser, origin, report, screens }, javaScriptEnabled, title) => {
  const where = `scénario suivi ${javaScriptEnabled ? "" : "sans script"}`;
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 900 }, locale: "fr-FR" });
  const page = await context.newPage();
  watch(page, origin, () => where, report);
  const look = async (state) => {
    if (!javaScriptEnabled) return;
    await checkAccessibility(page, `${where}, ${state}`, report);
    await checkShape(page, `${where}, ${state}`, report);
    await page.screenshot({ path: `${screens}/scenario-suivi-${state.replace(/[^a-z]+/gi, "-")}.png`, fullPage: true });
  };
  await page.goto(`${origin}/marches`);
  await tabTo(page, "main table a[href^='/marches/']");
  await send(page, "Enter");
  await tabTo(page, "a[href^='/suivi/marche/']");
  await send(page, "Enter");
  await open(page, "/suivi/taches");
  page.expected = `${origin}/suivi/taches`;
  await tabTo(page, "[action='/suivi/taches'] button[type=submit]");
  await send(page, "Enter");
  report.check((await page.locator(".erreurs a[href='#tache_titre']").count()) === 1, where, "une tâche sans titre n’est pas refusée");
  await look("refus");
  page.expected = undefined;
  await typeInto(page, "#tache_titre", title);
  await typeInto(page, "#tache_referent", "Équipe de Combe-Ronde");
  await setDate(page, "#tache_echeance", "2020-01-15");
  await tabTo(page, "#tache_titre");
  await send(page, "Enter");
  report.check((await said(page)).includes(title), where, "la tâche ajoutée ne se voit pas");
  await open(page, "/suivi/echanges");
  await setDate(page, "#echange_date", "2020-01-14");
  await typeInto(page, "#echange_resume", "Réunion de lancement");
  await send(page, "Enter");
  report.check((await said(page)).includes("Réunion de lancement"), where, "l’échange ajouté ne se voit pas");
  await open(page, "/suivi/contacts");
  await typeInto(page, "#contact_nom", "Service achats");
  await send(page, "Enter");
  report.check((await said(page)).includes("Service achats"), where, "le contact ajouté ne se voit pas");
  await look("rempli");
  await tabTo(page, "a[href^='/suivi/taches/']");
  await send(page, "Enter");
  await look("modifier");
  await page.goto(`${origin}/semaine?jour=2020-01-15`);
  report.check(/en retard de [\d\u202f]+[ \u00a0]jours/.test(await said(page)), where, "la semaine ne dit pas le retard");
  await look("semaine");
  await tabTo(page, "form[action$='/terminer'] button");
  await send(page, "Enter");
  report.check(/\/semaine\?jour=2020-01-13&fait=tache-terminee$/.test(page.url()), where, `terminer mène à ${page.url()}`);
  report.check((await said(page)).includes("✓ faite"), where, "la semaine ne dit pas que la tâche est faite");
  await context.close();
};

export const suivi = async ({ browser, servers, report, screens }) => {
  const world = { browser, origin: servers.vide.origin, report, screens };
  await followUp(world, true, "Rappeler la maîtrise d’œuvre");
  await followUp(world, false, "Relancer la maîtrise d’œuvre");
};
