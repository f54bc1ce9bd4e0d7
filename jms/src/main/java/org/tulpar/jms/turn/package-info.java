/** Wake-ups for the due turns. */
package org.tulpar.jms.turn;
