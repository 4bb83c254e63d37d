// A list of structures sent, looked at, imported, then undone: by keyboard alone, with scripts and without.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tabTo, typeInto } from "./keyboard.mjs";
import { beginWalk, press } from "./walk.mjs";

const upload = "form[action='/structures/importer'] button[type=submit]";

const importAndUndo = async (world, scripts) => {
  const { origin, report, root } = world;
  const { context, page, tell, look, where } = await beginWalk(world, "structures", scripts);
  const give = async (file) => {
    await tabTo(page, "input[type=file]");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
    await chooser.setFiles(file);
  };
  await page.goto(`${origin}/structures/importer`);
  page.expected = `${origin}/structures/importer`;
  await press(page, upload);
  report.check((await page.locator(".erreurs").count()) === 1, where, "un envoi sans fichier n’est pas refusé");
  await look("sans-fichier");
  const other = join(mkdtempSync(join(tmpdir(), "structures-")), "autre.csv");
  writeFileSync(other, "Fruit;Poids\nPomme;12\n");
  await give(other);
  await press(page, upload);
  report.check((await page.locator(".erreurs").count()) === 1, where, "une liste de fruits n’est pas refusée");
  await look("colonnes-inconnues");
  page.expected = undefined;

  await page.goto(`${origin}/structures/importer`);
  await give(join(root, "data/demo/structures-hautes-terres.csv"));
  await typeInto(page, "[name=source]", "Liste d’essai");
  await press(page, upload);
  await tell("rien n’est encore enregistré");
  await look("verifier");
  await press(page, "section + form button[type=submit]");
  await tell("La liste est importée");
  await look("importe");
  const made = page.url();
  await page.goto(`${origin}/structures`);
  report.check((await page.locator("main tbody tr").count()) > 2, where, "les structures importées ne sont pas dans la liste");
  await page.goto(made);
  await tabTo(page, "details.confirme summary");
  await page.keyboard.press("Enter");
  await press(page, "details.confirme[open] button[type=submit]");
  await tell("L’import est annulé");
  await page.goto(`${origin}/structures`);
  report.check((await page.locator("main tbody tr").count()) === 0, where, "des structures restent après l’annulation");
  await context.close();
};

export const structures = async ({ servers, ...world }) => {
  const place = { ...world, origin: servers.vide.origin };
  await importAndUndo(place, true);
  await importAndUndo(place, false);
};
