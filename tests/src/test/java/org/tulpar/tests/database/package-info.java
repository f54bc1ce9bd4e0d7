/**
 * The database as tests: the catalogue of the migrated schema, row security for every role, and the
 * functions of the pipeline, on a PostgreSQL of its own that starts once per run.
 */
package org.tulpar.tests.database;
