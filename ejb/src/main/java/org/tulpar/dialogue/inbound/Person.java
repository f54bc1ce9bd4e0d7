package org.tulpar.dialogue.inbound;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.Identity;

/** The other side of a batch's messages: all the names the batch shows for one person. */
final class Person {

  final long candidate;
  private final Set<Identity> identities = new LinkedHashSet<>();
  private String name;
  private String phone;

  /**
   * @param candidate id of the client, if none of the names is known yet
   */
  Person(long candidate) {
    this.candidate = candidate;
  }

  void meet(MessageArrived message) {
    identities.addAll(message.identities());
    name = message.clientName() == null ? name : message.clientName();
    phone = message.phone() == null ? phone : message.phone();
  }

  void absorb(Person other) {
    identities.addAll(other.identities);
    name = name == null ? other.name : name;
    phone = phone == null ? other.phone : phone;
  }

  Set<Identity> identities() {
    return identities;
  }

  String name() {
    return name;
  }

  String phone() {
    return phone;
  }
}
