/**
 * Web Push: RFC 8030 for the request, RFC 8291 for the words, RFC 8292 for who we are.
 *
 * <p>Promises: the words are encrypted for one browser, so that its maker's service carries them
 * unread; every call goes out by {@link org.tulpar.integrations.http.OutboundClient}, once. Leaves
 * alone: who is told of what, and whether it is tried again. The library encrypts and signs and has
 * no way out of its own.
 */
package org.tulpar.integrations.push;
