package org.tulpar.integrations.telegram;

import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.Identity;
import org.tulpar.channel.IdentityKind;
import org.tulpar.integrations.wire.Wire;

/** Where a message stands. A private chat has the id of its person. */
record Chat(long id, ChatKind kind) {

  /** The chat, or null when it has no id. A person without a chat is her private one. */
  static Chat of(Wire chat) {
    var type = chat.firstText("type");
    var kind =
        switch (type == null ? "private" : type) {
          case "private" -> ChatKind.DIRECT;
          case "channel" -> ChatKind.BROADCAST;
          default -> ChatKind.GROUP;
        };
    return chat.integer("id").map(id -> new Chat(id, kind)).orElse(null);
  }

  boolean direct() {
    return kind == ChatKind.DIRECT;
  }

  String address() {
    return Long.toString(id);
  }

  Identity identity() {
    return new Identity(IdentityKind.PROVIDER_ID, address());
  }
}
