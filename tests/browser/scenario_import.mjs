// A workbook brought in by keyboard alone, step by step, then undone; with scripts, and without.
import { join } from "node:path";
import { checkAccessibility, checkShape, watch } from "./check_page.mjs";
import { send, tabTo, typeInto } from "./keyboard.mjs";

const steps = { columns: "form[action$='/colonnes']", values: "form[action$='/valeurs']", check: "form[action$='/appliquer']" };

// Waits until the file is read: htmx asks again by itself, without script the reader does by « Actualiser ».
const settled = async (page, scripts) => {
  const wanted = `${Object.values(steps).join(", ")}, main .erreurs, main a[href='/marches'].bouton`;
  for (let i = 0; i < 100; ++i) {
    if (await page.locator(wanted).count()) break;
    if (scripts) await page.waitForTimeout(100);
    else {
      await tabTo(page, "main .actions a.second");
      await send(page, "Enter");
    }
  }
  for (const [name, selector] of Object.entries(steps)) if (await page.locator(selector).count()) return name;
  return (await page.locator("main .erreurs").count()) ? "refused" : "done";
};

// Presses a button that leads to the next step, and tells which one it is.
const press = async (page, selector, scripts) => {
  await tabTo(page, selector);
  await send(page, "Enter");
  return settled(page, scripts);
};

const giveFile = async (page, file) => {
  await tabTo(page, "input[type=file]");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
  await chooser.setFiles(file);
};

const importFile = async ({ browser, origin, root, report, screens }, scripts, file, buyer) => {
  const where = `scénario import ${scripts ? "" : "sans script"}`;
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width: scripts ? 1280 : 390, height: 900 }, locale: "fr-FR" });
  const page = await context.newPage();
  watch(page, origin, () => where, report);
  const look = async (name) => {
    await page.screenshot({ path: `${screens}/scenario-import${scripts ? "" : "-sans-script"}-${name}.png`, fullPage: true });
    await checkShape(page, `${where}, ${name}`, report);
    if (scripts) await checkAccessibility(page, `${where}, ${name}`, report);
  };

  await page.goto(`${origin}/import`);
  await giveFile(page, join(root, "data/demo", file));
  let step = await press(page, "form[action='/import'] button[type=submit]", scripts);
  report.check(step === "columns", where, `après le fichier vient l’étape ${step}`);
  await look("colonnes");
  if (buyer) await typeInto(page, "[name=acheteur]", buyer);
  step = await press(page, "button[value=lire]", scripts);
  if (step === "values") {
    await look("valeurs");
    step = await press(page, `${steps.values} button[type=submit]`, scripts);
  }
  report.check(step === "check", where, `avant d’écrire vient l’étape ${step}`);
  await look("verification");
  step = await press(page, `${steps.check} button[type=submit]`, scripts);
  report.check(step === "done", where, `après l’écriture vient l’étape ${step}`);
  await look("rapport");
  const annotated = await context.request.get(await page.locator("a[href$='lignes-annotees.xlsx']").evaluate((a) => a.href));
  report.check(annotated.ok() && (await annotated.body()).subarray(0, 2).toString() === "PK", where, "pas de fichier annoté");
  await page.goto(`${origin}/marches`);
  report.check((await page.locator("main tbody tr").count()) > 3, where, "la liste des marchés n’a pas ceux du fichier");

  await page.goto(`${origin}/import`);
  await tabTo(page, "details.confirme summary");
  await page.keyboard.press("Enter");
  await tabTo(page, "details.confirme[open] button[type=submit]");
  await send(page, "Enter");
  report.check(/L’import est annulé/.test(await page.locator("main").innerText()), where, "l’import ne s’annule pas");
  await context.close();
};

export const imports = async ({ browser, servers, root, report, screens }) => {
  const world = { browser, origin: servers.vide.origin, root, report, screens };
  await importFile(world, true, "region-hautes-terres-marches.ods");
  await importFile(world, false, "departement-de-la-lorne-2026.csv", "Département de la Lorne");
};
