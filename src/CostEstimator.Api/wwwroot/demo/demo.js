const form = document.querySelector('#attributes');
const widget = document.querySelector('#widget');
const snippet = document.querySelector('#snippet');
const event = document.querySelector('#event');
const files = ['treatment-cost-estimator.js', 'element.js', 'styles.js', 'view.js'];
const digests = new Map();

function attributes() {
  return [...new FormData(form)].filter(([, value]) => value !== '');
}

function apply() {
  for (const { name, value } of form.elements) {
    if (name && widget.getAttribute(name) !== (value || null)) {
      value ? widget.setAttribute(name, value) : widget.removeAttribute(name);
    }
  }
  describe();
}

function describe() {
  const address = file => new URL(`widget/v1/${file}`, document.baseURI).href;
  const integrity = file => digests.has(file) ? ` integrity="${digests.get(file)}" crossorigin` : '';
  const [entry, ...others] = files;
  const given = attributes().map(([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`).join('');
  snippet.textContent = [
    ...(digests.size > 0 ? others : []).map(file => `<link rel="modulepreload" href="${address(file)}"${integrity(file)}>`),
    `<script type="module" src="${address(entry)}"${integrity(entry)}></script>`,
    `<style>treatment-cost-estimator { display: flow-root; min-height: max(60em, 100vh); ${widget.style.cssText} }</style>`,
    `<treatment-cost-estimator${given}></treatment-cost-estimator>`,
  ].join('\n');
}

async function digest() {
  // Only where the page came over a safe way can the browser be asked for it.
  if (crypto.subtle) {
    await Promise.all(files.map(async file => {
      const bytes = await (await fetch(`widget/v1/${file}`)).arrayBuffer();
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
      digests.set(file, `sha384-${btoa(String.fromCharCode(...hash))}`);
    }));
    describe();
  }
}

async function suggest() {
  const { api, 'api-key': key } = Object.fromEntries(new FormData(form));
  const ask = async path => {
    const answer = await fetch(new URL(path, api || document.baseURI), { headers: key ? { 'X-Api-Key': key } : {} });
    return answer.ok ? answer.json() : null;
  };
  const offer = (list, values) => document.querySelector(list)
    .replaceChildren(...(values ?? []).map(value => Object.assign(document.createElement('option'), { value })));
  const [programmes, rates] = await Promise.all(['v1/programmes', 'v1/exchange-rates'].map(ask)).catch(() => []);
  offer('#programmes', programmes?.map(({ code }) => code));
  offer('#currencies', rates?.currencies);
}

form.addEventListener('change', ({ target }) => {
  apply();
  if (target.name?.startsWith('api')) {
    suggest();
  }
});
form.addEventListener('submit', submitted => submitted.preventDefault());
for (const [id, property] of [['scheme', 'color-scheme'], ['accent', '--tce-accent']]) {
  document.querySelector(`#${id}`).addEventListener('change', ({ target }) => {
    widget.style.setProperty(property, target.value);
    describe();
  });
}
document.querySelector('#copy').addEventListener('click', () => {
  const range = document.createRange();
  range.selectNodeContents(snippet);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  document.querySelector('#copied').textContent = document.execCommand('copy') ? 'Copied' : 'Selected, but not copied';
});
for (const name of ['estimate', 'quote', 'error']) {
  widget.addEventListener(name, ({ detail }) => {
    event.textContent = `${name} ${JSON.stringify(detail, null, 2)}`;
  });
}

describe();
digest();
suggest();
