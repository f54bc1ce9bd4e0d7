package org.tulpar.client.transfer;

/**
 * A row that cannot become a client.
 *
 * @param row in the file, counted from 1
 * @param column header of the column, or null when it is the whole row
 * @param cell what stands there, or null
 * @param reason ends the key of the sentence: {@code refused.client.<reason>}
 */
public record ImportProblem(int row, String column, String cell, String reason) {}
