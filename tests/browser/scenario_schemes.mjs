// A scheme made, a target refused then set, and both taken away: by keyboard alone, with scripts and without.
import { typeInto, tabTo } from "./keyboard.mjs";
import { beginWalk, press } from "./walk.mjs";

const save = "main form.bloc button[type=submit]";

// The address of a link of the scheme's own section.
const linkOf = (page, title, end) =>
  page.locator("main section").filter({ hasText: title }).locator(`a[href^='/spaser/cibles/schemas/'][href$='${end}']`).getAttribute("href");

const schemeAndTarget = async (world, scripts) => {
  const { origin, report } = world;
  const title = `Schéma essayé ${scripts ? "avec" : "sans"} script`;
  const { context, page, tell, look, where } = await beginWalk(world, "schémas", scripts);
  await page.goto(`${origin}/spaser/cibles`);
  await press(page, "a[href='/spaser/cibles/schemas/nouveau']");
  await typeInto(page, "[name=titre]", title);
  await typeInto(page, "[name=premiere_annee]", "2028");
  await typeInto(page, "[name=derniere_annee]", "2026");
  page.expected = `${origin}/spaser/cibles/schemas/nouveau`;
  await press(page, save);
  report.check((await page.locator(".erreurs a").count()) > 0, where, "des années à rebours et sans acheteur ne sont pas refusées");
  report.check((await page.locator("[name=titre]").inputValue()) === title, where, "le titre tapé est perdu par le refus");
  await look("schema-refuse");
  page.expected = undefined;
  await typeInto(page, "[name=premiere_annee]", "2026");
  await typeInto(page, "[name=derniere_annee]", "2028");
  await tabTo(page, "[name=acheteurs]");
  await page.keyboard.press("Space");
  await press(page, save);
  await tell("Le schéma est enregistré.", title, "Aucune cible n’est encore posée");

  const target = await linkOf(page, title, "/cible");
  await press(page, `a[href='${target}']`);
  await typeInto(page, "[name=annee]", "2027");
  await typeInto(page, "[name=valeur]", "beaucoup");
  page.expected = `${origin}${target}`;
  await press(page, save);
  report.check((await page.locator(".erreurs a[href='#valeur']").count()) === 1, where, "« beaucoup » n’est pas refusé");
  await look("cible-refusee");
  page.expected = undefined;
  await typeInto(page, "[name=valeur]", "35 %");
  await press(page, save);
  await tell("La cible est enregistrée.", "35 %", "2027");
  await look("cible-posee");

  await press(page, `a[href='${await linkOf(page, title, "/modifier")}']`);
  await tabTo(page, "details.confirme summary");
  await page.keyboard.press("Enter");
  await press(page, "details.confirme[open] button[type=submit]");
  await tell("Le schéma est retiré, avec ses cibles.");
  report.check(!(await page.locator("main").innerText()).includes(title), where, "le schéma retiré se voit encore");
  await context.close();
};

export const schemes = async ({ servers, ...world }) => {
  const place = { ...world, origin: servers.demo.origin };
  await schemeAndTarget(place, true);
  await schemeAndTarget(place, false);
};
