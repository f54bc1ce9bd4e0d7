/** The breaking of things judged: that it breaks what it says, and sees what it counts. */
package org.tulpar.bench.faults;
