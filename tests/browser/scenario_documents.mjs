// A template made and mended, then a dossier's document read, copied and taken away: by keyboard alone, with scripts and
// without.
import { tabTo, typeInto } from "./keyboard.mjs";
import { beginWalk, press, said } from "./walk.mjs";

const write = async (room, javaScriptEnabled) => {
  const { origin, report } = room;
  const { where, context, page, tell, look } = await beginWalk(room, "documents", javaScriptEnabled, ["clipboard-read", "clipboard-write"]);

  await page.goto(`${origin}/documents`);
  await press(page, "main a[href='/documents/modeles/nouveau']");
  page.expected = `${origin}/documents/modeles/nouveau`;
  await typeInto(page, "[name=nom]", `Avis court ${javaScriptEnabled ? "A" : "B"}`);
  await typeInto(page, "[name=texte]", "# Avis\n\nPour {{achteur}} : {{total_heures}}.");
  await press(page, "main form button[type=submit]");
  await tell("ligne 3, colonne 6", "vouliez-vous « acheteur »");
  report.check((await page.locator("[name=texte]").inputValue()).includes("{{achteur}}"), where, "le texte saisi est perdu");
  await tell("3  Pour {{achteur}}");
  report.check((await page.locator(".erreurs a[href='#ligne-3']").count()) === 1, where, "la faute ne mène pas à sa ligne");
  await look("refus");
  page.expected = undefined;
  await typeInto(page, "[name=texte]", "# Avis\n\nPour {{acheteur}} : {{total_heures}}.");
  await press(page, "main form button[name=apercu]");
  await tell("Rien n’est encore enregistré", "Pour Commune de Valbrume : 838 h.");
  await look("apercu");
  await press(page, "main form button[type=submit]:not([name])");
  await tell("Le modèle est enregistré", "Pour Commune de Valbrume : 838 h.", "Version 1");
  await look("modele");

  await page.goto(`${origin}/dossiers/1/documents`);
  await look("dossier");
  await press(page, "main a[href='/dossiers/1/documents/ccap']");
  await tell("Ce qui est dû, lot par lot", "Peinture intérieure");
  await look("ccap");
  if (javaScriptEnabled) {
    await tabTo(page, "[data-copier-riche]");
    await page.keyboard.press("Enter");
    await page.locator("#copie", { hasText: "Copié" }).waitFor({ timeout: 5000 });
    const kept = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const text = async (type) => (await item.getType(type)).text();
      return { html: await text("text/html"), plain: await text("text/plain") };
    });
    report.check(kept.html.includes("<table") && kept.html.includes("<h1"), where, "la copie n’a ni titre ni tableau");
    report.check(kept.plain.includes("Peinture intérieure"), where, "la copie en texte ne dit pas le lot");
  } else {
    report.check(await page.locator("[data-copier-riche]").isHidden(), where, "« Copier » se montre sans script");
  }
  const file = await page.request.get(`${origin}/dossiers/1/documents/ccap.docx`);
  report.check(file.status() === 200, where, `le Word répond ${file.status()}`);
  await page.goto(`${origin}/documents/historique?dossier=1`);
  await tell("docx", "CCAP, programme");
  const history = await said(page);
  report.check(/une page|le compte n° \d/.test(history), where, `l’historique ne dit pas par qui : ${history}`);
  await look("historique");
  await context.close();
};

// In the base where a dossier has just lived its life.
export const documents = async ({ browser, servers, report, screens }) => {
  const world = { browser, origin: servers.vide.origin, report, screens };
  await write(world, true);
  await write(world, false);
};
