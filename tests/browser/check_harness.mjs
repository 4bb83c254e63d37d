// The checks of a page find what they are there for: a page that has every fault gets each of them told, a sound one none.
import { createServer } from "node:http";
import { visit, watch } from "./check_page.mjs";
import { Report } from "./report.mjs";

const sound = `<!doctype html><html lang="fr"><head><title>Page</title><link rel="icon" href="data:,"></head>
<body><main><h1>Page</h1><p>Un texte.</p></main></body></html>`;
const faulty = sound.replace("<p>Un texte.</p>", `<h1>Deux</h1><img src="http://localhost:1/tiers.png">
  <div style="width:3000px">large</div><p style="font-size:9px">petit</p><input name="sans-nom">
  <script>console.log("bavarde"); setTimeout(() => { throw new Error("cassée"); });</script>`);

const wanted = ["un h1 et un seul", "demande à un tiers", "la page déborde", "texte de moins de 12 px", "axe label",
  "axe image-alt", "message de console « bavarde »", "erreur de script « cassée »", "répond 200 au lieu de 404"];

class Quiet extends Report {
  fault(where, text) {
    this.faults.push(text);
  }
}

const faultsOf = async (browser, origin, path, status) => {
  const report = new Quiet();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  watch(page, origin, () => path, report);
  await visit(page, { origin, path, status, name: "harnais" }, { report, label: "", picture: false });
  await page.close();
  return report.faults;
};

// Faults of the harness itself go to `report`.
export const checkHarness = async (browser, report) => {
  const server = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(request.url === "/saine" ? sound : faulty);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const clean = await faultsOf(browser, origin, "/saine", 200);
  report.check(clean.length === 0, "harnais", `une page saine a des fautes : ${clean.join(" ; ")}`);
  const found = (await faultsOf(browser, origin, "/fautive", 404)).join("\n");
  for (const fault of wanted) report.check(found.includes(fault), "harnais", `la page fautive cache « ${fault} » :\n${found}`);
  server.close();
  server.closeAllConnections();
};
