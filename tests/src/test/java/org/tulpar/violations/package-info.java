/**
 * Crooked houses: each subpackage breaks one rule of the architecture, so that the rule is seen
 * failing.
 *
 * <p>Nothing here is part of the product.
 */
package org.tulpar.violations;
