// One account a role on the demo, made by the command line and opened by its link, with the rows that are theirs.
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { oneTimeCode } from "./one_time_code.mjs";
import { environment, startServer, today } from "./server.mjs";

const password = "quatre mots pris au hasard";
const board = "Maison de l’emploi de la Lorne";

// Who each one acts for; the width and the colours of what they see.
export const roles = {
  administrateur: { shape: [1280, "light"] },
  facilitateur: { organisation: board, shape: [1280, "dark"] },
  acheteur: { organisation: "Commune de Valbrume", shape: [390, "light"] },
  structure: { organisation: "Entreprise d’insertion Éclat", shape: [320, "dark"] },
  entreprise: { organisation: "Bâtisseurs du Plateau", shape: [390, "dark"] },
  prescripteur: { organisation: "Mission locale de Valbrume", shape: [320, "light"] },
  reseau: { organisation: "Réseau des chantiers de Hautes-Terres", shape: [1280, "light"] },
};

const emailOf = (role) => `${role}@clauses.example`;

const runner = ({ cli, base }) => async (...words) => {
  const { stdout } = await promisify(execFile)(cli, [...words, "--base", base, "--format", "json"], { env: environment });
  return stdout ? JSON.parse(stdout) : undefined;
};

// Accounts of those roles; gives the link of each.
const makeAccounts = async (run, names) => {
  const links = {};
  for (const role of names) {
    const { organisation } = roles[role];
    const scope = organisation ? ["--role", role, "--organisation", organisation] : ["--admin"];
    links[role] = (await run("comptes", "creer", "--email", emailOf(role), "--nom", `Compte ${role}`, ...scope)).lien;
  }
  return links;
};

// What the demo lacks for each to have something of their own: who follows people, a structure of the directory that is
// an organisation and member of a network, a task, an exchange and a contact, a person declared by each who declares.
const giveRows = async (run, base) => {
  const { comptes } = await run("comptes", "liste");
  const numberOf = (role) => String(comptes.find(({ courriel }) => courriel === emailOf(role)).habilitations[0].organisation_id);
  await run("organisations", "fonctions", numberOf("facilitateur"), "--fonction", "opcs");
  await run("structures", "liens", "1", "--organisation", numberOf("structure"), "--reseau", numberOf("reseau"));
  await run("taches", "ajouter", "Rappeler le titulaire", "--dossier", "1", "--echeance", "2026-11-25");
  await run("echanges", "ajouter", "Visite du chantier", "--dossier", "1", "--nature", "visite", "--date", "2026-11-24");
  await run("contacts", "ajouter", "Service achats", "--dossier", "1", "--telephone", "01 99 00 12 34");
  for (const [i, role] of ["structure", "entreprise", "prescripteur", "facilitateur"].entries()) {
    const file = `${base}.${role}.csv`;
    await writeFile(file, `nom;prénom;naissance;rqth\nEssai${"abcd"[i]};Camille;1990-0${i + 1}-12;${i % 2 ? "non" : "oui"}\n`);
    await run("personnes", "creer", file, "--opcs", numberOf("facilitateur"), "--declarant", numberOf(role));
  }
};

const submit = (page) => Promise.all([page.waitForEvent("load"), page.locator("main form button[type=submit]").first().click()]);

// Opens the account by its link and logs in, with a second factor where the role asks for one. Gives what a browser
// context keeps of it.
const logInAs = async (browser, origin, role, link) => {
  const context = await browser.newContext({ locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto(origin + link);
  await page.fill("#mot_de_passe", password);
  await page.fill("#confirmation", password);
  await submit(page);
  await page.goto(`${origin}/connexion`);
  await page.fill("#courriel", emailOf(role));
  await page.fill("#mot_de_passe", password);
  await submit(page);
  const key = page.locator("#cle-totp");
  if (await key.count()) {
    await page.fill("#code", oneTimeCode(await key.innerText(), today));
    await submit(page);
  }
  await page.goto(`${origin}/compte`);
  if (!(await page.locator("main").innerText()).includes(emailOf(role))) throw new Error(`${role} n’est pas connecté : ${page.url()} ${await page.locator("main").innerText()}`);
  const state = await context.storageState();
  await context.close();
  return state;
};

// A server that asks for accounts on that base, and `as(role)`: the same browser, whose every context is logged in.
export const startLogged = async ({ browser, server, cli, base, names = Object.keys(roles), rows = false, options = [] }) => {
  const run = runner({ cli, base });
  const links = await makeAccounts(run, names);
  if (rows) await giveRows(run, base);
  const started = await startServer({ server, base, accounts: true, opening: false, options });
  const states = {};
  for (const role of names) states[role] = await logInAs(browser, started.origin, role, links[role]);
  return { ...started, as: (role) => ({ newContext: (options) => browser.newContext({ storageState: states[role], ...options }) }) };
};
