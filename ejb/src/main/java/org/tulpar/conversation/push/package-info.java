/**
 * Tells people in their browsers of what concerns them while no page of ours is open.
 *
 * <p>Promises: it follows the same rules as the pages ({@link
 * org.tulpar.conversation.notice.NoticeBoard}) and says the same words; the same occasion is told a
 * person once, whichever node saw it; nobody is told where they are not signed in; no transaction
 * waits for a push service. A notice may be lost, what it tells of never is. Leaves alone: how a
 * push service is spoken to (the port {@link org.tulpar.conversation.push.PushGateway}), and
 * whether a page is in sight, which only the browser knows.
 */
package org.tulpar.conversation.push;
