/**
 * What the installation needs somebody for, at this moment and for how long already.
 *
 * <p>Promises: it is told from where the health checks and the pages tell it, and says nothing of
 * what people write. Leaves alone: who is called (no one is: the console shows it).
 */
package org.tulpar.operations.alert;
