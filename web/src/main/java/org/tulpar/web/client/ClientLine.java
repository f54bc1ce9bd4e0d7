package org.tulpar.web.client;

import java.util.List;
import java.util.Locale;
import org.tulpar.client.list.ClientRow;
import org.tulpar.web.conversation.Correspondent;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.shell.Initials;

/**
 * A line of the list as it is shown; what is not known is null.
 *
 * @param mark short name of the messenger's icon
 * @param address phone with plus, else how the messenger calls her
 * @param stageKind colour of the stage's badge
 */
public record ClientLine(
    long id,
    String name,
    String initials,
    String mark,
    String address,
    String language,
    String company,
    List<String> tags,
    String stage,
    String stageKind,
    String amount,
    Badge badge,
    String when,
    String exact) {

  /** Who has the word, in a colour and in words. */
  public record Badge(String kind, String glyph, String text) {}

  public static ClientLine of(ClientRow row, Reader reader) {
    var at = row.talk() == null ? null : row.talk().at();
    return new ClientLine(
        row.id(),
        name(row, reader),
        Initials.of(name(row, reader)),
        row.channel() == null ? null : Correspondent.mark(row.channel()),
        row.phone() == null ? row.address() : "+" + row.phone(),
        row.language() == null
            ? null
            : Locale.of(row.language()).getDisplayLanguage(reader.locale()),
        row.company(),
        row.tags(),
        row.deal() == null ? null : row.deal().stage(),
        row.deal() == null ? null : stageKind(row.deal().kind()),
        row.deal() == null ? null : Money.of(row.deal().amount(), row.deal().currency(), reader),
        row.talk() == null ? null : badge(row.talk(), reader),
        reader.when(at == null ? row.createdAt() : at),
        reader.exact(at == null ? row.createdAt() : at));
  }

  public static String stageKind(String kind) {
    return switch (kind) {
      case "WON" -> "success";
      case "LOST" -> "line";
      default -> "";
    };
  }

  private static String name(ClientRow row, Reader reader) {
    if (row.name() != null) {
      return row.name();
    }
    return row.channel() == null
        ? row.phone() == null ? reader.word("client.nameless") : "+" + row.phone()
        : Correspondent.of(null, row.phone(), row.address(), row.channel()).name();
  }

  private static Badge badge(ClientRow.Talk talk, Reader reader) {
    if (talk.closed()) {
      return new Badge("", "done", reader.word("inbox.closed"));
    }
    return switch (talk.handler()) {
      case "BOT" -> new Badge("bot", "bot", reader.word("inbox.by.bot"));
      case "WAITING_HUMAN" -> new Badge("waiting", "clock", reader.word("clients.waits"));
      default -> human(talk, reader);
    };
  }

  private static Badge human(ClientRow.Talk talk, Reader reader) {
    if (talk.assigneeId() == null) {
      return new Badge("phone", "phone", reader.word("inbox.phone"));
    }
    return reader.is(talk.assigneeId())
        ? new Badge("human", "user", reader.word("inbox.you"))
        : new Badge("human", "user", talk.assignee());
  }
}
