/**
 * The files of messages: what is known of each, where its bytes lie, and how it may be shown.
 *
 * <p>Promises: a file is found by its own organization only; what a browser is told about its type
 * was read from its bytes, never from its sender. Leaves alone: fetching and sending (dialogue).
 */
package org.tulpar.media;
