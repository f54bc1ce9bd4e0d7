/**
 * What people do, in a real browser, with the console open: journeys, and pictures of what was seen
 * under {@code target/screens}. Each stands on {@link org.tulpar.tests.browser.Journey}, which
 * fails it by complaints of the page and by violations of accessibility, and leaves the people as
 * it found them.
 */
package org.tulpar.tests.browser;
