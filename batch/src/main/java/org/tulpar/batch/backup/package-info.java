/**
 * The daily backup as a job of three steps: dump, prove, prune.
 *
 * <p>Promises: the job fails when its backup is red, and every run that was opened is ended. Leaves
 * alone: what a step does (operations).
 */
package org.tulpar.batch.backup;
