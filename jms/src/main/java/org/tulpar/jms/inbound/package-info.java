/** Wake-ups for the ledger. */
package org.tulpar.jms.inbound;
