// A walk through the pages by one person: by keyboard, every page watched, what is said and looked at told to the report.
import { checkAccessibility, checkShape, watch } from "./check_page.mjs";
import { send, tabTo } from "./keyboard.mjs";

const spaces = /[\u202f\u00a0 ]/g;

// The words of the page, plain spaces between them.
export const said = async (page) => (await page.locator("main").innerText()).replace(spaces, " ");

export const press = async (page, selector) => {
  await tabTo(page, selector);
  await send(page, "Enter");
};

// A context and its page. `tell` checks that the page says texts; `look` checks it by axe, by its shape, and takes its
// picture, with scripts only: without them it is the same page.
export const beginWalk = async ({ browser, origin, report, screens }, name, javaScriptEnabled, permissions = []) => {
  const where = `scénario ${name} ${javaScriptEnabled ? "" : "sans script"}`;
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 }, locale: "fr-FR" });
  if (permissions.length > 0) await context.grantPermissions(permissions, { origin });
  const page = await context.newPage();
  watch(page, origin, () => where, report);
  const tell = async (...texts) => {
    const text = await said(page);
    for (const one of texts) report.check(text.includes(one), where, `${page.url()} ne dit pas « ${one} »`);
  };
  const look = async (state) => {
    if (!javaScriptEnabled) return;
    await checkAccessibility(page, `${where}, ${state}`, report);
    await checkShape(page, `${where}, ${state}`, report);
    await page.screenshot({ path: `${screens}/scenario-${name}-${state}.png`, fullPage: true });
  };
  return { where, context, page, tell, look };
};
