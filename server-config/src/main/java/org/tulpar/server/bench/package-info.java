/**
 * Organizations for measurements: many alike, without gluing, whose bot repeats the customer's
 * words.
 *
 * <p>Promises: opened by the running application, as any program of the operator's opens one;
 * refused beside customers.
 */
package org.tulpar.server.bench;
