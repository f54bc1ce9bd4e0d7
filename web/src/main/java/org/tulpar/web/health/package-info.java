/**
 * Whether this node lives and whether it may be given work ({@code /health/live}, {@code
 * /health/ready}, MicroProfile Health); anybody may ask.
 *
 * <p>Promises: an answer within seconds, without a secret and without a name. Leaves alone: what to
 * do about it.
 */
package org.tulpar.web.health;
