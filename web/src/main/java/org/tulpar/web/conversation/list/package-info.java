/**
 * What the inbox can be narrowed to, and the views that keep it.
 *
 * <p>Promises: everything chosen stands in the page's address. Leaves alone: the rows.
 */
package org.tulpar.web.conversation.list;
