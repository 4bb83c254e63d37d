// Whole jobs done as people do them: by keyboard alone, in a browser without script, logged in.
import { comptes } from "./scenario_accounts.mjs";
import { calculator } from "./scenario_calculator.mjs";
import { classification } from "./scenario_classification.mjs";
import { documents } from "./scenario_documents.mjs";
import { suivi } from "./scenario_follow_up.mjs";
import { enquiry } from "./scenario_enquiry.mjs";
import { imports } from "./scenario_import.mjs";
import { keyboard } from "./scenario_keyboard.mjs";
import { links } from "./scenario_links.mjs";
import { market } from "./scenario_market.mjs";
import { people } from "./scenario_people.mjs";
import { schemes } from "./scenario_schemes.mjs";
import { structures } from "./scenario_structures.mjs";
import { withoutScript } from "./scenario_without_script.mjs";

// Who plays each one, on which base; without one it needs no account or makes its own. The last ones write in the empty
// base; the follow-up is that of the market made just before.
const scenarios = {
  calculette: { run: calculator, by: "entreprise", base: "demo" },
  "au clavier": { run: keyboard },
  "sans script": { run: withoutScript },
  liens: { run: links },
  import: { run: imports, by: "facilitateur", base: "vide" },
  marché: { run: market, by: "facilitateur", base: "vide" },
  dossier: { run: enquiry, by: "facilitateur", base: "vide" },
  documents: { run: documents, by: "facilitateur", base: "vide" },
  suivi: { run: suivi, by: "facilitateur", base: "vide" },
  schémas: { run: schemes, by: "acheteur", base: "demo" },
  classement: { run: classification, by: "acheteur", base: "demo" },
  structures: { run: structures, by: "administrateur", base: "vide" },
  personnes: { run: people },
  comptes: { run: comptes },
};

const timed = async (name, limit, work, report) => {
  const start = Date.now();
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`plus de ${limit / 1000} secondes`)), limit).unref());
  await Promise.race([work, late]).catch((error) => report.fault(`scénario ${name}`, error.message));
  console.log(`scénario ${name} : ${Date.now() - start} ms`);
};

// The world as the player of a scenario sees it.
const seenBy = (world, { by, base }) => ({ ...world, browser: world.logged[base].as(by), servers: { [base]: world.logged[base] } });

// All of them, or those named, in this order, each by who does it; `open` plays them where everything is open too.
export const runScenarios = async (world, { named, open }) => {
  const limit = 300_000;
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (named && !named.includes(name)) continue;
    if (scenario.by) await timed(`${name}, ${scenario.by}`, limit, scenario.run(seenBy(world, scenario)), world.report);
    if (!scenario.by || open) await timed(name, limit, scenario.run(world), world.report);
  }
};
