package org.tulpar.integrations.telegram;

import java.util.List;
import java.util.Set;
import org.tulpar.channel.MessageContent;
import org.tulpar.channel.MessageContent.Card;
import org.tulpar.channel.MessageContent.Contacts;
import org.tulpar.channel.MessageContent.Location;
import org.tulpar.channel.MessageContent.Text;
import org.tulpar.channel.MessageContent.Unsupported;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.Wire;

/** Reads what a message says; a kind that is not listed is shown under Telegram's own name. */
final class ContentReader {

  /** Fields that stand beside the content. */
  private static final Set<String> SIDE_FIELDS =
      Set.of(
          "message_id",
          "message_thread_id",
          "from",
          "sender_chat",
          "chat",
          "date",
          "edit_date",
          "reply_to_message",
          "external_reply",
          "quote",
          "via_bot",
          "forward_origin",
          "media_group_id",
          "author_signature",
          "entities",
          "caption",
          "caption_entities",
          "has_protected_content",
          "reply_markup",
          "link_preview_options",
          "is_topic_message");

  /** What Telegram tells about a chat itself; nobody asked anything. */
  private static final Set<String> NOTICES =
      Set.of(
          "new_chat_members",
          "left_chat_member",
          "new_chat_title",
          "new_chat_photo",
          "delete_chat_photo",
          "group_chat_created",
          "supergroup_chat_created",
          "channel_chat_created",
          "message_auto_delete_timer_changed",
          "migrate_to_chat_id",
          "migrate_from_chat_id",
          "pinned_message",
          "write_access_allowed",
          "forum_topic_created",
          "forum_topic_edited",
          "forum_topic_closed",
          "forum_topic_reopened",
          "video_chat_scheduled",
          "video_chat_started",
          "video_chat_ended");

  private ContentReader() {}

  /** The content, or null when the message is only a notice about the chat. */
  static MessageContent read(Wire message) {
    var media = MediaReader.read(message);
    if (media != null) {
      return media;
    }
    if (message.text("text") != null) {
      return new Text(message.text("text"));
    }
    if (message.at("location").isObject()) {
      return location(message);
    }
    if (message.at("contact").isObject()) {
      return contact(message.at("contact"));
    }
    var names = message.names().stream().filter(name -> !SIDE_FIELDS.contains(name)).toList();
    if (names.stream().anyMatch(NOTICES::contains)) {
      return null;
    }
    return new Unsupported(
        names.isEmpty() ? "unknown" : PlainText.shortened(names.getFirst(), 64), caption(message));
  }

  static String caption(Wire message) {
    var caption = message.text("caption");
    return caption == null ? "" : caption;
  }

  private static MessageContent location(Wire message) {
    var place = message.at("location");
    var venue = message.at("venue");
    var title = venue.firstText("title");
    var address = venue.firstText("address");
    var words = title == null ? "" : PlainText.of(address == null ? title : title + ", " + address);
    var latitude = place.decimal("latitude").filter(degrees -> Math.abs(degrees) <= 90);
    var longitude = place.decimal("longitude").filter(degrees -> Math.abs(degrees) <= 180);
    return latitude.isEmpty() || longitude.isEmpty()
        ? new Unsupported("location", words)
        : new Location(
            latitude.get(), longitude.get(), words, place.integer("live_period").isPresent());
  }

  private static MessageContent contact(Wire contact) {
    var name = MessageReader.name(contact);
    var vcard = contact.firstText("vcard");
    var made = Card.of(name, contact.firstText("phone_number"));
    return new Contacts(made.name(), List.of(vcard == null ? made : new Card(made.name(), vcard)));
  }
}
