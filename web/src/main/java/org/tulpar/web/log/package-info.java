/**
 * What a log line says about its circumstances: organization, user, request, trace.
 *
 * <p>Promises: every record of {@code org.tulpar} carries them while a request or a scope is open;
 * they are ids and never a name, a text or a secret. Leaves alone: where and in which format the
 * server writes its log.
 */
package org.tulpar.web.log;
