package org.tulpar.web.conversation;

import java.text.NumberFormat;
import java.util.Locale;
import org.tulpar.conversation.provenance.Provenance;

/** Says where the bot's words come from. */
final class Why {

  private Why() {}

  /** Null where nothing is known. */
  static String words(Provenance provenance, Reader reader) {
    return switch (provenance) {
      case null -> null;
      case Provenance.Rule rule -> reader.word("why.rule." + rule.kind(), rule.keyword());
      case Provenance.Agent agent -> agent(agent, reader);
    };
  }

  private static String agent(Provenance.Agent agent, Reader reader) {
    var told = new StringBuilder();
    told.append(
        reader.word(
            "why.agent",
            agent.agent(),
            plain(agent.version(), reader.locale()),
            agent.model(),
            agent.lines()));
    if (agent.colleagues()) {
      told.append(' ').append(reader.word("why.colleagues"));
    }
    return told.append(' ').append(cost(agent, reader)).toString();
  }

  private static String cost(Provenance.Agent agent, Reader reader) {
    var seconds = agent.took().toMillis() / 1000.0;
    return agent.tokensIn() == null || agent.tokensOut() == null
        ? reader.word("why.took", seconds)
        : reader.word("why.spent", agent.tokensIn() + agent.tokensOut(), seconds);
  }

  /** A name rather than an amount: no groups of digits. */
  private static String plain(int number, Locale locale) {
    var format = NumberFormat.getIntegerInstance(locale);
    format.setGroupingUsed(false);
    return format.format(number);
  }
}
