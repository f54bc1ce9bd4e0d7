/**
 * Requests in, answers out: a thin layer over the JDK's server.
 *
 * <p>Promises: a handler sees decoded path variables and a bounded body, and may answer, stream or
 * hang up; trouble becomes the error shape of the surface that was called. Leaves alone: what the
 * routes mean.
 */
package org.tulpar.simulator.http;
