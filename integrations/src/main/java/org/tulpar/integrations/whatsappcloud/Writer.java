package org.tulpar.integrations.whatsappcloud;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tulpar.channel.Identity;
import org.tulpar.channel.IdentityKind;
import org.tulpar.integrations.wire.Wire;

/**
 * Whom a message is from: her number, her business-scoped id, or both; at least one is there.
 *
 * @param phone international digits, or null for one who hides behind a user name
 * @param userId Meta's id of the person for this business, or null
 */
record Writer(String phone, String userId, boolean group) {

  private static final Pattern PHONE = Pattern.compile("\\d{5,15}");
  private static final int LONGEST = 200;

  /** The writer, or null when the message names nobody. */
  static Writer of(String number, String userId, Wire card) {
    var phone = phone(number == null && card != null ? card.firstText("wa_id") : number);
    var told = userId == null && card != null ? card.firstText("user_id") : userId;
    var id = told == null || told.length() > LONGEST ? null : told;
    return phone == null && id == null ? null : new Writer(phone, id, false);
  }

  static Writer group(String id) {
    return id.length() > LONGEST ? null : new Writer(null, id, true);
  }

  static String name(Wire card) {
    if (card == null) {
      return null;
    }
    var name = card.at("profile").firstText("name");
    return name == null ? card.at("profile").firstText("username") : name;
  }

  /** What a send takes: the number where there is one, because Meta then keeps telling it. */
  String address() {
    return phone == null ? userId : phone;
  }

  List<Identity> identities() {
    if (group) {
      return List.of(new Identity(IdentityKind.PROVIDER_ID, userId));
    }
    var all = new ArrayList<Identity>();
    if (userId != null) {
      all.add(new Identity(IdentityKind.BSUID, userId));
    }
    if (phone != null) {
      all.add(new Identity(IdentityKind.PHONE, phone));
    }
    return List.copyOf(all);
  }

  private static String phone(String raw) {
    return raw != null && PHONE.matcher(raw).matches() ? raw : null;
  }
}
