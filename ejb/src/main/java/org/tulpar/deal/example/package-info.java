/**
 * A few clients and deals for who wants to look around before there are real ones.
 *
 * <p>Promises: they come by the same ways as real ones, are marked, and go without anything that is
 * real: what has become part of real work stays. Leaves alone: dialogues, which only a client can
 * begin.
 */
package org.tulpar.deal.example;
