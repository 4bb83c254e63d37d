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
    { path: "/suivi/marche/999999", status: 404, name: "suivi-absent", needs: "/semaine" },
    { path: "/semaine?jour=2030-01-01", status: 200, name: "semaine-vide", needs: "/semaine" },
    { path: "/semaine?jour=douze", status: 400, name: "semaine-faux-jour", needs: "/semaine" },
    { path: "/conseiller?cpv=peinture&besoin_estime=douze", status: 422, name: "conseiller-faute", needs: "/conseiller" },
    { path: "/conseiller?type=services", status: 200, name: "conseiller-manque", needs: "/conseiller" },
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
