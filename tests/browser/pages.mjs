// Which addresses are visited, on which base, and which status they must have: those the server documents, and states
// that no documentation lists.

// The addresses that /openapi.json gives as examples of pages; `open` leaves out those that need a row of the base.
const documented = async (origin) => {
  const { paths } = await (await fetch(`${origin}/openapi.json`)).json();
  return Object.entries(paths)
    .filter(([, item]) => item.get?.["x-exemple"] && item.get.responses["200"].content["text/html"])
    .map(([pattern, item]) => ({ path: item.get["x-exemple"], open: !pattern.includes("{") }));
};

// The name of its screenshots.
const nameOf = (path) => decodeURIComponent(path).replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "").slice(0, 60) || "accueil";

// [{ base, path, status, name }]
export const pageList = async (servers) => {
  const known = await documented(servers.demo.origin);
  const patterns = new Set(known.map(({ path }) => path.split("?")[0]));
  const states = [
    { path: "/rien-ici", status: 404, name: "erreur-404" },
    { path: "/marches/999999", status: 404, name: "marche-absent", needs: "/marches" },
    { path: "/marches?texte=zzzzzz", status: 200, name: "marches-filtre-vide", needs: "/marches" },
    { path: "/marches?annee=douze", status: 400, name: "marches-filtre-faux", needs: "/marches" },
    { path: "/dossiers/999999", status: 404, name: "dossier-absent", needs: "/dossiers" },
    { path: "/dossiers/2", status: 200, name: "dossier-sans-lot", needs: "/dossiers" },
    { path: "/dossiers/3", status: 200, name: "dossier-refuse", needs: "/dossiers" },
    { path: "/dossiers/2/scenarios", status: 200, name: "dossier-scenarios-sans-lot", needs: "/dossiers" },
    { path: "/dossiers/1/scenarios/2", status: 200, name: "dossier-scenario-retenu", needs: "/dossiers" },
    { path: "/dossiers?texte=zzzzzz", status: 200, name: "dossiers-filtre-vide", needs: "/dossiers" },
    { path: "/dossiers?annee=douze", status: 400, name: "dossiers-filtre-faux", needs: "/dossiers" },
    { path: "/calcul?metier_1=interior_painting&montant_1=douze&taux=5", status: 422, name: "calcul-faute", needs: "/calcul" },
    { path: "/decp?annee=1999", status: 200, name: "decp-vide", needs: "/decp" },
    { path: "/decp?faute=offresRecues%20decp_absent", status: 200, name: "decp-faute", needs: "/decp" },
    { path: "/decp?annee=douze", status: 400, name: "decp-fausse-annee", needs: "/decp" },
    { path: "/suivi/marche/999999", status: 404, name: "suivi-absent", needs: "/semaine" },
    { path: "/semaine?jour=2030-01-01", status: 200, name: "semaine-vide", needs: "/semaine" },
    { path: "/semaine?jour=douze", status: 400, name: "semaine-faux-jour", needs: "/semaine" },
    { path: "/conseiller?cpv=peinture&besoin_estime=douze", status: 422, name: "conseiller-faute", needs: "/conseiller" },
    { path: "/conseiller?type=services", status: 200, name: "conseiller-manque", needs: "/conseiller" },
    { path: "/spaser", status: 200, name: "spaser-derniere-annee", needs: "/spaser" },
    { path: "/spaser?annee=toutes&autre=1&par=annee", status: 200, name: "spaser-comparaison", needs: "/spaser" },
    { path: "/spaser?annee=1999", status: 200, name: "spaser-annee-vide", needs: "/spaser" },
    { path: "/spaser?montant=modifie&concessions=oui", status: 200, name: "spaser-options", needs: "/spaser" },
    { path: "/spaser?par=lune", status: 400, name: "spaser-ventilation-fausse", needs: "/spaser" },
    { path: "/spaser?acheteur=999999", status: 404, name: "spaser-acheteur-absent", needs: "/spaser" },
    { path: "/spaser/indicateurs/S1?liste=non_renseignes", status: 200, name: "spaser-non-renseignes", needs: "/spaser" },
    { path: "/spaser/indicateurs/I1", status: 200, name: "spaser-non-disponible", needs: "/spaser" },
    { path: "/spaser/indicateurs/Z9", status: 404, name: "spaser-indicateur-absent", needs: "/spaser" },
    { path: "/spaser/contrats", status: 200, name: "spaser-contrats-comptes", needs: "/spaser" },
    { path: "/spaser/contrats?liste=aberrants", status: 200, name: "spaser-aberrants", needs: "/spaser" },
    { path: "/spaser/question", status: 200, name: "spaser-question-a-poser", needs: "/spaser" },
    { path: "/spaser/question?lignes=secteur&lieu=00", status: 200, name: "spaser-question-vide", needs: "/spaser" },
    { path: "/spaser/question?lignes=lune", status: 400, name: "spaser-question-fausse", needs: "/spaser" },
    { path: "/spaser/classer?cocher=tout", status: 200, name: "classer-tout-coche", needs: "/spaser/classer" },
    { path: "/spaser/classer?considerations=environnementale", status: 200, name: "classer-environnement", needs: "/spaser/classer" },
    { path: "/spaser/classer?texte=zzzzzz", status: 200, name: "classer-filtre-vide", needs: "/spaser/classer" },
    { path: "/spaser/classer?considerations=autre", status: 400, name: "classer-faux-axe", needs: "/spaser/classer" },
    { path: "/spaser/classer/999999", status: 404, name: "classement-absent", needs: "/spaser/classer" },
    { path: "/spaser/condition?etat=sans_condition", status: 200, name: "condition-filtre-vide", needs: "/spaser/condition" },
    { path: "/spaser/condition?etat=autre", status: 400, name: "condition-faux-etat", needs: "/spaser/condition" },
    { path: "/spaser/rapports/999999", status: 404, name: "rapport-absent", needs: "/spaser/rapports" },
    { path: "/spaser/rapport", status: 200, name: "rapport-a-choisir", needs: "/spaser/rapport" },
    { path: "/spaser/rapport?acheteur=1&annee=1990", status: 200, name: "rapport-sans-contrat", needs: "/spaser/rapport" },
    { path: "/spaser/rapport?acheteur=999999&annee=2026", status: 404, name: "rapport-acheteur-absent", needs: "/spaser/rapport" },
    { path: "/spaser/registres/nouveau?genre=partenariat", status: 200, name: "registre-partenariat", needs: "/spaser/registres" },
    { path: "/structures?texte=zzzzzz", status: 200, name: "structures-filtre-vide", needs: "/structures" },
    { path: "/structures?conventionnees_le=douze", status: 400, name: "structures-filtre-faux", needs: "/structures" },
    { path: "/structures/999999", status: 404, name: "structure-absente", needs: "/structures" },
    { path: "/structures/2", status: 200, name: "structure-reputee", needs: "/structures" },
    { path: "/structures/imports/1", status: 200, name: "structures-import", needs: "/structures" },
    { path: "/achats/1", status: 200, name: "achats-bilan", needs: "/achats" },
    { path: "/achats/999999", status: 404, name: "achats-absents", needs: "/achats" },
  ].filter(({ needs }) => !needs || patterns.has(needs));
  return [
    ...known.map(({ path }) => ({ base: "demo", path, status: 200, name: nameOf(path) })),
    ...states.map((state) => ({ base: "demo", ...state })),
    ...known.filter(({ open }) => open)
      .map(({ path }) => path.split("?")[0])
      .filter((path, i, all) => all.indexOf(path) === i)
      .map((path) => ({ base: "vide", path, status: 200, name: `vide-${nameOf(path)}` })),
  ];
};
