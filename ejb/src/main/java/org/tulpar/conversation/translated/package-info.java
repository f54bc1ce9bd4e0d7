/**
 * Messages and answers in two languages: what a person reads instead of what was said, and what is
 * sent instead of what she wrote.
 *
 * <p>Promises: both texts of an answer are stored together; one whose translation has lost or
 * changed a figure, a date, an address or a name is not sent before a person has confirmed it.
 * Leaves alone: who translates ({@code org.tulpar.translation}) and when ({@code dialogue}).
 */
package org.tulpar.conversation.translated;
