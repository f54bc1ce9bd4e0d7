/**
 * The companies clients work for: their list, and one with its tags, its clients' deals and what
 * happened with them.
 *
 * <p>Promises: a name stands once; of two who change one at once the second is told; two become one
 * and can be parted again; a page of the list is one statement, with the numbers of all its
 * companies. Leaves alone: who works where, which a client's card tells, and the deals themselves.
 */
package org.tulpar.client.company;
