/**
 * What every feature stands on: the refusal, the repository, the clock. It knows no domain and
 * stays below ten classes.
 */
package org.tulpar.kernel;
