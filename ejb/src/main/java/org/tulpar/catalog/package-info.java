/**
 * What the organization offers: what its products, partners and orders have in common.
 *
 * <p>Promises: what was typed is kept only when it can stand there, and of two people who change
 * one thing the second is told. Leaves alone: what was said to the client (conversation).
 */
package org.tulpar.catalog;
