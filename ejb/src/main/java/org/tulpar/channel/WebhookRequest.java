package org.tulpar.channel;

import java.util.Optional;

/** A request at the webhook's door, without its body: what a provider may show there. */
public interface WebhookRequest {

  /** The first header of that name, whatever its case. */
  Optional<String> header(String name);

  /** The first parameter of that name in the address, decoded. */
  Optional<String> query(String name);

  /** The secret of {@code Authorization: Bearer …}. */
  default Optional<String> bearer() {
    var scheme = "Bearer ";
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
        .map(value -> value.substring(scheme.length()).strip())
        .filter(secret -> !secret.isEmpty());
  }
}
