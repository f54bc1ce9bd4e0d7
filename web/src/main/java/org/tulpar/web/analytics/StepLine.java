package org.tulpar.web.analytics;

/**
 * A stage of the funnel.
 *
 * @param share of the first stage, in per cent, for the bar
 * @param percent of the stage before, as it is read; empty for the first
 */
public record StepLine(String name, long share, Counter reached, String percent) {}
