/** The measurement of a large organization judged: what it asks for, and when it fails. */
package org.tulpar.bench.large;
