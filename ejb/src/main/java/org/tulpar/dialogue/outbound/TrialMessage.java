package org.tulpar.dialogue.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.SendResult;
import org.tulpar.dialogue.flow.Providers;
import org.tulpar.tenant.TenantScope;

/**
 * Sends one message past the dialogues, so that an administrator sees that a channel carries. It is
 * neither kept nor tried again: the answer of the provider is what it is for.
 */
@ApplicationScoped
public class TrialMessage {

  private static final int SHORTEST = 7;
  private static final int LONGEST = 15;

  @Inject private ChannelDirectory channels;
  @Inject private Providers providers;

  /**
   * Blocks for the time of one call; to be called outside of a transaction.
   *
   * @param number of a telephone, however it is written
   */
  public SendResult send(UUID channel, String number, String text) {
    var digits = number == null ? "" : number.replaceAll("\\D", "");
    if (digits.length() < SHORTEST || digits.length() > LONGEST) {
      return new SendResult.Rejected("number", "no number of a telephone");
    }
    try {
      var access = channels.access(TenantScope.required(), channel);
      return access
          .<SendResult>map(open -> sent(open, digits, text))
          .orElseGet(() -> new SendResult.Rejected("channel", "no such channel"));
    } catch (SQLException e) {
      throw new IllegalStateException("the channel cannot be read", e);
    }
  }

  private SendResult sent(ChannelAccess channel, String digits, String text) {
    return addressable(channel.type())
        ? providers.gateway(channel.type()).sendText(channel, address(channel, digits), text, null)
        : new SendResult.Rejected("messenger", "this messenger is not reached by a number");
  }

  private static boolean addressable(ChannelType type) {
    return type == ChannelType.EVOLUTION || type == ChannelType.WHATSAPP_CLOUD;
  }

  private static String address(ChannelAccess channel, String digits) {
    return channel.type() == ChannelType.EVOLUTION ? digits + "@s.whatsapp.net" : digits;
  }
}
