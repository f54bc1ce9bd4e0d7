/** The embedded PostgreSQL and the way to the schema of this build. */
package org.tulpar.server.database;
