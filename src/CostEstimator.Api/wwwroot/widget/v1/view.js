import { textsBefore } from './client.js';

export class View {
  #title = h('h2', { part: 'title' });
  #currency;
  #language;
  #problem = new Problem();
  #choose = h('p', { hidden: true });
  #total = new Total();
  #quantities;
  #questions;
  #lines = new Lines();
  #notes = new Notes();
  #disclaimer = h('p', { class: 'muted', part: 'disclaimer' });
  #notAnOffer = h('p', { class: 'muted', part: 'disclaimer' });
  #loading = h('p', { class: 'unseen', role: 'status' });
  #slot = h('slot');
  #before = h('div', { part: 'loading' }, this.#slot, this.#loading,
    h('div', { part: 'skeleton', 'aria-hidden': 'true' }, ...Array.from({ length: 9 }, () => h('span'))),
    this.#notAnOffer);

  quoting;

  constructor(on) {
    this.#currency = new Switch('currency', on.oncurrency);
    this.#language = new Switch('language', on.onlanguage);
    this.#quantities = new Quantities(on.oncount);
    this.#questions = new Questions(on.onanswer);
    this.quoting = new Quoting(on.onquote);
    this.#problem.retry.addEventListener('click', on.onretry);
    this.node = h('div', { part: 'widget', dir: 'ltr', 'data-state': 'loading' },
      this.#before,
      h('header', { part: 'header' }, this.#title, this.#currency.node, this.#language.node),
      this.#choose, this.#total.node, this.#problem.node, this.#total.caveats,
      h('div', { class: 'columns' },
        h('div', { class: 'column' }, this.#quantities.node, this.#questions.node, this.quoting.node),
        h('div', { class: 'column' }, this.#lines.node, this.#notes.node)),
      this.#disclaimer);
  }

  wait(language) {
    mark(this.node, 'aria-busy', 'true');
    this.quoting.wait();
    this.#slot.dir = getComputedStyle(this.node.getRootNode().host).direction;
    if (this.node.dataset.state === 'loading') {
      mark(this.node, 'lang', language);
      say(this.#loading, textsBefore(language).loading);
      say(this.#notAnOffer, textsBefore(language)['not-an-offer']);
    }
  }

  show({ texts, language, enquiry, estimate, without, catalogue, currencies, wished }) {
    this.#settle(estimate ? 'ready' : 'empty');
    mark(this.node, 'lang', language);
    say(this.#title, catalogue.name ?? texts.title);
    this.#currency.update(texts, currencies.map(code => [code, code]), estimate?.currency ?? enquiry.currency);
    this.#language.update(texts, ['en', 'ru', 'tr'].map(code => [code, texts[`language.${code}`]]), language);
    say(this.#choose, estimate ? null : texts.choose);
    this.#quantities.update(enquiry.items, catalogue.treatments, (estimate?.lines ?? []).filter(line => !line.stage), texts);
    if (estimate) {
      this.#total.update(estimate, `${estimate.currency} ${enquiry.programme} ${enquiry.chosen.map(item => item.treatment)}`, texts);
      this.#questions.update(estimate, enquiry.facts, without, catalogue.facts, texts);
      this.#lines.update(estimate, texts);
      this.#notes.update(estimate, texts);
    }
    say(this.#disclaimer, estimate?.disclaimer.text ?? texts.disclaimer);
    this.quoting.update(wished, estimate !== null, texts);
  }

  /** Says what went wrong; what was chosen stays. */
  fail(problem, texts) {
    const isFirst = !this.#disclaimer.textContent;
    this.#settle(isFirst ? 'failed-first' : 'failed');
    say(this.#notAnOffer, texts.disclaimer ?? texts['not-an-offer']);
    this.#problem.show(problem, texts, isFirst);
  }

  focus() {
    this.#total.sentence.focus({ preventScroll: true });
  }

  #settle(state) {
    mark(this.node, 'data-state', state);
    mark(this.node, 'aria-busy', null);
    this.#loading.hidden = true;
    this.#problem.hide();
  }
}

class Problem {
  #title = h('strong');
  #detail = h('p');

  retry = h('button', { type: 'button', part: 'retry' });
  node = h('div', { part: 'problem', hidden: true }, h('div', { role: 'alert' }, this.#title, this.#detail), this.retry);

  show(problem, texts, isFirst) {
    say(this.#title, texts.failed);
    say(this.#detail, [problem.status === 0 ? texts.unreachable : problem.detail, ...(isFirst ? [] : [texts.kept])].join(' '));
    say(this.retry, texts.retry);
    this.node.hidden = false;
  }

  hide() {
    this.node.hidden = true;
    this.#title.textContent = '';
    this.#detail.textContent = '';
  }
}

class Switch {
  #name;
  #label = h('span', { class: 'label' });
  #select = h('select', { part: 'select' });

  node = h('label', { class: 'switch' }, this.#label, this.#select);

  constructor(name, onchange) {
    this.#name = name;
    this.#select.addEventListener('change', () => onchange(this.#select.value));
  }

  update(texts, options, chosen) {
    say(this.#label, texts[this.#name]);
    const known = options.some(([code]) => code === chosen) || !chosen ? options : [[chosen, chosen], ...options];
    list(this.#select, known, ([code]) => code, ([code]) => {
      const node = h('option', { value: code });
      return { node, update: ([, text]) => say(node, text) };
    });
    this.#select.value = chosen ?? '';
  }
}

/** The total as a sentence, and as a bar on a scale that stays while answers narrow it. */
class Total {
  #label = h('span', { class: 'label' });
  #amount = h('span', { part: 'amount' });
  #bar = h('div', { part: 'range' });
  #openEnd = h('p', { class: 'muted', hidden: true });
  #stale = h('p', { part: 'stale', hidden: true });
  #top = 0;
  #scale = '';

  sentence = h('p', { class: 'sentence', role: 'status', 'aria-atomic': 'true', tabindex: -1 }, this.#label, ' ', this.#amount);
  node = h('section', { part: 'total' },
    this.sentence,
    h('div', { part: 'bar', 'aria-hidden': 'true' }, this.#bar));

  caveats = h('div', { class: 'caveats' }, this.#stale, this.#openEnd);

  update(estimate, scale, texts) {
    say(this.#label, `${texts.total}:`);
    say(this.#amount, estimate.total.text);
    this.#draw(estimate, scale);
    const open = estimate.openBecause.map(code => estimate.lines.find(line => line.treatment === code)?.name ?? code);
    say(this.#openEnd, open.length > 0 ? fill(texts['open-end'], { treatments: open.join(', ') }) : null);
    say(this.#stale, estimate.notes.find(note => note.code === 'stale-rates')?.text);
  }

  // Numbers here make a picture, never a price.
  #draw({ total, questions }, scale) {
    const ends = [total, ...questions.flatMap(question => question.options.map(option => option.total))]
      .map(range => range.high === null ? Number(range.low) * 1.5 : Number(range.high) * 1.05);
    this.#top = Math.max(...ends, this.#scale === scale ? this.#top : 0) || 1;
    this.#scale = scale;
    const low = 100 * Number(total.low) / this.#top;
    const high = total.high === null ? 100 : 100 * Number(total.high) / this.#top;
    this.#bar.style.setProperty('--before', `${Math.min(low, 98)}%`);
    this.#bar.style.setProperty('--after', `${Math.max(0, 100 - Math.max(high, low + 2))}%`);
    mark(this.#bar, 'data-open', total.high === null);
  }
}

class Lines {
  #heading = h('h3');
  #stages = h('ol', { class: 'stages' });

  node = h('section', { part: 'lines' }, this.#heading, this.#stages);

  update(estimate, texts) {
    const stages = [];
    for (const line of estimate.lines) {
      if (stages.at(-1)?.stage?.code !== line.stage?.code || stages.length === 0) {
        stages.push({ stage: line.stage, lines: [] });
      }
      stages.at(-1).lines.push(line);
    }
    say(this.#heading, texts.lines);
    list(this.#stages, stages, ({ stage }, place) => stage?.code ?? place, stageView, texts, estimate.language);
  }
}

function stageView() {
  const name = h('h4', { part: 'stage' });
  const lines = h('ul', { class: 'items' });
  return {
    node: h('li', {}, name, lines),
    update(stage, ...context) {
      say(name, stage.stage?.name);
      list(lines, stage.lines, (line, place) => `${line.treatment} ${place}`, lineView, ...context);
    },
  };
}

function lineView() {
  const name = h('span', { class: 'name' });
  const price = h('span', { part: 'price' });
  const sum = h('p', { class: 'muted' });
  const when = h('p', { class: 'muted' });
  const assumption = h('p', { class: 'muted' });
  const disagree = h('span', { class: 'badge' });
  const summary = h('summary');
  const sources = h('ul', { class: 'sources' });
  const details = h('details', {}, summary, sources);
  return {
    node: h('li', { part: 'line' },
      h('div', { class: 'named' }, h('span', {}, name, ' ', disagree), price), sum, when, assumption, details),
    update(line, texts, language) {
      say(name, line.name);
      say(price, line.price.text);
      mark(price, 'data-on-request', line.onRequest);
      say(sum, line.text);
      say(when, line.whenText);
      say(assumption, line.assumption && fill(texts.assumption, { text: line.assumption.text }));
      say(disagree, line.sourcesDisagree ? texts['sources-disagree'] : null);
      say(summary, texts.sources);
      mark(summary, 'aria-label', fill(texts['sources-of'], { treatment: line.name }));
      details.hidden = line.basis.length === 0;
      list(sources, line.basis, rule => rule.code, sourceView, texts, language);
    },
  };
}

function sourceView() {
  const lines = Array.from({ length: 5 }, () => h('p'));
  return {
    node: h('li', { part: 'source' }, ...lines),
    update({ source, range, note }, texts, language) {
      const said = [
        fill(texts.published, { range: range.text }),
        [source.title, source.publisher].filter(Boolean).join(' · '),
        source.locator,
        fill(texts['read-on'], { day: new Date(source.readOn).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' }) }),
        note?.text,
      ];
      lines.forEach((line, place) => say(line, said[place]));
    },
  };
}

class Notes {
  #heading = h('h3');
  #notes = h('ul', { class: 'notes' });

  node = h('section', { part: 'notes' }, this.#heading, this.#notes);

  update(estimate, texts) {
    const notes = estimate.notes.filter(note => note.code !== 'stale-rates');
    this.node.hidden = notes.length === 0;
    say(this.#heading, texts.notes);
    list(this.#notes, notes, (note, place) => `${note.code} ${place}`, () => {
      const node = h('li');
      return { node, update: note => say(node, note.text) };
    });
  }
}

const MOST = 1000;

class Quantities {
  #heading = h('h3');
  #rows = h('ul', { class: 'rows' });
  #onchange;

  node = h('section', { part: 'quantities', hidden: true }, this.#heading, this.#rows);

  constructor(onchange) {
    this.#onchange = onchange;
  }

  // The lines are those that are from no programme: one for each item that is chosen.
  update(items, treatments, lines, texts) {
    const waiting = [...lines];
    const rows = items.map(item => ({
      item,
      treatment: treatments.find(({ code }) => code === item.treatment),
      line: item.count === 0 ? null : waiting.shift(),
    }));
    this.node.hidden = rows.length === 0;
    say(this.#heading, texts.treatments);
    list(this.#rows, rows, (row, place) => `${row.item.treatment} ${place}`, () => this.#row(), texts);
  }

  #row() {
    let shown;
    let texts;
    const decide = count => {
      quantity.style.visibility = 'hidden';
      this.#onchange(shown.item, count);
      if (count !== undefined) {
        show();
      }
    };
    const countShown = () => String(shown.item.count ?? (isOpen(shown) ? '' : least()));
    const isEmpty = () => field.value === '' && field.validity.valid;
    const least = () => shown.line?.quantity.min ?? shown.treatment?.defaultQuantity.min ?? 1;

    // More than "not known" is the least that it can be.
    const step = by => decide(Math.min(Math.max(
      shown.item.count === null && isOpen(shown) && by > 0 ? least() : (shown.item.count ?? least()) + by, 0), MOST));
    const name = h('span', { class: 'name' });
    const quantity = h('span', { class: 'muted' });
    const fewer = h('button', { type: 'button', part: 'step', onclick: () => step(-1) }, '−');
    const more = h('button', { type: 'button', part: 'step', onclick: () => step(1) }, '+');
    const field = h('input', {
      type: 'number', part: 'field', inputmode: 'numeric', min: 0, max: MOST, step: 1, placeholder: '?',
      // What is no count is the price of nothing; it is given up with the field.
      oninput: () => decide(isCount(field.value) ? Math.min(field.value, MOST) : isEmpty() && isOpen(shown) ? null : undefined),
      onblur: () => field.validity.valid && field.value === countShown() || decide(shown.item.count),
    });
    const unknown = h('input', { type: 'checkbox', onchange: () => decide(unknown.checked ? null : least()) });
    const unknownText = h('span');
    const unknownChoice = h('label', { class: 'choice' }, unknown, unknownText);

    function show() {
      const { item, treatment, line } = shown;
      const title = treatment?.name ?? line?.name ?? item.treatment;
      say(name, title);
      say(quantity, item.count === 0 ? texts['not-included'] : line?.quantity.text);
      mark(field, 'aria-label', fill(texts.quantity, { treatment: title }));
      mark(fewer, 'aria-label', fill(texts.fewer, { treatment: title }));
      mark(more, 'aria-label', fill(texts.more, { treatment: title }));
      mark(unknown, 'aria-label', fill(texts['quantity-unknown-of'], { treatment: title }));
      say(unknownText, texts['quantity-unknown']);
      unknownChoice.hidden = !isOpen(shown);
      unknown.checked = item.count === null;
      if (field.value !== countShown() || !field.validity.valid) {
        field.value = countShown();
      }
      mark(fewer, 'aria-disabled', item.count === 0 && 'true');
    }

    return {
      node: h('li', { part: 'quantity' },
        h('div', { class: 'named' }, name, quantity),
        h('div', { class: 'stepper' }, fewer, field, more),
        unknownChoice),
      update(row, words) {
        [shown, texts] = [row, words];
        quantity.style.visibility = '';
        show();
      },
    };
  }
}

function isOpen({ item, treatment }) {
  const usual = treatment?.defaultQuantity;
  return item.asked.includes(':') || (usual !== undefined && usual.min !== usual.max);
}

function isCount(value) {
  return /^\d+$/.test(value);
}

class Questions {
  #heading = h('h3');
  #groups = h('div', { class: 'groups' });
  #order = [];
  #onchange;

  node = h('section', { part: 'questions', hidden: true }, this.#heading, this.#groups);

  constructor(onchange) {
    this.#onchange = onchange;
  }

  // `without` has for each stated fact the estimate without it: its question, with the totals of its options.
  update(estimate, facts, without, known, texts) {
    const open = estimate.questions.map(question => ({ ...question, chosen: null, total: estimate.total }));
    const answered = [...facts].map(([fact, value]) => answeredGroup(fact, value, without.get(fact), known)).filter(Boolean);
    const groups = new Map([...open, ...answered].map(group => [group.fact, group]));
    this.#order = arrange(this.#order, answered.map(group => group.fact), open.map(group => group.fact));
    this.node.hidden = groups.size === 0;
    say(this.#heading, texts.questions);
    list(this.#groups, this.#order.map(fact => groups.get(fact)), group => group.fact, () => this.#group(), texts);
  }

  #group() {
    let shown;
    const question = h('legend');
    const options = h('div', { class: 'options' });
    const noEffect = h('p', { class: 'muted' });
    const option = () => {
      let value;
      const radio = h('input', { type: 'radio', onchange: () => this.#onchange(shown.fact, value) });
      const text = h('span', { class: 'name' });
      const total = h('span', { part: 'option-total' });
      const node = h('label', { part: 'option' }, radio, text, total);
      return {
        node,
        update(choice) {
          value = choice.value;
          radio.name = shown.fact;
          radio.checked = value === shown.chosen;
          say(text, choice.text);
          say(total, choice.total?.text);
        },
      };
    };
    return {
      node: h('fieldset', { part: 'question' }, question, options, noEffect),
      update(group, texts) {
        shown = group;
        say(question, group.text);
        const choices = [{ value: null, text: texts['answer-unknown'], total: group.total }, ...group.options];
        list(options, choices, choice => choice.value ?? '', option);
        say(noEffect, group.total ? null : texts['no-effect']);
      },
    };
  }
}

/** The question that was answered, as it would be asked if it were not; without totals if it would not be. */
function answeredGroup(fact, chosen, estimate, known) {
  const question = estimate?.questions.find(asked => asked.fact === fact);
  if (question) {
    return { ...question, chosen, total: estimate.total };
  }
  const found = known.find(candidate => candidate.fact === fact);
  return found && { fact, text: found.text, options: found.values, chosen, total: null };
}

/** An order in which an answered question stays where it was, and the open ones follow one another as the estimate has them. */
function arrange(before, answered, open) {
  const order = new Array(answered.length + open.length).fill(null);
  for (const fact of answered) {
    let place = Math.min(Math.max(before.indexOf(fact), 0), order.length - 1);
    while (order[place] !== null) {
      place = (place + 1) % order.length;
    }
    order[place] = fact;
  }
  const waiting = [...open];
  return order.map(fact => fact ?? waiting.shift());
}

class Quoting {
  #texts = {};
  #quote = null;
  #asked = '';
  #wished = '';
  #can = false;
  #isAsking = false;
  #isStale = false;
  #button = h('button', { type: 'button', part: 'quote-button' });
  #problem = h('p', { part: 'problem', role: 'alert', hidden: true });
  #label = h('span', { class: 'label' });
  #reference = h('code', { part: 'reference' });
  #copy = h('button', { type: 'button', part: 'copy', onclick: () => this.#copyReference() });
  #total = h('p', { class: 'name' });
  #validity = h('p');
  #outdated = h('p', { class: 'muted' });
  #issued = h('div', { part: 'quote', hidden: true, tabindex: -1 },
    h('p', { class: 'reference' }, this.#label, ' ', this.#reference, ' ', this.#copy), this.#total, this.#validity, this.#outdated);

  node = h('section', { class: 'quoting' }, this.#button, this.#problem, h('div', { role: 'status' }, this.#issued));

  constructor(onissue) {
    this.#button.addEventListener('click', () => this.#button.ariaDisabled || onissue());
  }

  update(wished, can, texts) {
    this.#wished = wished;
    this.#texts = texts;
    this.#can = can;
    this.#isStale = false;
    say(this.#problem, null);
    this.#show();
  }

  /** No quote is issued of a total that is about to change. */
  wait() {
    this.#isStale = true;
    this.#show();
  }

  ask() {
    this.#isAsking = true;
    say(this.#problem, null);
    this.#show();
  }

  issued(quote, asked) {
    this.#isAsking = false;
    this.#quote = quote;
    this.#asked = asked;
    this.#show();
    this.#issued.focus({ preventScroll: true });
    this.#issued.scrollIntoView({ block: 'nearest' });
  }

  refused(problem) {
    this.#isAsking = false;
    const reason = problem.status === 0 ? this.#texts.unreachable : problem.detail;
    this.#show();
    say(this.#problem, `${this.#texts['quote-failed']}. ${reason} ${this.#texts.kept}`);
  }

  #show() {
    const [texts, quote] = [this.#texts, this.#quote];
    mark(this.#button, 'aria-disabled', (this.#isAsking || this.#isStale) && 'true');
    say(this.#button, this.#isAsking ? texts.quoting : texts.quote);
    this.#button.hidden = !this.#can;
    this.#issued.hidden = quote === null;
    if (quote !== null) {
      say(this.#label, `${texts['quote-reference']}:`);
      say(this.#reference, quote.reference);
      say(this.#copy, texts.copy);
      say(this.#total, quote.total.text);
      say(this.#validity, quote.validityText);
      mark(this.#validity, 'lang', quote.language);
      say(this.#outdated, this.#asked === this.#wished ? null : texts['quote-outdated']);
    }
  }

  async #copyReference() {
    const reference = this.#quote.reference;
    let isCopied = true;
    try {
      await navigator.clipboard.writeText(reference);
    } catch {
      // Not every page may use the clipboard of itself, but every visitor may copy.
      document.addEventListener('copy', copy => {
        copy.preventDefault();
        copy.clipboardData.setData('text/plain', reference);
      }, { once: true });
      isCopied = document.execCommand('copy');
    }
    say(this.#copy, isCopied ? this.#texts.copied : this.#texts.copy);
  }
}

// What follows makes elements, and changes no more of them than has changed: what has the focus, or is open, stays so.

const views = new WeakMap();

/** An element with attributes, listeners (`onclick`) and children; an attribute of null or false is left out. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else {
      mark(element, name, value);
    }
  }
  element.append(...children);
  return element;
}

function mark(element, name, value) {
  if ((value ?? false) === false) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value === true ? '' : value);
  }
}

/** Gives an element a text; none hides it. */
function say(element, text) {
  const said = text ?? '';
  if (element.textContent !== said) {
    element.textContent = said;
  }
  element.hidden = said === '';
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);
}

/** Shows items as the children of an element, each by a view of its own, which it keeps as long as its key comes again. */
function list(parent, items, keyOf, create, ...context) {
  const before = views.get(parent) ?? new Map();
  const now = new Map();
  const focused = parent.getRootNode().activeElement;
  items.forEach((item, place) => {
    const key = keyOf(item, place);
    const view = before.get(key) ?? create(item);
    view.update(item, ...context);
    now.set(key, view);
  });
  for (const [key, view] of before) {
    if (!now.has(key)) {
      view.node.remove();
    }
  }
  let place = 0;
  for (const { node } of now.values()) {
    if (parent.children[place] !== node) {
      parent.insertBefore(node, parent.children[place] ?? null);
    }
    place++;
  }
  views.set(parent, now);
  if (focused && parent.contains(focused) && parent.getRootNode().activeElement !== focused) {
    focused.focus({ preventScroll: true });
  }
}
