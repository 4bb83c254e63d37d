// Whole jobs done as people do them: by keyboard alone, and in a browser without script.
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
import { schemes } from "./scenario_schemes.mjs";
import { structures } from "./scenario_structures.mjs";
import { withoutScript } from "./scenario_without_script.mjs";

// The last ones write in the empty base; the follow-up is that of the market made just before.
const scenarios = {
  calculette: calculator,
  "au clavier": keyboard,
  "sans script": withoutScript,
  liens: links,
  import: imports,
  marché: market,
  dossier: enquiry,
  documents,
  suivi,
  schémas: schemes,
  classement: classification,
  structures,
  comptes,
};

// All of them, or those named, in this order.
export const runScenarios = async (world, named) => {
  for (const [name, run] of Object.entries(scenarios)) {
    if (named && !named.includes(name)) continue;
    const start = Date.now();
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error("plus de deux minutes")), 120_000).unref());
    await Promise.race([run(world), late]).catch((error) => world.report.fault(`scénario ${name}`, error.message));
    console.log(`scénario ${name} : ${Date.now() - start} ms`);
  }
};
