/**
 * The application server: unpacked, provisioned, hardened, started, and the application on it.
 *
 * <p>Promises: doing it twice changes nothing; the public port is closed until the application is
 * ready.
 */
package org.tulpar.server.payara;
