/**
 * One large organization: its rows, and what each page costs then.
 *
 * <p>Promises: the rows are the same from run to run but for their age; the pages are asked for as
 * a browser asks, and their statements are explained as the application itself runs them, under its
 * role and row security. Leaves alone: what several people do at once, which is bench/compare's.
 */
package org.tulpar.bench.large;
