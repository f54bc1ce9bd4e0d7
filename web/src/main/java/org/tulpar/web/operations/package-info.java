/**
 * The super-admin's console.
 *
 * <p>Promises: every state has its words and a red one its reason. Leaves alone: who may look (the
 * services ask) and what is shown (operations).
 */
package org.tulpar.web.operations;
