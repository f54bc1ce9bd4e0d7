/** What the stages of the pipeline share: the queues that wake, the group commit, ids and names. */
package org.tulpar.dialogue.flow;
