// What a first visit costs: every byte of the home page and of what it needs, as it comes over the wire.
const limit = 60_000;

export const checkWeight = async (browser, origin, report) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const requests = [];
  page.on("requestfinished", (request) => requests.push(request));
  await page.goto(`${origin}/`, { waitUntil: "networkidle" });
  let total = 0;
  for (const request of requests) {
    const { responseHeadersSize, responseBodySize } = await request.sizes();
    const size = responseHeadersSize + responseBodySize;
    total += size;
    console.log(`poids : ${String(size).padStart(6)} octets  ${new URL(request.url()).pathname}`);
  }
  report.check(requests.length > 2, "/", "l’accueil n’a demandé ni style ni script");
  report.check(total <= limit, "/", `la première page pèse ${total} octets, plus de ${limit}`);
  console.log(`poids : ${String(total).padStart(6)} octets en tout, ${limit} au plus`);
  await context.close();
};
