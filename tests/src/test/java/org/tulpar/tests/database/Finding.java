package org.tulpar.tests.database;

/**
 * A breach of a rule of the catalogue.
 *
 * @param subject the table, index, policy or role, as the list of exceptions names it
 */
record Finding(String subject, String problem) {}
