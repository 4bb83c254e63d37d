// Whole jobs done as people do them: by keyboard alone, and in a browser without script.
import { calculator } from "./scenario_calculator.mjs";
import { keyboard } from "./scenario_keyboard.mjs";
import { links } from "./scenario_links.mjs";
import { market } from "./scenario_market.mjs";
import { withoutScript } from "./scenario_without_script.mjs";

// The last one writes in the empty base.
const scenarios = {
  calculette: calculator,
  "au clavier": keyboard,
  "sans script": withoutScript,
  liens: links,
  marché: market,
};

export const runScenarios = async (world) => {
  for (const [name, run] of Object.entries(scenarios)) {
    const start = Date.now();
    await run(world).catch((error) => world.report.fault(`scénario ${name}`, error.message));
    console.log(`scénario ${name} : ${Date.now() - start} ms`);
  }
};
