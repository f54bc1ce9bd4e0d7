package org.tulpar.transfer;

import java.util.List;

/**
 * What a row became.
 *
 * @param created whether the subject did not exist before
 * @param filled what was filled in, in the importer's words; it comes back to be undone
 */
public record RowResult(boolean created, long subjectId, List<String> filled) {}
