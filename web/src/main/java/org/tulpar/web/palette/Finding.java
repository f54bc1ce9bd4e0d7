package org.tulpar.web.palette;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * Something that was found, as one line.
 *
 * @param icon by its name in the sprite
 * @param about what else tells it apart; or empty
 * @param end what stands at the end of the line; or empty
 * @param address below the context root
 * @param conversation which one it is, or null
 */
record Finding(
    String icon, String name, String about, String end, String address, Long conversation) {

  static Finding of(String icon, String name, String about, String end, String address) {
    return new Finding(icon, name, about, end, address, null);
  }

  JsonObject json() {
    var line =
        Json.createObjectBuilder()
            .add("icon", icon)
            .add("name", name)
            .add("about", about == null ? "" : about)
            .add("end", end == null ? "" : end)
            .add("address", address);
    return (conversation == null ? line : line.add("conversation", conversation.toString()))
        .build();
  }
}
