/**
 * WhatsApp Cloud API of Meta: signed batches of messages and statuses in, messages and approved
 * templates out.
 *
 * <p>Promises: a person is known by her business-scoped id and by her number, and either may be
 * absent; each message of a batch counts once by its id, whichever batch brings it. Leaves alone:
 * whether a free text may be sent now, which is the send policy's.
 */
package org.tulpar.integrations.whatsappcloud;
