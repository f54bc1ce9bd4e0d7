/**
 * The jobs of the installation as the super-admin sees them.
 *
 * <p>Promises: every job is listed, also before its first run. Leaves alone: what a job does and
 * how it is started (a package of its own for each).
 */
package org.tulpar.operations.job;
