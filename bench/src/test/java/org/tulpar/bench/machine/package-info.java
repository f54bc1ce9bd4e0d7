/** What is said of the machine judged. */
package org.tulpar.bench.machine;
