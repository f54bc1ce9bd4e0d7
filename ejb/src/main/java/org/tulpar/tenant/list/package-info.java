/**
 * Lists by name as every feature cuts them: what they are narrowed to, a page, the place where it
 * goes on.
 *
 * <p>Promises: a page begins at a row and not at a number, so that it costs the same wherever it
 * lies. Leaves alone: which rows there are and what stands in them.
 */
package org.tulpar.tenant.list;
