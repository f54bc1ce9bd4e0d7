package org.tulpar.conversation.beside;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Tells what is known of the client with whom a conversation is. */
@Stateless
public class Beside {

  /** More are on the client's own page. */
  public static final int OTHERS = 3;

  @Inject private BesideRows rows;

  /** Nothing is known of whom the organization does not talk with. */
  public KnownClient client(long conversation) {
    return rows.client(conversation);
  }

  /** The latest of her other conversations, in whatever channel. */
  public List<OtherConversation> others(long conversation) {
    return rows.others(conversation, OTHERS);
  }
}
