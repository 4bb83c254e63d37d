// Starts the real server on a base of its own, filled by the real command line or empty, and stops it as a service would.
import { spawn, execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
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

// A scheme with targets, registers, a declaration and a report that is published.
const schemes = [
  ["schema", "creer", "Schéma de Valbrume 2024-2028", "--debut", "2024", "--fin", "2028", "--acheteur", "Commune de Valbrume",
    "--edition", "1re édition, mars 2024", "--url", "https://valbrume.example/spaser"],
  ["cibles", "poser", "30 %", "--schema", "1", "--indicateur", "S1", "--annee", "2026"],
  ["cibles", "poser", "50 %", "--schema", "1", "--indicateur", "S1", "--annee", "2028", "--note", "cible de fin de schéma"],
  ["cibles", "poser", "20 000 h", "--schema", "1", "--indicateur", "I1", "--mesure", "valeur", "--annee", "2026"],
  ["registre", "ajouter", "Référente achats responsables", "--genre", "referent", "--acheteur", "Commune de Valbrume",
    "--debut", "2025-01-15", "--service", "Commande publique"],
  ["registre", "ajouter", "Atelier clauses sociales", "--genre", "sensibilisation", "--acheteur", "Commune de Valbrume",
    "--debut", "2026-03-12", "--service", "Voirie", "--personnes", "18"],
  ["agec", "declarer", "mobilier", "--acheteur", "Commune de Valbrume", "--annee", "2026", "--total", "15000", "--reemploi", "5000",
    "--dons", "1000", "--recycles", "1500"],
  ["publier", "--acheteur", "Commune de Valbrume", "--annee", "2026", "--oui"],
];

// Structures: one by hand with its convention, a list with a line to mend; purchases of a year, and its spending.
const structures = [
  ["structures", "ajouter", "--type", "ACI", "--nom", "Chantier des Tilleuls", "--siret", "21990001000014", "--departement", "57",
    "--commune", "Valbrume", "--convention", "2025-01-01/2026-12-31", "--esus", "2024-01-01/2028-12-31"],
  ["structures", "modifier", "1", "--siret", "21990001000022"],
  ["structures", "importer", "LISTE"],
  ["achats", "importer", "ACHATS", "--acheteur", "Commune de Valbrume", "--annee", "2025"],
  ["achats", "depense", "--acheteur", "Commune de Valbrume", "--annee", "2024", "--montant", "61000000", "--source", "compte administratif 2024"],
];
const lists = {
  LISTE: "Nom;Type;SIRET;Ville;Code postal\nAtelier du Val;EA;21990001000030;Toul;54200\nSans type;;;Metz;57000\n",
  ACHATS: "Raison sociale du Fournisseur;SIRET;Dépense achat (€);Catégorie d'achat (optionnelle);Entité acheteuse (optionnelle)\n" +
    "Chantier des Tilleuls;21990001000014;12500,00;Espaces verts;Parcs\nAtelier du Val;21990001000030;8000,00;Imprimerie;Mairie\n" +
    "Papeterie du Haut-Val;;30000,00;Fournitures;Mairie\nAvoir;;0;;\n",
};

// The day of every page and calculation: screenshots of two runs are the same.
export const today = new Date("2026-11-21T00:00:00Z");
export const environment = { ...process.env, CLAUSIER_AUJOURDHUI: today.toISOString().slice(0, 10) };

export const fillWithDemo = async ({ cli, base, root }) => {
  for (const [file, ...options] of demo)
    await promisify(execFile)(cli, ["importer", join(root, "data/demo", file), "--base", base, ...options], { env: environment });
  for (const words of schemes) await promisify(execFile)(cli, ["spaser", ...words, "--base", base], { env: environment });
  for (const words of structures) {
    const files = await Promise.all(words.map(async (word) => {
      if (!lists[word]) return word;
      const file = `${base}.${word.toLowerCase()}.csv`;
      await writeFile(file, lists[word]);
      return file;
    }));
    await promisify(execFile)(cli, [...files, "--base", base], { env: environment });
  }
  for (const words of dossiers) await promisify(execFile)(cli, ["dossiers", ...words, "--base", base], { env: environment });
};

// { origin, firstAdmin, log(), stop() }: `log` is what stderr said; stop() gives the exit code. Everything is open, unless
// `accounts`; `firstAdmin` is then the link of the first account, when the base has none yet (`opening`).
export const startServer = ({ server, base, options = [], accounts = false, opening = accounts }) =>
  new Promise((resolve, reject) => {
    const child = spawn(server, ["--base", base, "--port", "0", ...(accounts ? [] : ["--sans-comptes"]), ...options], { env: environment });
    let log = "";
    let origin = "";
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
      const link = line.match(/https?:\/\/\S+\/invitation\/\S+/);
      if (address) origin = address[0];
      if (opening ? link : address) resolve({ origin, firstAdmin: link?.[0], log: () => log, stop });
    });
  });
