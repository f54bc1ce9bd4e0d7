/**
 * Tells the person in front of a page of what concerns them, whatever page it is.
 *
 * <p>Promises: the push carries ids only, and each page asks with its own session what they mean.
 * Leaves alone: the pages that show conversations live; they hear the same news by their own ways.
 */
package org.tulpar.web.notice;
