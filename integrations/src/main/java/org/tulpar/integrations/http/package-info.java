/**
 * The one way out: HTTP calls to providers.
 *
 * <p>Promises: every call has a time limit and a size limit, follows no redirect, keeps no cookie
 * and is made once; an address that an organization chose is checked after it was resolved; the
 * caller learns whether the request left ({@link org.tulpar.integrations.http.Exchange}). Leaves
 * alone: what the answer means.
 */
package org.tulpar.integrations.http;
