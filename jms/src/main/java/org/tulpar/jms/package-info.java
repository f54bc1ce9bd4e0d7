/**
 * Both ends of each queue, side by side.
 *
 * <p>Promises: a wake-up costs one small non-persistent message and is coalesced; news reach every
 * node. Leaves alone: the work itself. Nothing here is the only copy of anything: losing all queues
 * costs a sweep.
 */
package org.tulpar.jms;
