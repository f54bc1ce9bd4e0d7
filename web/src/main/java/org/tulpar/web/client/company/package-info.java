/**
 * The pages of companies: their list, and one with those who work there, their deals and their
 * timeline.
 *
 * <p>Promises: a list is an address; a name that is begun in a client's card is offered whole.
 * Leaves alone: what a company may be called (the core's client.company).
 */
package org.tulpar.web.client.company;
