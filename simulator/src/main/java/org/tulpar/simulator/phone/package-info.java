/**
 * The page with a phone: a newcomer writes as a customer and sees what the gateway saw.
 *
 * <p>Promises: the page shows only what happened here, in Russian or English; no script or style of
 * elsewhere runs in it. Leaves alone: what the application does inside.
 */
package org.tulpar.simulator.phone;
