/**
 * The Artemis resource adapter of the EAR, with the broker inside when no other is named.
 *
 * <p>Promises: with {@code TULPAR_BROKER_URL} unset a durable broker lives and dies with the
 * application and listens on no port.
 */
package org.tulpar.broker;
