/**
 * What concerns one person now, and how they want to hear of it.
 *
 * <p>Promises: nobody is told of what is somebody else's, or of what they did themselves; every
 * answer is bounded. Leaves alone: how it sounds and where it is shown (the pages), and what a
 * person is looking at, which only the page knows.
 */
package org.tulpar.conversation.notice;
