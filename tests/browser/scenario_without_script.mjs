// With scripts off, every page still says and does everything: no control that only a script would answer.
export const withoutScript = async ({ browser, servers, pages, report }) => {
  const { origin } = servers.demo;
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  for (const { path, status, base } of pages) {
    if (base !== "demo") continue;
    const where = `sans script ${path}`;
    const answer = await page.goto(origin + path);
    report.check(answer.status() === status, where, `répond ${answer.status()} au lieu de ${status}`);
    const { dead, hidden } = await page.evaluate(() => ({
      dead: [...document.querySelectorAll("button")]
        .filter((b) => b.checkVisibility() && (b.type === "button" || !b.form))
        .map((b) => b.textContent.trim()),
      hidden: document.querySelector("main")?.innerText.trim().length ?? 0,
    }));
    report.check(dead.length === 0, where, `boutons sans effet : ${dead.join(", ")}`);
    report.check(hidden > 20, where, "la page est vide");
  }
  await context.close();
};
