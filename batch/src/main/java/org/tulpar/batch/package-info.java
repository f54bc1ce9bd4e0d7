/**
 * Jobs on Jakarta Batch: one package per job, and what they share.
 *
 * <p>Promises: a job's step makes one call into the application and says how it went. Leaves alone:
 * what the work is, and what becomes of its result (the features).
 */
package org.tulpar.batch;
