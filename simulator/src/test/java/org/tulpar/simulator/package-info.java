/** The simulator from outside, over HTTP on a free port, against what the real gateway said. */
package org.tulpar.simulator;
