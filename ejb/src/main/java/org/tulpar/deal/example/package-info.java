/**
 * A few clients with their dialogues, deals and orders, and what they ordered, for who wants to
 * look around before there are real ones.
 *
 * <p>Promises: they come by the same ways as real ones, are marked, and go without anything that is
 * real: what has become part of real work stays. Nothing of them is ever sent.
 */
package org.tulpar.deal.example;
