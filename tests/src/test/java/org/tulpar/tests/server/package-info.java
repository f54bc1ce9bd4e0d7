/**
 * The application as it is delivered, on a real server: started by the launcher people use, on
 * ports and in a directory of its own, spoken to from outside by HTTP.
 *
 * <p>The installation is started once per run, restarted before the first test, and always stopped.
 */
package org.tulpar.tests.server;
