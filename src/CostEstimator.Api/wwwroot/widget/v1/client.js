/** For how many milliseconds names and texts hold without asking again; prices never do. */
const FRESH = 300_000;

/** After how many a server that says nothing cannot be reached. */
const PATIENCE = 30_000;

/** What has to be said where the texts themselves cannot be had. */
const WITHOUT_TEXTS = {
  en: {
    loading: 'Loading prices…',
    failed: 'The price could not be loaded',
    unreachable: 'There is no connection to the price service. Please check the internet connection.',
    retry: 'Try again',
    'not-an-offer': 'All prices here are estimates, not an offer.',
  },
  ru: {
    loading: 'Загружаем цены…',
    failed: 'Не удалось загрузить стоимость',
    unreachable: 'Нет связи с сервисом цен. Проверьте подключение к интернету.',
    retry: 'Повторить',
    'not-an-offer': 'Все цены здесь ориентировочные и не являются офертой.',
  },
  tr: {
    loading: 'Fiyatlar yükleniyor…',
    failed: 'Fiyat yüklenemedi',
    unreachable: 'Fiyat hizmetine bağlanılamıyor. Lütfen internet bağlantısını denetleyin.',
    retry: 'Yeniden dene',
    'not-an-offer': 'Buradaki tüm fiyatlar tahminidir, teklif değildir.',
  },
};

export function textsBefore(language) {
  const wished = [language, ...navigator.languages].map(name => name?.slice(0, 2).toLowerCase());
  return WITHOUT_TEXTS[wished.find(name => name in WITHOUT_TEXTS) ?? 'en'];
}

/** The API's problem, or one of its shape with the status 0 where there was no answer. */
export function problemOf(fault) {
  return fault.problem ?? { type: 'urn:cost-estimator:problem:unreachable', title: 'Unreachable', status: 0, detail: String(fault), errors: [] };
}

export class Client {
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
