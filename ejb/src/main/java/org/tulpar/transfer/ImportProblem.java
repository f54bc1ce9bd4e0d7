package org.tulpar.transfer;

/**
 * A row that cannot be imported.
 *
 * @param row in the file, counted from 1
 * @param column header of the column, or null when it is the whole row
 * @param cell what stands there, or null
 * @param reason ends the key of the sentence
 */
public record ImportProblem(int row, String column, String cell, String reason) {}
