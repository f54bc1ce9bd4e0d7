/**
 * Pictures of every page for people to look at: {@code docs/screens/make}.
 *
 * <p>Promises: a page that is added is photographed without being named here. Leaves alone: whether
 * a page is right, which the journeys say, and whether it is beautiful, which nobody but a person
 * says.
 */
package org.tulpar.tests.screens;
