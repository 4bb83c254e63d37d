// Starts the real server on a base of its own, filled by the real command line or empty, and stops it as a service would.
import { spawn, execFile } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { promisify } from "node:util";

// The workbooks of the demo with what the file itself does not say, as in scripts/start.
const demo = [
  ["commune-de-valbrume-lots.xlsx", "--acheteur", "Commune de Valbrume", "--objet", "Groupe scolaire des Trois-Tilleuls"],
  ["region-hautes-terres-marches.ods"],
  ["departement-de-la-lorne-2026.csv", "--acheteur", "Département de la Lorne"],
];

// Dossiers in several states: one with three scenarios, a grid and offers, one that is late, one that was refused.
const dossiers = [
  ["creer", "--acheteur", "Commune de Valbrume", "--objet", "Réhabilitation de la médiathèque", "--type", "travaux", "--categorie", "autre",
    "--besoin-estime", "1250000", "--duree-mois", "14", "--departement", "57", "--referent", "Facilitateur de la Lorne",
    "--date-question", "2026-11-25", "--date-publication", "2026-12-15", "--date-consultation", "2026-12-15", "--date-reponses", "2027-01-20",
    "--public", "long_unemployment", "--public", "minimum_income", "--lot", "1;Gros œuvre;600000", "--lot", "2;Peinture intérieure;200000",
    "--lot", "3;Plomberie et chauffage;350000", "--lot", "4;Signalétique;100000"],
  ["scenario", "ajouter", "1", "--nom", "Usuel", "--taux", "5", "--clause", "tous=insertion", "--clause", "4=none"],
  ["scenario", "ajouter", "1", "--nom", "Ambitieux", "--taux", "10", "--clause", "tous=insertion_and_criterion", "--clause", "4=none"],
  ["scenario", "ajouter", "1", "--nom", "Gros œuvre seul", "--taux", "7", "--clause", "1=insertion", "--heures", "1=900"],
  ["scenario", "choisir", "1", "Ambitieux"],
  ["etape", "1", "preconise", "--note", "Note envoyée à l’acheteur"],
  ["grille", "1", "--poids", "10", "--critere", "Encadrement et suivi;60;Un tuteur nommé par équipe", "--critere", "Parcours de formation;40"],
  ["offre", "ajouter", "1", "2", "--entreprise", "Peinture du Haut-Val", "--montant", "190000", "--heures", "450",
    "--note", "1=8,5;Tuteur nommé, une visite par mois", "--note", "2=7;Un titre professionnel"],
  ["offre", "ajouter", "1", "2", "--entreprise", "Façades et Couleurs", "--montant", "182000", "--note", "1=6;Encadrement décrit sans nom", "--note", "2=5"],
  ["creer", "--acheteur", "Région Hautes-Terres", "--objet", "Entretien des espaces verts des lycées", "--type", "services",
    "--date-question", "2026-11-18", "--referent", "Facilitateur de la Lorne"],
  ["creer", "--acheteur", "Département de la Lorne", "--objet", "Fourniture de repas aux collèges", "--lot", "1;Repas;300000",
    "--public", "long_unemployment", "--date-publication", "2026-12-01"],
  ["scenario", "ajouter", "3", "--nom", "Usuel", "--taux", "5", "--clause", "tous=none"],
  ["scenario", "choisir", "3", "Usuel"],
  ["etape", "3", "preconise"],
  ["etape", "3", "refuse", "--note", "Marché trop court pour un parcours"],
];

// The day of every page and calculation: screenshots of two runs are the same.
const environment = { ...process.env, CLAUSIER_AUJOURDHUI: "2026-11-21" };

export const fillWithDemo = async ({ cli, base, root }) => {
  for (const [file, ...options] of demo)
    await promisify(execFile)(cli, ["importer", join(root, "data/demo", file), "--base", base, ...options], { env: environment });
  for (const words of dossiers) await promisify(execFile)(cli, ["dossiers", ...words, "--base", base], { env: environment });
};

// { origin, log(), stop() }: `log` is what stderr said; stop() gives the exit code.
export const startServer = ({ server, base, options = [] }) =>
  new Promise((resolve, reject) => {
    const child = spawn(server, ["--base", base, "--port", "0", ...options], { env: environment });
    let log = "";
    let stopped = false;
    child.stderr.on("data", (bytes) => (log += bytes));
    const ended = new Promise((done) => child.on("close", (code, signal) => done(code ?? signal)));
    ended.then((code) => stopped || reject(new Error(`le serveur s’est arrêté (${code}) avant d’écouter : ${log}`)));
    const stop = () => {
      stopped = true;
      child.kill("SIGTERM");
      return ended;
    };
    process.once("exit", () => child.kill("SIGKILL"));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const address = line.match(/https?:\/\/\S+(?=\/$)/);
      if (address) resolve({ origin: address[0], log: () => log, stop });
    });
  });
