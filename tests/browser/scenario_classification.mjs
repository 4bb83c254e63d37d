// Contracts classified at once, then given back as they were: by keyboard alone, with scripts and without.
import { chooseByKeyboard, tabTo } from "./keyboard.mjs";
import { beginWalk, press, said } from "./walk.mjs";

const status = (page) => page.locator("main p[role=status]").first().innerText();

const classifyAndUndo = async (world, scripts) => {
  const { origin, report } = world;
  const { context, page, tell, look, where } = await beginWalk(world, "classement", scripts);
  await page.goto(`${origin}/spaser/classer`);
  const before = await status(page);
  const verify = "form[action='/spaser/classer/verifier'] button[type=submit]";
  page.expected = `${origin}/spaser/classer/verifier`;
  await press(page, verify);
  report.check((await page.locator(".erreurs").count()) === 1, where, "aucune ligne cochée n’est pas refusé");
  await look("rien-de-coche");
  page.expected = undefined;
  const boxes = await page.locator("main tbody input[type=checkbox]").evaluateAll((all) => all.slice(0, 2).map((box) => box.id));
  report.check(boxes.length === 2, where, "il n’y a pas deux contrats à classer");
  await tabTo(page, "input[name=geste]");
  for (let i = 0; i < 5 && !(await page.evaluate(() => document.activeElement.value === "clause")); ++i)
    await page.keyboard.press("ArrowDown");
  await chooseByKeyboard(page, "[name=clause]", "insertion");
  for (const id of boxes) {
    await tabTo(page, `#${id}`);
    await page.keyboard.press("Space");
  }
  await press(page, verify);
  await tell("2 contrats à classer", "Rien n’est encore enregistré.", "Clause d’insertion");
  await look("verifier");
  await press(page, "form[action='/spaser/classer'][method=post] button[type=submit]");
  await tell("Les contrats sont classés", "Derniers classements");
  report.check((await status(page)) !== before, where, "la liste à classer n’a pas diminué");
  await press(page, "section[aria-labelledby=recents] a");
  await tell("2 contrats", "inchangé");
  await look("classe");
  await press(page, "form[action$='/annuler'] button[type=submit]");
  await tell("Le classement est annulé");
  await page.goto(`${origin}/spaser/classer`);
  report.check((await status(page)) === before, where, `après l’annulation : « ${await status(page)} », avant : « ${before} »`);
  report.check(/annulé/.test(await said(page)), where, "les derniers classements ne disent pas l’annulation");
  await context.close();
};

export const classification = async ({ servers, ...world }) => {
  const place = { ...world, origin: servers.demo.origin };
  await classifyAndUndo(place, true);
  await classifyAndUndo(place, false);
};
