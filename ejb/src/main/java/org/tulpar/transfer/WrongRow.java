package org.tulpar.transfer;

import java.util.List;

/**
 * A row that cannot be imported, as it came.
 *
 * @param number in the file, counted from 1
 * @param column header of the column that is wrong, or null when it is the whole row
 * @param reason ends the key of the sentence
 */
public record WrongRow(int number, List<String> cells, String column, String reason) {}
