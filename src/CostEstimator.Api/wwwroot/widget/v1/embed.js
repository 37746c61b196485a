// A page for frames: shows a widget as the address asks for it, and tells the page around how high it is.
import { TreatmentCostEstimatorElement } from './treatment-cost-estimator.js';

const query = new URLSearchParams(location.search);

// What stands behind the # goes to no server, and into no log.
const secret = new URLSearchParams(location.hash.slice(1));

const widget = document.createElement('treatment-cost-estimator');
for (const name of TreatmentCostEstimatorElement.observedAttributes) {
  const value = (name === 'api-key' ? secret : query).get(name);
  if (value !== null && name !== 'api') {
    widget.setAttribute(name, value);
  }
}

const titles = { en: 'Cost of treatment', ru: 'Стоимость лечения', tr: 'Tedavi maliyeti' };
const nameIn = language => {
  document.documentElement.lang = language;
  document.title = document.querySelector('h1').textContent = titles[language];
};
nameIn([query.get('language'), ...navigator.languages.map(name => name.slice(0, 2).toLowerCase())].find(name => Object.hasOwn(titles, name)) ?? 'en');
widget.addEventListener('estimate', ({ detail }) => nameIn(detail.language));

// A frame is as light or dark as the page around says, which cannot be seen from here.
if (/^(light|dark|light dark)$/.test(query.get('color-scheme') ?? '')) {
  document.documentElement.style.colorScheme = query.get('color-scheme');
}

document.querySelector('main').append(widget);
new ResizeObserver(() => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  parent.postMessage({ type: 'treatment-cost-estimator:height', height }, '*');
}).observe(document.body);
