package org.tulpar.web.analytics;

/**
 * What a person has to do with the deals of a pipeline.
 *
 * @param open under way now
 * @param won within the period
 * @param lost within the period
 * @param sums of what was won, or empty
 */
public record OwnerLine(String name, Counter open, Counter won, Counter lost, String sums) {}
