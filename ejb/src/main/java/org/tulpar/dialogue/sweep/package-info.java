/** The pipeline's clock, and the cure for lost wake-ups. */
package org.tulpar.dialogue.sweep;
