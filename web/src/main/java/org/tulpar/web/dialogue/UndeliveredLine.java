package org.tulpar.web.dialogue;

import java.io.Serializable;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.tulpar.dialogue.outbound.UndeliveredRow;
import org.tulpar.web.operations.Figures;

/** One message that did not go out, ready to show; kept with the page for its buttons. */
public final class UndeliveredLine implements Serializable {

  private static final long serialVersionUID = 1L;

  private final long message;
  private final long conversation;
  private final String client;
  private final String channel;
  private final String text;
  private final String since;
  private final String reason;
  private final String attempts;

  UndeliveredLine(UndeliveredRow row, Figures figures) {
    message = row.message();
    conversation = row.conversation();
    client = client(row);
    channel = row.channelName();
    text = row.text();
    since = figures.exact(row.since());
    reason = row.unknown() ? null : reason(row.code(), figures.locale());
    attempts = figures.count(row.attempts());
  }

  private static String client(UndeliveredRow row) {
    if (row.clientName() != null && !row.clientName().isBlank()) {
      return row.clientName();
    }
    return row.phone() == null ? row.address() : "+" + row.phone();
  }

  /** A reason that we have no sentence for is said in general words. */
  private static String reason(String code, Locale locale) {
    var words = ResourceBundle.getBundle("i18n.messages", locale);
    try {
      return words.getString("failure." + code);
    } catch (MissingResourceException e) {
      return words.getString("failure.other");
    }
  }

  public long getMessage() {
    return message;
  }

  public long getConversation() {
    return conversation;
  }

  public String getClient() {
    return client;
  }

  public String getChannel() {
    return channel;
  }

  public String getText() {
    return text;
  }

  public String getSince() {
    return since;
  }

  public String getReason() {
    return reason;
  }

  public String getAttempts() {
    return attempts;
  }
}
