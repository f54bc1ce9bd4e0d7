package org.tulpar.violations.integrationsknownootherintegration.integrations.llm;

import org.tulpar.violations.integrationsknownootherintegration.integrations.evolution.Wire;

class Planted {
  Wire wire;
}
