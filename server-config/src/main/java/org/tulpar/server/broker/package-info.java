/**
 * An external message broker, asked once before anything starts. It is never started or stopped
 * here: that is its operator's.
 */
package org.tulpar.server.broker;
