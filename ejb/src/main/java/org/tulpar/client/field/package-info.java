/**
 * What may stand in the card of a client or a company: how what people type becomes that, and the
 * fields an organization adds.
 *
 * <p>Promises: a value is of its field's type or is refused with a reason, from a form as from a
 * file. Leaves alone: whose card it is.
 */
package org.tulpar.client.field;
