package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.tulpar.simulator.history.ChatKey;
import org.tulpar.simulator.history.Recent;

/** One connected number of the gateway. */
public final class Instance {

  /** How many customers an instance remembers by name and by lid. */
  private static final int CUSTOMERS = 50_000;

  private final String name;
  private final UUID id = UUID.randomUUID();
  private final String token;
  private final String integration;
  private final String number;
  private final Instant createdAt;
  private final Recent<String, String> namesByJid = new Recent<>(CUSTOMERS);
  private final Recent<String, String> jidByLid = new Recent<>(CUSTOMERS);
  private volatile LinkState state;
  private volatile Webhook webhook;
  private volatile LinkCode code;
  private volatile String title;
  private volatile String crmUrl = "";

  Instance(String name, String token, String integration, String number, Instant createdAt) {
    this.name = name;
    this.token = token.isEmpty() ? Ids.token() : token;
    this.integration = integration;
    this.number =
        number.isEmpty()
            ? "7700" + (1_000_000 + Math.floorMod(name.hashCode(), 9_000_000))
            : number;
    this.createdAt = createdAt;
    this.state = integration.equals("WHATSAPP-BAILEYS") ? LinkState.CLOSE : LinkState.OPEN;
    this.title = name;
  }

  public String name() {
    return name;
  }

  public String id() {
    return id.toString();
  }

  String token() {
    return token;
  }

  String integration() {
    return integration;
  }

  String number() {
    return number;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** The jid of the connected phone itself. */
  String ownJid() {
    return number + "@s.whatsapp.net";
  }

  public LinkState state() {
    return state;
  }

  void state(LinkState next) {
    state = next;
  }

  /** The code that waits to be scanned, or null. */
  LinkCode code() {
    return code;
  }

  /** Whether a code waits to be scanned. */
  public boolean waits() {
    return code != null;
  }

  void code(LinkCode next) {
    code = next;
  }

  /** The settings, or null before the first {@code /webhook/set}. */
  Webhook webhook() {
    return webhook;
  }

  synchronized Webhook webhook(JsonNode settings, Instant now) {
    webhook = Webhook.of(settings, webhook, now);
    return webhook;
  }

  /** How the page names it. */
  public String title() {
    return title;
  }

  /** The application's address for a link on the page, or empty. */
  public String crmUrl() {
    return crmUrl;
  }

  public void present(String newTitle, String newCrmUrl) {
    title = newTitle.isBlank() ? name : newTitle;
    crmUrl = newCrmUrl;
  }

  /** Remembers a customer; true when the gateway did not know them. */
  boolean meet(String jid, String customerName, String lid) {
    if (lid != null) {
      jidByLid.put(lid, jid);
    }
    return namesByJid.put(jid, customerName) == null;
  }

  /** A customer's name as far as the gateway knows it, or null. */
  String nameOf(String jid) {
    return namesByJid.get(jid);
  }

  /** The chat of a number, jid or lid. */
  ChatKey chat(String address) {
    var jid = jidByLid.get(address);
    return ChatKey.of(name, jid == null ? address : jid);
  }
}
