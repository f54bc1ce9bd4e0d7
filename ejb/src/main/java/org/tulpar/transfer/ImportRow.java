package org.tulpar.transfer;

import java.util.List;

/**
 * A row with what became of it so far.
 *
 * @param number in the file, counted from 1
 * @param outcome VALID, CREATED or UPDATED; null when it was not looked at
 * @param subjectId what it became or filled, or null
 * @param filled what it filled in there, in the importer's words
 */
public record ImportRow(
    int number, List<String> cells, String outcome, Long subjectId, List<String> filled) {}
