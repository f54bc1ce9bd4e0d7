/**
 * The dashboard: figures as a person reads them, each a link to the rows it counts.
 *
 * <p>Promises: a number and its list have one condition; amounts of two currencies stand side by
 * side. Leaves alone: how anything is counted (analytics).
 */
package org.tulpar.web.analytics;
