export class View {
  #title = h('h2', { part: 'title' });
  #currency;
  #language;
  #problem = new Problem();
  #total = new Total();
  #quantities;
  #questions;
  #lines = new Lines();
  #notes = new Notes();
  #disclaimer = h('p', { class: 'muted', part: 'disclaimer' });
  #notAnOffer = h('p', { class: 'muted early', part: 'disclaimer' });
  #loading = h('p', { class: 'unseen', role: 'status' });
  #slot = h('slot');
  #before = h('div', { part: 'loading' }, this.#slot, this.#loading,
    h('div', { part: 'skeleton' }, ...Array.from({ length: 6 }, () => h('span'))));

  #cover;

  quoting;
  room = h('div', { class: 'room' }, 'i '.repeat(10));

  constructor(on) {
    this.#currency = new Switch('currency', on.oncurrency);
    this.#language = new Switch('language', on.onlanguage);
    this.#quantities = new Quantities(on.oncount);
    this.#questions = new Questions(on.onanswer);
    this.quoting = new Quoting(on.onquote);
    this.#problem.retry.addEventListener('click', on.onretry);
    const top = h('div', { class: 'top' }, this.#total.node, this.#problem.node);
    this.#cover = () => this.node.style.setProperty('--covered', `${top.offsetHeight}px`);
    new ResizeObserver(this.#cover).observe(top);
    this.node = h('div', { part: 'widget', dir: 'ltr', 'data-state': 'loading' },
      this.#before,
      h('header', { part: 'header' }, this.#title, this.#currency.node, this.#language.node),
      top, this.#total.caveat,
      h('div', { class: 'columns' },
        h('div', { class: 'column' }, this.#quantities.node, this.#questions.node, this.quoting.node),
        h('div', { class: 'column' }, this.#lines.node, this.#notes.node)),
      this.#notAnOffer, this.#disclaimer);
  }

  wait(texts) {
    mark(this.node, 'aria-busy', 'true');
    this.quoting.wait();
    this.#slot.dir = getComputedStyle(this.node.getRootNode().host).direction;
    if (this.#isEmpty) {
      mark(this.node, 'lang', texts.lang);
      say(this.#loading, texts.loading);
      say(this.#notAnOffer, texts['not-an-offer']);
    }
  }

  show({ texts, language, currency, enquiry, estimate, without, catalogue, currencies, wished }) {
    this.#settle(estimate ? 'ready' : 'empty', this.#total.sentence);
    mark(this.node, 'lang', language);
    say(this.#title, catalogue.name ?? texts.title);
    this.#currency.update(texts, currencies.map(code => [code, code]), currency);
    this.#language.update(texts, ['en', 'ru', 'tr'].map(code => [code, texts[`language.${code}`], code]), language);
    this.#quantities.update(enquiry.items, catalogue.treatments, (estimate?.lines ?? []).filter(line => !line.stage), texts);
    this.#total.update(estimate, JSON.stringify([currency, enquiry.programme, enquiry.chosen]), texts);
    if (estimate) {
      this.#questions.update(estimate, enquiry.facts, without, catalogue.facts, texts);
      this.#lines.update(estimate, texts);
      this.#notes.update(estimate, texts);
    }
    say(this.#disclaimer, estimate?.disclaimer.text ?? texts.disclaimer);
    this.quoting.update(wished, estimate !== null, texts);
  }

  /** What was chosen stays. */
  fail(problem, texts) {
    const isFirst = this.#isEmpty;
    this.#settle(isFirst ? 'failed-first' : 'failed', this.#problem.retry);
    say(this.#notAnOffer, texts.disclaimer ?? texts['not-an-offer']);
    this.#problem.show(problem, texts, isFirst);
  }

  get #isEmpty() {
    return ['loading', 'failed-first'].includes(this.node.dataset.state);
  }

  /** A change that takes away what has the focus gives it to another. */
  #settle(state, other) {
    const focused = this.node.getRootNode().activeElement;
    queueMicrotask(() => {
      this.#cover();
      if (focused?.checkVisibility({ visibilityProperty: true }) === false) {
        other.focus();
      } else if (focused && state === 'failed') {
        this.#problem.node.scrollIntoView({ block: 'nearest' });
      }
    });
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
    mark(this.node, 'lang', texts.lang);
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
    const isListed = options.some(([code]) => code === chosen);
    list(this.#select, isListed ? options : [[chosen, chosen], ...options], ([code]) => code, ([code, , lang]) => {
      const node = h('option', { value: code, lang });
      return { node, update: ([, text]) => say(node, text) };
    });
    this.#select.value = chosen;
  }
}

/** The total as a sentence, and as a bar on a scale that stays while answers narrow it. */
class Total {
  #choose = h('span', { class: 'label' });
  #label = h('span', { class: 'label' });
  #amount = h('span', { part: 'amount' });
  #bar = h('div', { part: 'range' });
  #top = 0;
  #scale = '';

  sentence = h('p', { class: 'sentence', role: 'status', 'aria-atomic': 'true', tabindex: -1 }, this.#choose, this.#label, ' ', this.#amount);
  node = h('section', { part: 'total' },
    this.sentence,
    h('div', { part: 'bar', 'aria-hidden': 'true' }, this.#bar));

  #stale = h('p', { part: 'stale', hidden: true });

  caveat = h('div', { role: 'status' }, this.#stale);

  update(estimate, scale, texts) {
    say(this.#choose, estimate ? null : texts.choose);
    say(this.#label, estimate && `${texts.total}:`);
    say(this.#amount, estimate?.total.text);
    say(this.#stale, estimate?.notes.find(note => note.code === 'stale-rates')?.text);
    if (estimate) {
      this.#draw(estimate, scale);
    }
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
  #openEnd = h('p', { class: 'muted' });
  #stages = h('ol', { class: 'stages' });

  node = h('section', { part: 'lines' }, this.#heading, this.#openEnd, this.#stages);

  update(estimate, texts) {
    const stages = [...Map.groupBy(estimate.lines, line => line.stage?.code ?? '')];
    const open = estimate.openBecause.map(code => estimate.lines.find(line => line.treatment === code)?.name ?? code);
    say(this.#heading, texts.lines);
    say(this.#openEnd, open.length > 0 ? fill(texts['open-end'], { treatments: open.join(', ') }) : null);
    list(this.#stages, stages, ([code]) => code, stageView, texts, estimate.language);
  }
}

function stageView() {
  const name = h('h4', { part: 'stage' });
  const lines = h('ul', { class: 'items' });
  return {
    node: h('li', {}, name, lines),
    update([, inStage], ...context) {
      say(name, inStage[0].stage?.name);
      list(lines, inStage, (line, place) => `${line.treatment} ${place}`, lineView, ...context);
    },
  };
}

function lineView() {
  const name = h('span', { class: 'name' });
  const price = h('span', { part: 'price' });
  const remarks = Array.from({ length: 3 }, () => h('p', { class: 'muted' }));
  const disagree = h('span', { class: 'badge' });
  const summary = h('summary');
  const sources = h('ul', { class: 'sources' });
  const details = h('details', {}, summary, sources);
  return {
    node: h('li', { part: 'line' },
      h('div', { class: 'named' }, h('span', {}, name, ' ', disagree), price), ...remarks, details),
    update(line, texts, language) {
      say(name, line.name);
      say(price, line.price.text);
      mark(price, 'data-on-request', line.onRequest);
      const said = [line.text, line.whenText, line.assumption && fill(texts.assumption, { text: line.assumption.text })];
      remarks.forEach((remark, place) => say(remark, said[place]));
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
      this.#onchange(shown.item, count);
      show();
      quantity.style.visibility = 'hidden';
    };
    const doubt = () => {
      this.#onchange(shown.item);
      mark(field, 'aria-invalid', 'true');
      say(quantity, fill(texts['quantity-limits'], { most: MOST }));
      quantity.style.visibility = '';
    };
    const countShown = () => String(shown.item.count ?? (isOpen(shown) ? '' : least()));
    const least = () => shown.line?.quantity.min ?? shown.treatment?.defaultQuantity.min ?? 1;

    // More than "not known" is the least that it can be.
    const step = by => decide(Math.min(Math.max(
      shown.item.count === null && isOpen(shown) && by > 0 ? least() : (shown.item.count ?? least()) + by, 0), MOST));
    const name = h('span', { class: 'name' });
    const quantity = h('span', { class: 'muted', role: 'status' });
    const fewer = h('button', { type: 'button', part: 'step', onclick: () => step(-1) }, '−');
    const more = h('button', { type: 'button', part: 'step', onclick: () => step(1) }, '+');
    const field = h('input', {
      type: 'number', part: 'field', min: 0, max: MOST, step: 1, placeholder: '?',
      // What is no count is the price of nothing; it is given up with the field.
      oninput: () => /^\d+$/.test(field.value) ? decide(Math.min(field.value, MOST))
        : field.value === '' && field.validity.valid && isOpen(shown) ? decide(null) : doubt(),
      onkeydown: key => {
        const by = { ArrowUp: 1, ArrowDown: -1 }[key.key];
        if (by) {
          key.preventDefault();
          step(by);
        }
      },
      onblur: () => field.validity.valid && field.value === countShown() || decide(shown.item.count),
    });
    const unknown = h('input', { type: 'checkbox', onchange: () => decide(unknown.checked ? null : least()) });
    const unknownText = h('span');
    const unknownChoice = h('label', { class: 'choice' }, unknown, unknownText);

    function show() {
      const { item, treatment, line } = shown;
      const title = treatment?.name ?? line?.name ?? item.treatment;
      say(name, title);
      say(quantity, item.count === 0 ? texts['not-included'] : line?.quantity.text ?? quantity.textContent);
      for (const [control, text] of [[field, 'quantity'], [fewer, 'fewer'], [more, 'more'], [unknown, 'quantity-unknown-of']]) {
        mark(control, 'aria-label', fill(texts[text], { treatment: title }));
      }
      say(unknownText, texts['quantity-unknown']);
      unknownChoice.hidden = !isOpen(shown);
      unknown.checked = item.count === null;
      mark(field, 'aria-invalid', null);
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
    const answered = [...known.values()].filter(({ fact }) => facts.has(fact))
      .map(question => answeredGroup(question, facts.get(question.fact), without.get(question.fact)));
    const groups = arrange(this.#order, answered, open);
    this.#order = groups.map(({ fact }) => fact);
    this.node.hidden = groups.length === 0;
    say(this.#heading, texts.questions);
    list(this.#groups, groups, ({ fact }) => fact, () => this.#group(), texts);
  }

  #group() {
    let shown;
    const question = h('legend');
    const options = h('div', { class: 'options' });
    const noEffect = h('p', { class: 'muted' });
    const option = () => {
      let value;
      const radio = h('input', { type: 'radio', onchange: () => this.#onchange(shown.fact, value) });
      const text = h('span');
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
function answeredGroup({ fact, text, values }, chosen, estimate) {
  const question = estimate.questions.find(asked => asked.fact === fact);
  return { chosen, ...(question ? { ...question, total: estimate.total } : { fact, text, options: values, total: null }) };
}

/** An order in which an answered question stays where it was, and the open ones follow one another as the estimate has them. */
function arrange(before, answered, open) {
  const groups = [...open];
  answered.map((group, place) => [before.includes(group.fact) ? before.indexOf(group.fact) : place, group])
    .sort(([one], [other]) => one - other)
    .forEach(([place, group]) => groups.splice(place, 0, group));
  return groups;
}

class Quoting {
  #texts = {};
  #quote = null;
  #copied = '';
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
    this.#show();
  }

  /** No quote is issued of a total that is about to change. */
  wait() {
    this.#isStale = true;
    say(this.#problem, null);
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
    // Who has gone on to something else is not called back.
    if (this.node.getRootNode().activeElement === this.#button || document.activeElement === document.body) {
      this.#issued.focus();
    }
  }

  refused(problem) {
    this.#isAsking = false;
    const reason = problem.status === 0 ? this.#texts.unreachable : problem.detail;
    this.#show();
    say(this.#problem, `${this.#texts['quote-failed']}. ${reason} ${this.#texts.kept}`);
  }

  #show() {
    const [texts, quote] = [this.#texts, this.#quote];
    mark(this.#button, 'aria-disabled', (this.#isAsking || this.#isStale || !this.#can) && 'true');
    say(this.#button, this.#isAsking ? texts.quoting : texts.quote);
    this.#issued.hidden = quote === null;
    if (quote !== null) {
      say(this.#label, `${texts['quote-reference']}:`);
      say(this.#reference, quote.reference);
      say(this.#copy, this.#copied === quote.reference ? texts.copied : texts.copy);
      say(this.#total, quote.total.text);
      say(this.#validity, quote.validityText);
      mark(this.#total, 'lang', quote.language);
      mark(this.#validity, 'lang', quote.language);
      say(this.#outdated, this.#asked === this.#wished ? null : texts['quote-outdated']);
    }
  }

  // Not every page or frame may write to the clipboard of itself, but every visitor may copy.
  #copyReference() {
    const reference = this.#quote.reference;
    const give = copy => {
      copy.preventDefault();
      copy.stopImmediatePropagation();
      copy.clipboardData.setData('text/plain', reference);
    };
    addEventListener('copy', give, true);
    this.#copied = document.execCommand('copy') && reference;
    removeEventListener('copy', give, true);
    this.#show();
  }
}

// What follows makes elements, and changes no more of them than it must: what has the focus, or is open, stays so.

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
