// A structure declares a person, reads her name and gives it to nobody else; her facilitator hands her data over and erases
// her; the administrator finds every reading in the journal, and no name: by keyboard alone, with scripts and without.
import { tabTo, typeInto } from "./keyboard.mjs";
import { beginWalk, press, said } from "./walk.mjs";

const surname = (scripts) => `Essai${scripts ? "avec" : "sans"}`;

// The structure: fields in the order in which they are asked, a refusal that keeps what was typed, then the sheet.
const declare = async (world, scripts) => {
  const { context, page, tell, look, where } = await beginWalk(world, "personnes", scripts);
  const { origin, report } = world;
  await page.goto(`${origin}/personnes`);
  await press(page, "a[href='/personnes/creer']");
  const order = await page.locator("main form :is(input:not([type=hidden]), select)").evaluateAll((all) => all.map((e) => e.name));
  report.check(order.join() === "nom,prenom,naissance,opcs,rqth", where, `les champs viennent dans l’ordre ${order}`);
  await typeInto(page, "[name=nom]", surname(scripts));
  page.expected = `${origin}/personnes/creer`;
  await press(page, "main form.bloc button[type=submit]");
  report.check((await page.locator("[name=nom]").inputValue()) === surname(scripts), where, "le nom tapé est perdu par le refus");
  await look("refus");
  page.expected = undefined;
  await typeInto(page, "[name=prenom]", "Camille");
  await page.locator("[name=naissance]").fill("1991-05-17");
  const board = await page.locator("[name=opcs] option").nth(1).getAttribute("value");
  await page.locator("[name=opcs]").selectOption(board);
  await press(page, "main form.bloc button[type=submit]");
  await tell("Déclarée par");
  report.check(!(await said(page)).includes(surname(scripts)), where, "la fiche dit le nom sans qu’on le demande");
  const sheet = new URL(page.url()).pathname;
  await press(page, "form[action$='/noms'] button");
  await tell(surname(scripts));
  await look("nom-lu");
  report.check((await page.locator("a[href$='/rgpd'], form[action$='/effacer']").count()) === 0, where, "une structure voit de quoi effacer");
  await context.close();
  return sheet;
};

// The facilitator: what is known of her is handed over, then her name goes.
const handOverAndErase = async (world, scripts, sheet) => {
  const { context, page, tell, look } = await beginWalk(world, "personnes", scripts);
  await page.goto(world.origin + sheet);
  await press(page, "form[action$='/donnees'] button");
  await tell(surname(scripts));
  await look("donnees");
  await page.goto(world.origin + sheet);
  await tabTo(page, "details:has(form[action$='/effacer']) > summary");
  await page.keyboard.press("Enter");
  await press(page, "form[action$='/effacer'] button");
  await tell("Le nom est effacé");
  await look("effacee");
  await page.goto(world.origin + sheet);
  await tell("nom retiré le 21 novembre 2026");
  await context.close();
};

// The administrator: the sheet without a name to read, and what was done in the journal.
const findInJournal = async (world, scripts, sheet) => {
  const { context, page, tell, where } = await beginWalk(world, "personnes", scripts);
  await page.goto(world.origin + sheet);
  world.report.check((await page.locator("form[action$='/noms']").count()) === 0, where, "un administrateur voit de quoi lire un nom");
  await page.goto(`${world.origin}/journal`);
  await tell(sheet.split("/").pop());
  world.report.check(!(await said(page)).includes(surname(scripts)), where, "le journal dit un nom");
  await context.close();
};

export const people = async ({ logged: { demo }, ...world }) => {
  for (const scripts of [true, false]) {
    const as = (role) => ({ ...world, origin: demo.origin, browser: demo.as(role) });
    const sheet = await declare(as("structure"), scripts);
    await handOverAndErase(as("facilitateur"), scripts, sheet);
    await findInJournal(as("administrateur"), scripts, sheet);
  }
};
