// From the first administrator's link to a buyer who logs in: invitation, second factor, codes, sheets, refusals; by keyboard.
import { checkAccessibility, checkShape } from "./check_page.mjs";
import { chooseByKeyboard, typeInto } from "./keyboard.mjs";
import { oneTimeCode } from "./one_time_code.mjs";
import { today } from "./server.mjs";
import { beginWalk, press } from "./walk.mjs";

const password = "quatre mots pris au hasard";

// The walk, whose look() also sees the page on a telephone in the dark.
const begin = async (world, name, scripts) => {
  const walk = await beginWalk(world, name, scripts);
  const { page, where } = walk;
  const look = async (state) => {
    await walk.look(state);
    if (!scripts) return;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: "dark" });
    await checkAccessibility(page, `${where}, ${state}, téléphone`, world.report);
    await checkShape(page, `${where}, ${state}, téléphone`, world.report);
    await page.screenshot({ path: `${world.screens}/scenario-${name}-${state}-390-sombre.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  // A page that is refused is told by the console too.
  const refused = async (path, act) => {
    page.expected = world.origin + path;
    await act();
    page.expected = undefined;
  };
  return { ...walk, look, refused };
};

const choosePassword = async (page) => {
  await typeInto(page, "#mot_de_passe", password);
  await typeInto(page, "#confirmation", password);
  await press(page, "main form button[type=submit]");
};

const logIn = async (page, origin, email, words = password) => {
  await page.goto(`${origin}/connexion`);
  await typeInto(page, "#courriel", email);
  await typeInto(page, "#mot_de_passe", words);
  await press(page, "main form button[type=submit]");
};

const logOut = async (page) => press(page, ".qui button");

const becomeAdmin = async ({ page, look, refused, tell }, origin, link) => {
  await page.goto(link);
  await look("premier");
  await typeInto(page, "#nom", "Administration de la Lorne");
  await typeInto(page, "#courriel", "admin@clauses.example");
  await choosePassword(page);
  await tell("Le compte est ouvert");
  await refused("/connexion", async () => {
    await logIn(page, origin, "admin@clauses.example", "un mot de passe faux");
    await tell("l’adresse ou le mot de passe est faux");
    await look("refus");
  });
  await logIn(page, origin, "admin@clauses.example");
  await tell("Votre rôle demande la double authentification");
  await look("double");
  const secret = await page.locator("#cle-totp").innerText();
  await typeInto(page, "#code", oneTimeCode(secret, today));
  await press(page, "main form button[type=submit]");
  const codes = await page.locator(".codes code").allInnerTexts();
  await look("codes");
  return { secret, codes };
};

const invite = async ({ page, look, tell }, origin) => {
  await page.goto(`${origin}/comptes/inviter`);
  await look("inviter");
  await typeInto(page, "#nom", "Camille Essai");
  await typeInto(page, "#courriel", "camille@clauses.example");
  await chooseByKeyboard(page, "#role", "acheteur");
  await typeInto(page, "#organisation", "Commune de Valbrume");
  await press(page, "main form button[type=submit]");
  await tell("remettez vous-même ce lien");
  await look("lien");
  const link = await page.locator("#secret").innerText();
  for (const [path, state] of [["/comptes", "comptes"], ["/comptes?texte=zzz", "comptes-vides"], ["/comptes/2", "fiche"], ["/compte", "compte"]]) {
    await page.goto(origin + path);
    await look(state);
  }
  return link;
};

const beTheBuyer = async ({ page, look, refused, tell, where }, origin, link, report) => {
  await page.goto(link);
  await look("invitation");
  await choosePassword(page);
  await logIn(page, origin, "camille@clauses.example");
  await look("accueil");
  report.check((await page.locator("nav a[href='/comptes']").count()) === 0, where, "un acheteur voit le lien des comptes");
  await refused("/comptes", async () => {
    await page.goto(`${origin}/comptes`);
    await tell("gérer les comptes");
    await look("interdit");
  });
  await page.goto(`${origin}/compte`);
  await typeInto(page, "#libelle", "Export mensuel");
  await typeInto(page, "#preuve", password);
  await press(page, "form[action='/compte/jetons'] button");
  await tell("ne sera plus jamais montré");
  await look("jeton");
  await refused("/compte/mot-de-passe", async () => {
    await page.goto(`${origin}/compte`);
    await typeInto(page, "#mot_de_passe_actuel", "faux");
    await typeInto(page, "#mot_de_passe", password);
    await typeInto(page, "#confirmation", password);
    await press(page, "form[action='/compte/mot-de-passe'] button[type=submit]");
    await look("compte-refus");
  });
};

const accounts = async (world, scripts, server) => {
  const { origin, firstAdmin } = server;
  const walk = await begin({ ...world, origin }, "comptes", scripts);
  const { page, look, tell, refused } = walk;
  await page.goto(`${origin}/marches`);
  await tell("Se connecter", "Mot de passe oublié");
  await look("connexion");
  await page.goto(`${origin}/mot-de-passe`);
  await look("oubli");
  const { secret, codes } = await becomeAdmin(walk, origin, firstAdmin);
  const link = await invite(walk, origin);
  await logOut(page);
  await tell("Vous êtes déconnecté");
  await beTheBuyer(walk, origin, link, world.report);
  await logOut(page);
  await logIn(page, origin, "admin@clauses.example");
  await look("code");
  await typeInto(page, "#code", oneTimeCode(secret, today, 1));
  await press(page, "main form button[type=submit]");
  await logOut(page);
  await logIn(page, origin, "admin@clauses.example");
  await typeInto(page, "#code", codes[0]);
  await press(page, "main form button[type=submit]");
  await page.goto(`${origin}/comptes/1`);
  await tell("Administration de la Lorne");
  await refused("/invitation/inconnue", async () => {
    await page.goto(`${origin}/invitation/inconnue`);
    await tell("lien a déjà servi");
  });
  await walk.context.close();
};

// Each on a server of its own, whose base holds no account yet.
export const comptes = async (world) => {
  for (const scripts of [true, false]) {
    const server = await world.serve(`comptes-${scripts}`, { accounts: true });
    await accounts(world, scripts, server);
    world.report.check((await server.stop()) === 0, "scénario comptes", "SIGTERM ne finit pas par le code 0");
    world.report.check(!server.log().includes(server.firstAdmin.split("/").pop()), "scénario comptes", "le journal dit un lien");
  }
};
