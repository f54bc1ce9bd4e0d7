/**
 * A push service of a browser's maker, and the browsers behind it.
 *
 * <p>Promises: it takes what RFC 8030 and 8292 ask for and nothing else, and a browser reads what
 * was encrypted for it (RFC 8291). Leaves alone: delivery to a real browser.
 */
package org.tulpar.simulator.push;
