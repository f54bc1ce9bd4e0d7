/**
 * What other programs ask: JSON under {@code /api/v1}.
 *
 * <p>Promises: the organization is the caller's and no parameter names one; what is not understood
 * is 400 with a sentence, what may not be seen is 403 or 404. A program of the operator's is in no
 * organization: it opens them, and sees none. Leaves alone: who is calling (security).
 */
package org.tulpar.web.api;
