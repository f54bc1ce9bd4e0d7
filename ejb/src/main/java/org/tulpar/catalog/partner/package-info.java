/**
 * Partners: whose products the organization sells, and for which share.
 *
 * <p>Promises: a name stands once. Leaves alone: what is owed to them.
 */
package org.tulpar.catalog.partner;
