package org.tulpar.violations.integrationsknownootherintegration.integrations.evolution;

public class Wire {}
