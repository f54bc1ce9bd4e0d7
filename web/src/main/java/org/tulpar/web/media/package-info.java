/**
 * Files of messages for the browser.
 *
 * <p>Promises: a file is given to its own organization only, a foreign one does not exist; nothing
 * in it runs: its type is ours, sniffing is forbidden, and what is not image, film or sound is a
 * download. Leaves alone: what the files are (media) and where they are shown (conversation).
 */
package org.tulpar.web.media;
