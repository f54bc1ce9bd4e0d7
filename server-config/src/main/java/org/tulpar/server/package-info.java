/**
 * Brings up one installation of Tulpar on one machine: database, server, application, simulator.
 *
 * <p>Promises that starting twice changes nothing, that the public port opens only when the
 * application is ready, that a start that fails leaves nothing running, and that only processes of
 * this installation are ever ended. Knows nothing of what the application does; it leaves the
 * schema to {@code org.tulpar.db}.
 */
package org.tulpar.server;
