/**
 * Messages in the languages of those who read them: translated after their commit, outside of any
 * transaction, again and again until it works or is given up.
 *
 * <p>Promises: no message and no answer of the bot waits for a translation; a message is translated
 * once for each language that people of the organization read. Leaves alone: how it is translated
 * ({@code org.tulpar.translation}).
 */
package org.tulpar.dialogue.translation;
