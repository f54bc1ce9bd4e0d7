/**
 * Every call to the outside, one package per provider.
 *
 * <p>Promises: implements the core's ports. Leaves alone: every decision of the core's; packages of
 * providers do not know each other, only {@code http}.
 */
package org.tulpar.integrations;
