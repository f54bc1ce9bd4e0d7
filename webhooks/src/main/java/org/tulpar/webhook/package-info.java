/**
 * Where gateways knock: size limit, secret or signature, durable, 200, and nothing else in that
 * request.
 *
 * <p>Promises: 200 only after the event is committed; 401 without a word for an unknown key or a
 * wrong secret; 400 or 413 for what must never come again; 503 for every trouble of ours, because
 * gateways give up on 4xx and repeat 5xx.
 */
package org.tulpar.webhook;
