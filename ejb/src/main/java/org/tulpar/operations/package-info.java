/**
 * What the super-admin watches: the jobs of the installation, and in a package of their own the
 * backups.
 *
 * <p>Promises: a job runs once per cluster, whichever node is awake. Leaves alone: what runs a job
 * (port {@link org.tulpar.operations.JobRunner}).
 */
package org.tulpar.operations;
