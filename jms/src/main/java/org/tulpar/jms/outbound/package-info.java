/** Wake-ups for the outbox. */
package org.tulpar.jms.outbound;
