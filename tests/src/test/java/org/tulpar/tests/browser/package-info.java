/**
 * What a manager does, in a real browser, with the console open: a journey, and pictures of every
 * screen under {@code target/screens}.
 */
package org.tulpar.tests.browser;
