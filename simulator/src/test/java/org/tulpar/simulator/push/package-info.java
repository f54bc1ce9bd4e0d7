/** Tests of the simulated push service. */
package org.tulpar.simulator.push;
