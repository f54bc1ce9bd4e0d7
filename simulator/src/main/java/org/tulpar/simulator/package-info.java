/**
 * The outside world on loopback, for the demonstration and for tests: a messaging gateway, a
 * language model, and a phone to write from.
 *
 * <p>Promises: it listens on 127.0.0.1 only, keeps everything in memory and bounded, and reaches
 * nothing but the webhook it was told. Leaves alone: the application, which cannot tell it from the
 * real thing.
 */
package org.tulpar.simulator;
