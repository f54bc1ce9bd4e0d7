/**
 * Shows on the database as it is that no organization reaches another.
 *
 * <p>Promises: every table of organizations is asked as the application asks it, and nothing of
 * what was tried stays. Leaves alone: what the services and pages do (tests), and who keeps the
 * rows apart (tenant).
 */
package org.tulpar.operations.isolation;
