package org.tulpar.transfer;

/**
 * Why a row cannot be imported.
 *
 * @param column counted from 0, or null when it is the whole row
 * @param reason ends the key of the sentence
 */
public record RowProblem(Integer column, String reason) {}
