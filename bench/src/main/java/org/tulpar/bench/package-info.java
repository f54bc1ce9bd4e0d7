/**
 * Tulpar measured from outside, over its public interfaces and on loopback only.
 *
 * <p>Promises: nothing of it is part of the product, and nothing of the product is weaker for it.
 */
package org.tulpar.bench;
