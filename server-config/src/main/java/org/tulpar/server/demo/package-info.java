/**
 * What a newcomer finds: two organizations, their people and channels, and the simulated outside
 * world.
 *
 * <p>Promises: written once, through the same row security as everything else, before the server
 * starts: that is why the demo's organizations are rows of ours, and not opened by the application
 * as any other (its package {@code operations.opening}).
 */
package org.tulpar.server.demo;
