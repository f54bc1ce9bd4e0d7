/** News of conversations, to every node: what one node committed, the pages of all nodes show. */
package org.tulpar.jms.event;
