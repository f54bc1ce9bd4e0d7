package org.tulpar.violations.nobodyimportsanalytics.analytics;

public class Row {}
