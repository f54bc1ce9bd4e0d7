package org.tulpar.operations;

/**
 * One step of an execution.
 *
 * @param note what the step kept for a restart; null when it kept nothing
 */
public record JobStep(String name, String status, String exit, String note) {}
