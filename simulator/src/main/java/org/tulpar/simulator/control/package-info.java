/**
 * How tests and the page steer the outside world: {@code /control/*} and {@code /sent}.
 *
 * <p>Promises: these paths are ours, stable, and answer {@code {"error": …}} with a sentence when
 * they refuse. Leaves alone: the imitated interfaces.
 */
package org.tulpar.simulator.control;
