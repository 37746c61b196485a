// A partner's program, made from the document alone: it is to compile strictly, and to understand every answer of the real server.
// It is told of its surroundings by the environment, and asks on standard output for what only they can do (see `ask`).
import assert from "node:assert/strict";
import { createInterface } from "node:readline";
import createClient from "openapi-fetch";
import type { components, paths } from "./out/schema.js";

type Problem = components["schemas"]["Problem"];
type PriceRange = components["schemas"]["PriceRange"];

const { API, API_KEY, API_KEY_OF_ONE_REQUEST } = process.env;
assert(API && API_KEY && API_KEY_OF_ONE_REQUEST);
const api = createClient<paths>({ baseUrl: API });
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const seen = new Set<string>();

/** Lets whoever started this program change the server's surroundings, and waits until it has. */
async function ask(what: "lock" | "unlock" | "break" | "mend"): Promise<void> {
  console.log(what);
  assert.equal((await answers.next()).value, "done");
}

function refused(answer: { data?: unknown; error?: Problem; response: Response }, status: number, kind: string, place?: string): void {
  const { error, response } = answer;
  assert(error, `${response.url} was not refused`);
  assert.equal(response.status, status, error.detail);
  assert.equal(error.status, status);
  assert.equal(error.type, `urn:cost-estimator:problem:${kind}`);
  assert(error.title && error.detail);
  if (place !== undefined) {
    assert(error.errors.some((fault) => (fault.pointer ?? fault.parameter) === place), `${place} is not named`);
  }
  seen.add(`${status} ${kind}`);
}

function shown(range: PriceRange): string {
  const high: string = range.high === null ? "open" : range.high;
  return `${range.low} ${high} ${range.currency} ${range.text}`;
}

async function catalogue(): Promise<void> {
  const treatments = await api.GET("/v1/treatments", { params: { query: { language: "tr" } } });
  assert(treatments.data);
  for (const treatment of treatments.data) {
    const one = await api.GET("/v1/treatments/{code}", { params: { path: { code: treatment.code }, query: { language: "tr" } } });
    assert.deepEqual(one.data, treatment);
  }
  const rules = await api.GET("/v1/price-rules", { params: { query: { treatment: "allogeneic-bmt", on: "2026-11-22" } } });
  assert(rules.data?.length === 2);
  const [first] = rules.data;
  assert(first?.range.high && first.validFrom === null);
  assert.deepEqual((await api.GET("/v1/price-rules/{code}", { params: { path: { code: first.code } } })).data, first);
  const programmes = await api.GET("/v1/programmes");
  const programme = programmes.data?.[0];
  assert(programme);
  assert.deepEqual((await api.GET("/v1/programmes/{code}", { params: { path: { code: programme.code } } })).data, programme);
  assert.equal((await api.GET("/v1/exchange-rates")).data?.base, "TRY");
  assert.equal((await api.GET("/health/live")).data?.status, "ok");
  assert.equal((await api.GET("/health/ready")).data?.status, "ok");
}

async function estimate(): Promise<void> {
  const query = { item: ["chemotherapy:4-6", "allogeneic-bmt"], fact: ["donor:related"] };
  const answer = await api.GET("/v1/estimates", { params: { query } });
  assert(answer.data);
  assert.equal(shown(answer.data.total), "66000.00 open USD from $66,000");
  assert.deepEqual(answer.data.openBecause, ["chemotherapy"]);
  const [line] = answer.data.lines;
  assert(line && line.stage === null && line.unitPrice && line.quantity.max === 6 && line.basis[0]?.source.title);
  assert.equal(answer.data.exchange, null);

  const tag = answer.response.headers.get("ETag");
  assert(tag && answer.response.headers.get("RateLimit") === null);
  const known = await api.GET("/v1/estimates", { params: { query, header: { "If-None-Match": tag } } });
  assert.equal(known.response.status, 304);

  const whole = await api.GET("/v1/estimates", {
    params: { query: { programme: "acute-leukaemia", currency: "RUB", on: "2026-11-22" }, header: { "Accept-Language": "ru" } },
  });
  assert(whole.data?.exchange?.bulletin && whole.data.language === "ru" && whole.data.questions[0]?.options.length === 3);
}

async function quote(): Promise<void> {
  const body = { items: [{ treatment: "allogeneic-bmt", quantity: { min: 1, max: null } }], facts: { donor: "related" }, currency: "EUR", language: "ru" as const };
  const header = { "Idempotency-Key": crypto.randomUUID() };
  const issued = await api.POST("/v1/quotes", { body, params: { header }, headers: { "X-Api-Key": API_KEY! } });
  assert(issued.data);
  assert.equal(issued.response.status, 201);
  assert.equal(issued.data.status, "open");
  const again = await api.POST("/v1/quotes", { body, params: { header }, headers: { "X-Api-Key": API_KEY! } });
  assert.deepEqual(again.data, issued.data);
  const { reference } = issued.data;
  assert.deepEqual((await api.GET("/v1/quotes/{reference}", { params: { path: { reference } } })).data, issued.data);
  assert.equal(issued.response.headers.get("Location"), `/v1/quotes/${reference}`);
}

async function refusedReadings(): Promise<void> {
  const item = ["chemotherapy"];
  refused(await api.GET("/v1/estimates", { params: { query: { item: ["chemotherapy:x"] } } }), 400, "bad-parameter", "item");
  refused(await api.GET("/v1/estimates", { params: { query: { item: ["chemo"] } } }), 422, "unknown-treatment", "item");
  refused(await api.GET("/v1/estimates", { params: { query: { item, currency: "XXX" } } }), 422, "unknown-currency", "currency");
  refused(await api.GET("/v1/estimates", { params: { query: { item, currency: "KZT" } } }), 422, "no-exchange-rate", "currency");
  refused(await api.GET("/v1/estimates", { params: { query: { item, fact: ["donor:sister"] } } }), 422, "unknown-value", "fact");
  refused(await api.GET("/v1/estimates", { params: { query: {} } }), 422, "nothing-to-price", "item");
  refused(await api.GET("/v1/treatments/{code}", { params: { path: { code: "chemo" } } }), 404, "not-found", "code");
  refused(await api.GET("/v1/price-rules/{code}", { params: { path: { code: "none" } } }), 404, "not-found", "code");
  refused(await api.GET("/v1/programmes/{code}", { params: { path: { code: "none" } } }), 404, "not-found", "code");
  refused(await api.GET("/v1/quotes/{reference}", { params: { path: { reference: "Q-ZZZZ-ZZZZ-ZZZZ" } } }), 404, "not-found", "reference");
  refused(await api.GET("/v1/treatments", { headers: { Accept: "text/html" } }), 406, "not-acceptable");
  refused(await api.GET("/v1/treatments", { headers: { "X-Api-Key": "nonsense" } }), 401, "unknown-key");
  const headers = { "X-Api-Key": API_KEY_OF_ONE_REQUEST! };
  assert((await api.GET("/v1/treatments", { headers })).data);
  const many = await api.GET("/v1/treatments", { headers });
  refused(many, 429, "too-many-requests");
  assert(Number(many.response.headers.get("Retry-After")) >= 1);
}

async function refusedQuotes(): Promise<void> {
  const body = { items: [{ treatment: "chemotherapy" }] };
  refused(await api.POST("/v1/quotes", { body: {} }), 422, "nothing-to-price", "/items");
  const withName = { ...body, name: "Jane" };
  refused(await api.POST("/v1/quotes", { body: withName }), 400, "unknown-field", "/name");
  // @ts-expect-error A language that there is not is refused by the compiler, too.
  refused(await api.POST("/v1/quotes", { body: { ...body, language: "de" } }), 422, "unknown-language", "/language");
  // @ts-expect-error And so is a quantity in words.
  refused(await api.POST("/v1/quotes", { body: { items: [{ treatment: "chemotherapy", quantity: { min: "4" } }] } }), 400, "bad-body", "/items/0/quantity/min");
  refused(await api.POST("/v1/quotes", { body, bodySerializer: () => `${JSON.stringify(body)}${" ".repeat(16_384)}` }), 413, "body-too-large");
  refused(await api.POST("/v1/quotes", { body, headers: { "Content-Type": "text/plain" } }), 415, "unsupported-media-type");
  refused(await api.POST("/v1/quotes", { body, params: { header: { "Idempotency-Key": "a b" } } }), 400, "bad-header", "Idempotency-Key");
  refused(await api.POST("/v1/quotes", { body, headers: { "X-Api-Key": API_KEY!, Origin: "https://other.example" } }), 403, "origin-not-allowed");

  await ask("lock");
  const params = { header: { "Idempotency-Key": crypto.randomUUID() } };
  const first = api.POST("/v1/quotes", { body, params });
  await new Promise((resolve) => setTimeout(resolve, 500));
  refused(await api.POST("/v1/quotes", { body, params }), 409, "idempotency-key-in-use");
  await ask("unlock");
  assert((await first).data);
  refused(await api.POST("/v1/quotes", { body: { programme: "acute-leukaemia" }, params }), 422, "idempotency-key-reused");

  await ask("break");
  const broken = await api.POST("/v1/quotes", { body });
  refused(broken, 503, "unavailable");
  assert(broken.response.headers.get("Retry-After"));
  await ask("mend");
}

await catalogue();
await estimate();
await quote();
await refusedReadings();
await refusedQuotes();
console.log(`refusals: ${[...seen].sort().join(", ")}`);
process.exit(0);
