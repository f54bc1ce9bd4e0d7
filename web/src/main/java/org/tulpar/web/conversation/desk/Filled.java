package org.tulpar.web.conversation.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.tulpar.conversation.ConversationHead;
import org.tulpar.conversation.Transcript;
import org.tulpar.conversation.canned.CannedReply;
import org.tulpar.conversation.canned.Places;
import org.tulpar.tenant.Organizations;
import org.tulpar.web.security.CurrentUser;

/** Canned replies with their places filled for one conversation. */
@RequestScoped
public class Filled {

  /** A reply as it would be sent. */
  public record Reply(String shortcut, String text) {}

  @Inject private Transcript transcript;
  @Inject private Organizations organizations;
  @Inject private CurrentUser me;

  /**
   * @param conversation null for none: then nothing is known of a client
   */
  List<Reply> of(List<CannedReply> replies, Long conversation) {
    var head = conversation == null ? null : transcript.head(conversation).orElse(null);
    var values =
        Map.of(
            Places.CLIENT_NAME, name(head),
            Places.CLIENT_PHONE, head == null || head.phone() == null ? "" : "+" + head.phone(),
            Places.MANAGER_NAME, me.getName(),
            Places.ORGANIZATION_NAME, organizations.name());
    return replies.stream()
        .map(one -> new Reply(one.shortcut(), Places.fill(one.body(), values)))
        .toList();
  }

  private static String name(ConversationHead head) {
    return head == null || head.clientName() == null ? "" : head.clientName();
  }
}
