/**
 * What a newcomer finds: two organizations, their people and channels, and the simulated outside
 * world.
 *
 * <p>Promises: written once, through the same row security as everything else.
 */
package org.tulpar.server.demo;
