/**
 * What people do, in a real browser, with the console open: journeys, and pictures of every screen
 * under {@code target/screens}. {@link org.tulpar.tests.browser.Journey} is what they stand on: it
 * fails them by complaints of the page and violations of accessibility, and leaves the people as it
 * found them.
 */
package org.tulpar.tests.browser;
