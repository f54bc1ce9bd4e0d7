/**
 * The daily proof of isolation as a job of three steps, one for each barrier.
 *
 * <p>Promises: every proof that was opened is ended. Leaves alone: what a step looks at
 * (operations).
 */
package org.tulpar.batch.isolation;
