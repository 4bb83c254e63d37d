// The whole life of a dossier, from the buyer's call to the market: by keyboard alone, with scripts and without.
import { chooseByKeyboard, send, tabTo, typeInto } from "./keyboard.mjs";
import { beginWalk, press, said } from "./walk.mjs";

// Fills fields in the order given, then presses the button of the selector.
const fill = async (page, fields, button) => {
  for (const [name, text] of Object.entries(fields)) await typeInto(page, `[name=${name}]`, text);
  await tabTo(page, button);
  await send(page, "Enter");
};
// A date is typed in its parts by keyboard, in an order of the browser's own: it is put there instead.
const setDate = (page, name, day) => page.locator(`[name=${name}]`).fill(day);

const live = async (room, javaScriptEnabled) => {
  const { origin, report } = room;
  const { where, context, page, tell, look } = await beginWalk(room, "dossier", javaScriptEnabled);

  // The call.
  await page.goto(`${origin}/dossiers`);
  await press(page, "main a[href='/dossiers/creer']");
  page.expected = `${origin}/dossiers/creer`;
  await press(page, "main form p.actions:last-of-type button[type=submit]");
  report.check((await page.locator(".erreurs a").count()) === 2, where, "un dossier sans acheteur ni objet n’est pas refusé champ par champ");
  await look("refus");
  page.expected = undefined;
  await fill(page, { acheteur: "Syndicat de Combe-Ronde", objet: "Rénovation de la halle", besoin_estime: "550 000", duree_mois: "12",
    intitule_1: "Peinture intérieure", montant_1: "200 000" }, "main form p.actions:last-of-type button[type=submit]");
  await tell("Le dossier est créé.", "Rénovation de la halle", "200 000 €");
  await look("cree");
  const sheet = page.url().split("?")[0];

  // Too early: what is missing is said, then mended.
  await press(page, "button[value=etudie]");
  await tell("Le dossier a changé d’état.", "« Préconiser » attend encore", "choisissez le scénario que vous préconisez");
  await press(page, "main a[href$='/scenarios']");
  await fill(page, { nom: "Usuel", taux: "5" }, ".bloc form button[type=submit]");
  await tell("199 h", "Le scénario est créé");
  await look("scenario");
  if (javaScriptEnabled) {
    await typeInto(page, "[name=taux]", "10");
    await page.locator("#annonce", { hasText: "398" }).waitFor({ timeout: 5000 })
      .catch(() => report.fault(where, "le résultat ne suit pas la saisie"));
    await typeInto(page, "[name=taux]", "5");
  } else {
    await typeInto(page, "[name=taux]", "10");
    await press(page, "button[value=calculer]");
    await tell("398 h", "pas encore enregistrés");
    await typeInto(page, "[name=taux]", "5");
  }
  await chooseByKeyboard(page, "[name=clause_1]", "insertion_and_criterion");
  await press(page, "main form#scenario p.actions button[type=submit]");
  await tell("Le scénario est enregistré.");
  await press(page, "form[action$='/retenir'] button");
  await tell("Le scénario est choisi.", "choisissez au moins un public");
  await press(page, "a[href$='/modifier#publics']");
  await tabTo(page, "#publics-long_unemployment");
  await page.keyboard.press("Space");
  await setDate(page, "date_consultation", "2026-11-10");
  await setDate(page, "date_reponses", "2026-12-20");
  await look("modifier");
  await press(page, "main form button[type=submit]");
  for (const state of ["preconise", "accepte"]) {
    await press(page, `button[value=${state}]`);
    await tell("Le dossier a changé d’état.");
  }

  // Bidders must read how they will be marked: the grid comes before the consultation.
  await press(page, "main a[href$='/offres']");
  page.expected = `${sheet}/offres/grille`;
  await fill(page, { poids: "10", libelle_1: "Encadrement", poids_1: "90" }, "form[action$='/grille'] p.actions button:not([name])");
  report.check((await said(page)).includes("90 %"), where, "une grille de 90 % n’est pas refusée");
  page.expected = undefined;
  await fill(page, { poids_1: "100" }, "form[action$='/grille'] p.actions button:not([name])");
  await tell("La grille de notation est enregistrée.");
  await page.goto(sheet);
  await press(page, "button[value=en_consultation]");
  await tell("Le dossier a changé d’état.");

  // The offers.
  await press(page, "main a[href$='/offres']");
  await press(page, "main .actions a[href$='/offres/nouvelle']");
  await fill(page, { entreprise: "Bâtisseurs de la Lorne", montant: "190000", heures: "250", note_1: "7,5", justification_1: "Tuteur nommé" },
    "main form button[type=submit]");
  await tell("Bâtisseurs de la Lorne", "7,5", "1er", "plus que le minimum");
  await press(page, "form[action$='/retenir'] button");
  await tell("L’offre est retenue pour son lot.");
  await look("offres");
  await page.goto(sheet);
  await press(page, "button[value=offres_analysees]");
  await look("fiche");

  // The market.
  await press(page, "a[href$='/attribuer']");
  await tell("250 h", "plus que le minimum de 199 h");
  await look("attribuer");
  await typeInto(page, "[name=marche]", javaScriptEnabled ? "CR-D-01" : "CR-D-02");
  await tabTo(page, "main form summary");
  await page.keyboard.press("Enter");
  await press(page, "main form details button[type=submit]");
  await tell("Le dossier est attribué");
  await press(page, "main a[href^='/marches/']");
  await tell("250 h", "Bâtisseurs de la Lorne");
  await context.close();
};

export const enquiry = async ({ browser, servers, report, screens }) => {
  const world = { browser, origin: servers.vide.origin, report, screens };
  await live(world, true);
  await live(world, false);
};
