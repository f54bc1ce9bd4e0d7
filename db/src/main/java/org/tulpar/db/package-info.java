/**
 * The schema of Tulpar: roles, migrations and policies, and the one way to apply them.
 *
 * <p>Runs as the owner role, outside the application: the application's own roles can change rows,
 * never tables.
 */
package org.tulpar.db;
