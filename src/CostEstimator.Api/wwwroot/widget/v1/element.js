import { styles } from './styles.js';
import { View } from './view.js';

/** For how many milliseconds to wait whether the visitor goes on. */
const PAUSE = 200;

/** For how many names and texts hold, and prices while nobody looks at them. */
const FRESH = 300_000;

/** After how many a server that says nothing cannot be reached. */
const PATIENCE = 30_000;

const HERE = new URL('../..', import.meta.url).href;

/** A visitor's live price range: asks the API, and shows what it says. Attributes and events are in the README. */
export class TreatmentCostEstimatorElement extends HTMLElement {
  static observedAttributes = ['api', 'api-key', 'programme', 'items', 'facts', 'currency', 'language'];

  #enquiry = new Enquiry();
  #client = null;
  #texts = null;
  #estimate = null;
  #failed = null;
  #quoteKey = { asked: null, key: null };
  #connection = null;
  #pending = null;
  #timer = 0;
  #askedAt = 0;

  #view = new View({
    oncurrency: code => this.#decide(() => { this.#enquiry.currency = code; }),
    onlanguage: code => this.#decide(() => { this.#enquiry.language = code; }),
    oncount: (item, count) => count === undefined ? this.#hold() : this.#decide(() => { item.count = count; }),
    onanswer: (fact, value) => this.#decide(() => this.#answer(fact, value)),
    onquote: () => this.#issue(),
    onretry: () => this.#refresh(),
  });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles];
    root.append(this.#view.room, this.#view.node);
  }

  /** The estimate that is shown, as the API gave it; null: there is none. */
  get estimate() {
    return this.#failed ? null : this.#estimate;
  }

  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    addEventListener('online', () => this.#failed?.status === 0 && this.#refresh(), { signal });
    document.addEventListener('visibilitychange', () => this.#lookAgain(), { signal });
    this.#refresh();
  }

  disconnectedCallback() {
    this.#connection.abort();
    this.#hold();
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now) {
      this.#decide(() => this.#take(name, now || null));
    }
  }

  #take(name, value) {
    const enquiry = this.#enquiry;
    if (name.startsWith('api')) {
      this.#client = null;
    } else if (name === 'items') {
      enquiry.setItems(value);
    } else if (name === 'facts') {
      enquiry.setFacts(value);
    } else {
      enquiry[name] = value;
    }
    if ((name === 'programme' || name === 'api') && enquiry.isOffer) {
      enquiry.setItems(null);
    }
  }

  #later(milliseconds) {
    if (this.isConnected) {
      this.#timer = setTimeout(() => this.#refresh(), milliseconds);
    }
  }

  #decide(change) {
    change();
    this.#hold();
    this.#later(PAUSE);
  }

  /** What is shown no longer is what is asked for. */
  #hold() {
    clearTimeout(this.#timer);
    this.#pending?.abort();
    this.#view.wait(textsBefore(this.#enquiry.language));
  }

  #answer(fact, value) {
    if (value === null) {
      this.#enquiry.facts.delete(fact);
    } else {
      this.#enquiry.facts.set(fact, value);
    }
  }

  #lookAgain() {
    if (document.visibilityState === 'visible' && performance.now() - this.#askedAt > FRESH) {
      this.#refresh();
    }
  }

  /** Asks anew. What is asked last is what is shown, whatever comes in which order. */
  async #refresh() {
    this.#enquiry.language ??= languageAround(this);
    this.#hold();
    this.#pending = new AbortController();
    const { signal } = this.#pending;
    this.#client ??= new Client(this.getAttribute('api') || HERE, this.getAttribute('api-key'));
    this.#askedAt = performance.now();
    try {
      const answer = await this.#ask(signal);
      signal.throwIfAborted();
      answer.isOfOnePriceList ? this.#show(answer) : this.#later(PAUSE);
    } catch (fault) {
      if (!signal.aborted) {
        this.#fail(problemOf(fault), fault.retryAfter);
      }
    }
  }

  async #ask(signal) {
    const [client, enquiry] = [this.#client, this.#enquiry];
    const { language } = enquiry;
    const isOffering = !enquiry.programme && enquiry.items.length === 0;
    const treatments = enquiry.programme && enquiry.items.length === 0 ? [] : client.treatments(language, signal);
    if (isOffering) {
      enquiry.offer(await treatments);
    }
    const facts = enquiry.isEmpty ? [] : [...enquiry.facts.keys()];
    const [estimate, programme, offered, texts, rates, ...without] = await Promise.all([
      enquiry.isEmpty ? null : client.estimate(enquiry.query(), signal),
      enquiry.programme ? client.programme(enquiry.programme, language, signal) : null,
      treatments,
      client.texts(language, signal).then(answer => { this.#texts = answer; return answer; }),
      client.exchangeRates(signal).catch(() => null),
      ...facts.map(fact => client.estimate(enquiry.query(fact), signal)),
    ]);
    return {
      isOfOnePriceList: without.every(other => other.priceListVersion === estimate.priceListVersion),
      estimate,
      texts: texts.texts,
      currency: estimate?.currency ?? enquiry.currency ?? texts.currency,
      language: estimate?.language ?? texts.language,
      without: new Map(facts.map((fact, place) => [fact, without[place]])),
      catalogue: {
        name: programme?.name ?? null,
        treatments: offered,
        facts: new Map([...(programme?.facts ?? []), ...offered.flatMap(treatment => treatment.facts)].map(question => [question.fact, question])),
      },
      currencies: rates?.currencies ?? [],
    };
  }

  #show(answer) {
    this.#failed = null;
    this.#estimate = answer.estimate;
    this.#view.show({ ...answer, enquiry: this.#enquiry, wished: this.#wished() });
    if (answer.estimate) {
      this.#tell('estimate', answer.estimate);
    }
  }

  #fail(problem, retryAfter) {
    const { language } = this.#enquiry;
    this.#failed = problem;
    this.#view.fail(problem, this.#texts && [null, this.#texts.language].includes(language)
      ? { lang: this.#texts.language, ...this.#texts.texts } : textsBefore(language));
    if (retryAfter > 0) {
      this.#later(retryAfter * 1000);
    }
    this.#tell('error', problem, false);
  }

  async #issue() {
    const [client, wished, asked] = [this.#client, this.#wished(), JSON.stringify([this.#estimate.priceListVersion, this.#body()])];
    if (this.#quoteKey.asked !== asked) {
      this.#quoteKey = { asked, key: `widget-${crypto.getRandomValues(new BigUint64Array(2)).join('-')}` };
    }
    this.#view.quoting.ask();
    try {
      const quote = await client.quote(this.#body(), this.#quoteKey.key);
      this.#view.quoting.issued(quote, wished);
      this.#tell('quote', quote);
      if (JSON.stringify(quote.total) !== JSON.stringify(this.#estimate?.total)) {
        this.#refresh();
      }
    } catch (fault) {
      const problem = problemOf(fault);
      this.#view.quoting.refused(problem);
      this.#tell('error', problem, false);
    }
  }

  #tell(name, detail, bubbles = true) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles, composed: bubbles }));
  }

  #body() {
    return this.#enquiry.body(this.#estimate);
  }

  // In another language, a quote is still the same.
  #wished() {
    return this.#estimate ? JSON.stringify({ ...this.#body(), language: null }) : '';
  }
}

function languageAround(element) {
  const around = element.closest('[lang]')?.lang.slice(0, 2).toLowerCase();
  return around in WITHOUT_TEXTS ? around : null;
}

/** What a visitor asks for, in the words of the API. */
class Enquiry {
  programme = null;
  currency = null;
  language = null;

  facts = new Map();

  // `count` is how many, or null as long as that is not known: then it is as `asked`.
  items = [];
  isOffer = false;

  setFacts(text) {
    this.facts = new Map(words(text).map(pair));
  }

  setItems(text) {
    this.isOffer = false;
    this.items = words(text).map(word => {
      const [treatment, quantity] = pair(word);
      return /^\d+$/.test(quantity)
        ? { treatment, asked: treatment, count: Number(quantity) }
        : { treatment, asked: word, count: null };
    });
  }

  offer(treatments) {
    this.isOffer = true;
    this.items = treatments.map(({ code }) => ({ treatment: code, asked: code, count: 0 }));
  }

  get chosen() {
    return this.items.filter(item => item.count !== 0);
  }

  get isEmpty() {
    return !this.programme && this.chosen.length === 0;
  }

  /** The query of an estimate, with a fact taken as not known. */
  query(fact) {
    const query = new URLSearchParams();
    if (this.programme) {
      query.append('programme', this.programme);
    }
    this.chosen.forEach(item => query.append('item', item.count === null ? item.asked : `${item.treatment}:${item.count}`));
    this.facts.forEach((value, name) => name !== fact && query.append('fact', `${name}:${value}`));
    ['currency', 'language'].forEach(name => this[name] && query.append(name, this[name]));
    return query.toString();
  }

  body({ currency, language }) {
    return {
      ...(this.programme && { programme: this.programme }),
      items: this.chosen.map(item => ({ treatment: item.treatment, ...quantityOf(item) })),
      facts: Object.fromEntries([...this.facts].sort()),
      currency,
      language,
    };
  }
}

function quantityOf({ asked, count }) {
  const [min, max] = count === null ? pair(asked)[1].split('-') : [count, count];
  return min === '' ? {} : { quantity: { min: Number(min), ...(max && { max: Number(max) }) } };
}

function words(text) {
  return (text ?? '').split(/[\s,]+/).filter(Boolean);
}

function pair(word) {
  const place = word.indexOf(':');
  return place < 0 ? [word, ''] : [word.slice(0, place), word.slice(place + 1)];
}

/** What has to be said where the texts themselves cannot be had. */
const WITHOUT_TEXTS = {
  en: {
    loading: 'Loading prices…',
    failed: 'The price could not be loaded',
    unreachable: 'The price service cannot be reached. Please check the connection, or try later.',
    retry: 'Try again',
    'not-an-offer': 'All prices here are estimates, not an offer.',
  },
  ru: {
    loading: 'Загружаем цены…',
    failed: 'Не удалось загрузить стоимость',
    unreachable: 'Сервис цен недоступен. Проверьте подключение или попробуйте позже.',
    retry: 'Повторить',
    'not-an-offer': 'Все цены здесь ориентировочные и не являются офертой.',
  },
  tr: {
    loading: 'Fiyatlar yükleniyor…',
    failed: 'Fiyat yüklenemedi',
    unreachable: 'Fiyat hizmetine ulaşılamıyor. Bağlantıyı denetleyin veya sonra deneyin.',
    retry: 'Yeniden dene',
    'not-an-offer': 'Buradaki tüm fiyatlar tahminidir, teklif değildir.',
  },
};

function textsBefore(language) {
  const wished = [language, ...navigator.languages].map(name => name?.slice(0, 2).toLowerCase());
  const lang = wished.find(name => name in WITHOUT_TEXTS) ?? 'en';
  return { lang, ...WITHOUT_TEXTS[lang] };
}

/** The API's problem, or one of its shape with the status 0 where there was no answer. */
function problemOf(fault) {
  return fault.problem ?? { type: 'urn:cost-estimator:problem:unreachable', title: 'Unreachable', status: 0, detail: String(fault), errors: [] };
}

class Client {
  #base;
  #key;
  #answers = new Map();

  constructor(base, key) {
    this.#base = base.replace(/\/+$/, '');
    this.#key = key;
  }

  texts(language, signal) {
    return this.#look(`/widget/v1/texts${languageQuery(language)}`, signal);
  }

  programme(code, language, signal) {
    return this.#look(`/v1/programmes/${encodeURIComponent(code)}${languageQuery(language)}`, signal);
  }

  treatments(language, signal) {
    return this.#look(`/v1/treatments${languageQuery(language)}`, signal);
  }

  exchangeRates(signal) {
    return this.#look('/v1/exchange-rates', signal);
  }

  // What the browser has from before, it shows to the server by its ETag.
  estimate(query, signal) {
    return this.#ask(`/v1/estimates?${query}`, { signal, cache: 'no-cache' });
  }

  quote(body, key) {
    return this.#ask('/v1/quotes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    });
  }

  async #look(path, signal) {
    const known = this.#answers.get(path);
    if (known && performance.now() - known.at < FRESH) {
      return known.answer;
    }
    const answer = await this.#ask(path, { signal, cache: 'no-cache' });
    this.#answers.set(path, { answer, at: performance.now() });
    return answer;
  }

  async #ask(path, { signal, headers, ...options }) {
    const patience = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(this.#base + path, {
      ...options,
      headers: { ...headers, ...(this.#key && { 'X-Api-Key': this.#key }) },
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
      credentials: 'omit',
    });
    const json = await answer.json();
    if (answer.ok) {
      return json;
    }
    throw Object.assign(new Error(json.detail), { problem: json, retryAfter: Number(answer.headers.get('Retry-After')) });
  }
}

function languageQuery(language) {
  return language ? `?language=${encodeURIComponent(language)}` : '';
}
