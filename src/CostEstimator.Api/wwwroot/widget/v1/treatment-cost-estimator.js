// Registers <treatment-cost-estimator>. All modules are named here, so that they arrive together.
import './styles.js';
import './view.js';
import { TreatmentCostEstimatorElement } from './element.js';

if (!customElements.get('treatment-cost-estimator')) {
  customElements.define('treatment-cost-estimator', TreatmentCostEstimatorElement);
}

export { TreatmentCostEstimatorElement };
