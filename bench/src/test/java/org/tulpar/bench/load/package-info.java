/** The load driver judged: what it counts and what it does not. */
package org.tulpar.bench.load;
