/**
 * The frame of every page: language, theme, navigation, addresses of resources, the page at the
 * root.
 *
 * <p>Promises: the page knows its language and theme before the first byte, so nothing flashes,
 * shows no link to a page that does not exist, and an answer shows nothing of the one before it
 * ({@link org.tulpar.web.shell.Brought}). Leaves alone: what is inside the page.
 */
package org.tulpar.web.shell;
