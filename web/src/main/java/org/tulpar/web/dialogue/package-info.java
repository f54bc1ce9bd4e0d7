/**
 * The ledger as a page: what came through each channel and what became of it.
 *
 * <p>Promises: every number leads to its events, every failed event shows its reason and a way to
 * try again. Leaves alone: who may look (the services ask) and how events are counted (dialogue).
 */
package org.tulpar.web.dialogue;
