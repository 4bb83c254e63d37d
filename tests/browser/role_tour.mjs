// Every page as each role sees it: what is theirs opens and is sound, what is not answers 403, and no link or form of a
// page leads to a refusal.
import { visit, watch } from "./check_page.mjs";

// Pages without example in /openapi.json that somebody logged in opens all the same.
const besides = ["/compte", "/compte/double-authentification", "/mot-de-passe", "/comptes", "/comptes/inviter"];
// Never by following a link: what goes out to a provider of identity, or needs a secret of its own.
const outside = /^\/(connexion|deconnexion|invitation|mot-de-passe\/)/;
const export_ = /\.(json|csv|xlsx|docx|odt|pdf)$/;

const matcher = (pattern) => new RegExp(`^${pattern.replace(/\{[^}]+\}/g, "([^/]+)")}$`);

// The routes that the server tells: those of a fixed word before those of a number, as its router has it.
export const routesOf = async (origin) => {
  const { paths } = await (await fetch(`${origin}/openapi.json`)).json();
  return Object.entries(paths)
    .flatMap(([pattern, item]) => Object.entries(item).map(([method, told]) => ({ pattern, method, told })))
    .map(({ pattern, method, told }) => ({
      pattern,
      method,
      roles: told["x-roles"],
      right: told["x-droit"],
      example: told["x-exemple"],
      page: method === "get" && Boolean(told.responses["200"].content["text/html"]),
      parts: pattern.includes("{"),
      matches: matcher(pattern),
    }))
    .sort((a, b) => a.parts - b.parts);
};

const routeAt = (routes, method, path) => routes.find((route) => route.method === method && route.matches.test(path));

const somewhere = ({ method, pattern, example }) => (method === "get" && example) || pattern.replace(/\{[^}]+\}/g, "1");

// What a page leads to: addresses of ours by a link, and where its forms go.
const waysOut = (page) =>
  page.evaluate(() => ({
    links: [...document.querySelectorAll("a[href]")].filter((a) => a.origin === location.origin).map((a) => a.pathname + a.search),
    forms: [...document.querySelectorAll("form")].flatMap((form) =>
      [form.getAttribute("action"), ...[...form.querySelectorAll("[formaction]")].map((b) => b.getAttribute("formaction"))]
        .map((action) => ({ method: form.method, path: new URL(action ?? "", location.href).pathname }))),
  }));

class RoleTour {
  constructor({ page, origin, role, routes, report, options }) {
    Object.assign(this, { page, origin, role, routes, report, options });
    this.visited = new Map(); // pattern -> address
    this.known = new Map(); // what tells two links apart -> where they stand
    this.refused = 0;
  }

  mine(route) {
    return route.roles.includes(this.role);
  }

  async run() {
    const queue = this.routes
      .filter((route) => route.page && !route.parts && this.mine(route) && (route.example || besides.includes(route.pattern)))
      .map((route) => ({ route, address: route.example ?? route.pattern }));
    for (const { route } of queue) this.visited.set(route.pattern, "");
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { links, forms } = await this.look(next.address);
      for (const link of this.examplesFirst(links)) this.follow(link, next.address, queue);
      for (const form of forms) this.judge(form, next.address);
    }
    await this.checkLinks();
    await this.checkRefusals();
  }

  async look(address) {
    const { page, origin, report, options } = this;
    const name = `${this.role}-${address.replace(/[^a-z0-9]+/gi, "-").slice(0, 60)}`;
    this.at = address;
    await visit(page, { origin, path: address, status: 200, name }, { report, ...options, label: `${this.role} ${options.label}` })
      .catch((error) => report.fault(`${address} ${this.role}`, error.message.split("\n")[0]));
    return waysOut(page);
  }

  // Of two rows that a page leads to, the one the documentation names has more to show.
  examplesFirst(links) {
    const known = new Set(this.routes.map((route) => route.example));
    return [...links].sort((a, b) => known.has(b) - known.has(a));
  }

  // A link to a page not seen yet, for any of its rows, is visited; another is asked for once all is seen.
  follow(link, from, queue) {
    const [path, query = ""] = link.split("?");
    if (export_.test(path) || outside.test(path)) return;
    const route = routeAt(this.routes, "get", path);
    if (!this.report.check(route, `${from} ${this.role}`, `le lien ${link} ne mène nulle part`)) return;
    if (!this.report.check(this.mine(route), `${from} ${this.role}`, `un lien mène à ${path}, qui demande « ${route.right} »`)) return;
    if (route.page && !this.visited.has(route.pattern)) {
      this.visited.set(route.pattern, link);
      queue.push({ route, address: link });
      return;
    }
    const kind = [route.parts ? path : route.pattern, ...[...new URLSearchParams(query).keys()].sort()].join(" ");
    if (!this.known.has(kind)) this.known.set(kind, { link, from });
  }

  judge({ method, path }, from) {
    const route = routeAt(this.routes, method, path);
    if (!this.report.check(route, `${from} ${this.role}`, `le formulaire vers ${path} ne mène nulle part`)) return;
    this.report.check(this.mine(route), `${from} ${this.role}`, `un formulaire va à ${path}, qui demande « ${route.right} »`);
  }

  async checkLinks() {
    for (const { link, from } of this.known.values()) {
      const answer = await this.page.request.get(this.origin + link, { maxRedirects: 0 });
      this.report.check([200, 303].includes(answer.status()), `${from} ${this.role}`, `le lien ${link} répond ${answer.status()}`);
    }
  }

  // What is never theirs is told so, by the page or by the form; one such page is looked at.
  async checkRefusals() {
    const not = this.routes.filter((route) => !this.mine(route) && (route.page || route.method === "post"));
    for (const route of not) {
      const address = this.origin + somewhere(route);
      const headers = { origin: this.origin };
      const answer = route.method === "post" ? await this.page.request.post(address, { form: {}, headers }) : await this.page.request.get(address);
      const told = answer.status() === 403 && (await answer.text()).includes("n’a pas le droit");
      this.report.check(told, `${route.pattern} ${this.role}`, `${route.method} répond ${answer.status()} au lieu d’un refus`);
      this.refused += 1;
    }
    const one = not.find((route) => route.page);
    if (!one) return;
    this.at = somewhere(one);
    await visit(this.page, { origin: this.origin, path: this.at, status: 403, name: `${this.role}-interdit` },
      { report: this.report, ...this.options, label: `${this.role} ${this.options.label}` });
  }

  // Pages of a row that no page leads to: there is none of theirs.
  unreached() {
    return this.routes.filter((route) => route.page && route.parts && this.mine(route) && !this.visited.has(route.pattern) && !outside.test(route.pattern));
  }
}

// Gives the number of pages seen.
export const tourAs = async ({ browser, origin, role, shape: [width, scheme], report, screens, picture }) => {
  const routes = await routesOf(origin);
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, locale: "fr-FR" });
  const page = await context.newPage();
  const label = `${width}-${scheme === "light" ? "clair" : "sombre"}`;
  const tour = new RoleTour({ page, origin, role, routes, report, options: { screens, label, picture } });
  watch(page, origin, () => `${tour.at} ${role} ${label}`, report);
  await tour.run();
  await context.close();
  const alone = tour.unreached().map((route) => route.pattern);
  console.log(`rôle ${role} : ${tour.visited.size} pages, ${tour.known.size} liens suivis, ${tour.refused} refus vérifiés` +
    (alone.length ? `, sans rien à montrer : ${alone.join(" ")}` : ""));
  report.check(tour.visited.size > 15, `rôle ${role}`, `${tour.visited.size} pages seulement`);
  return tour.visited.size;
};
