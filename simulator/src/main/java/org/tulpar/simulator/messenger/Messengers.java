package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.tulpar.simulator.evolution.Later;
import org.tulpar.simulator.evolution.Posting;
import org.tulpar.simulator.evolution.Webhooks;
import org.tulpar.simulator.history.Author;
import org.tulpar.simulator.history.ChatLine;
import org.tulpar.simulator.history.Chats;
import org.tulpar.simulator.history.Feed;
import org.tulpar.simulator.history.FileShelf;
import org.tulpar.simulator.history.SentLog;
import org.tulpar.simulator.history.Tick;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.PlainSurface;

/** The connected accounts: passes on what was written, accepts what is to be sent. */
public final class Messengers {

  private static final Map<Tick, Duration> RECEIPTS =
      Map.of(
          Tick.SENT, Duration.ofMillis(200),
          Tick.DELIVERED, Duration.ofMillis(600),
          Tick.READ, Duration.ofMillis(1400));

  private final Map<String, Account> accounts = new ConcurrentSkipListMap<>();
  private final Webhooks webhooks;
  private final Later later;
  private final Chats chats;
  private final Feed feed;
  private final SentLog sent;
  private final Clock clock;
  private final Keys keys = new Keys();
  final TelegramDialect telegram;
  final CloudDialect cloud;
  final Chat2DeskDialect chat2desk;

  public Messengers(
      Webhooks webhooks,
      Later later,
      Chats chats,
      Feed feed,
      SentLog sent,
      Clock clock,
      String address) {
    this.webhooks = webhooks;
    this.later = later;
    this.chats = chats;
    this.feed = feed;
    this.sent = sent;
    this.clock = clock;
    telegram = new TelegramDialect(clock);
    cloud = new CloudDialect(clock);
    chat2desk = new Chat2DeskDialect(clock, address);
  }

  /** Reads the body of {@code /control/accounts}. */
  public Account connect(JsonNode body) {
    var type = body.path("type").asText("");
    var dialect =
        List.of(telegram, cloud, chat2desk).stream()
            .filter(each -> each.type().equals(type))
            .findFirst()
            .orElseThrow(() -> PlainSurface.problem(400, "there is no messenger " + type));
    if (body.hasNonNull("key")) {
      keys.declare(body);
    }
    return connect(
        new Account(
            dialect,
            body.path("instance").asText(""),
            body.path("url").asText(""),
            body.path("secret").asText(""),
            body.path("title").asText(""),
            body.path("crmUrl").asText("")));
  }

  public Keys keys() {
    return keys;
  }

  /** Whether this key opens that account, connected to the application or not. */
  boolean opens(String instance, String key) {
    var known = keys.of(key).map(Keys.Declared::instance).filter(instance::equals).isPresent();
    return known || accounts.containsKey(instance) && keys.opens(instance, key);
  }

  /** The application does not want its webhooks any more. */
  void disconnect(String instance) {
    accounts.remove(instance);
  }

  Account connect(Account account) {
    if (account.instance().isBlank() || account.url().isBlank()) {
      throw PlainSurface.problem(400, "instance or url is missing");
    }
    accounts.put(account.instance(), account);
    return account;
  }

  public Optional<Account> find(String instance) {
    return Optional.ofNullable(accounts.get(instance));
  }

  public Collection<Account> all() {
    return accounts.values();
  }

  /** Passes on what a customer, or a person of the organization, wrote. */
  public Posting pass(Account account, Written written) {
    var hook = account.dialect().written(account, written);
    var author = written.fromMe() ? Author.MANAGER_PHONE : Author.CUSTOMER;
    var id = hook.message() == null ? written.id() : hook.message();
    show(account, written.number(), id, author, written.text(), Tick.SENT, written.file());
    return post(account, written.number(), hook);
  }

  /** Passes on what a customer did to a message. */
  public Posting change(Account account, JsonNode order) {
    var change = Change.of(order);
    var hook = account.dialect().changed(account, change);
    chats.change(
        account.chat(change.number()),
        change.id(),
        line ->
            switch (change.kind()) {
              case "reaction" -> line.reacted(change.text(), false);
              case "edit" -> line.edited(change.text());
              default -> line.deleted();
            });
    return post(account, change.number(), hook);
  }

  /** Whether a message of the application stands in the chat. */
  boolean stands(Account account, String number, String id) {
    return chats.lines(account.chat(number)).stream()
        .anyMatch(
            line ->
                line.id().equals(id)
                    && line.author() == Author.APPLICATION
                    && !line.state().gone());
  }

  /** Accepts a message for sending. */
  void accept(Account account, Sending sending) {
    var number = sending.number();
    sent.add(
        account.instance(),
        number,
        sending.kind(),
        sending.text(),
        sending.id(),
        clock.instant(),
        sending.request());
    if (sending.target() != null) {
      chats.change(
          account.chat(number),
          sending.target(),
          line ->
              switch (sending.kind()) {
                case "edit" -> line.edited(sending.text());
                case "delete" -> line.deleted();
                default -> line.reacted(sending.text(), true);
              });
      return;
    }
    show(
        account,
        number,
        sending.id(),
        Author.APPLICATION,
        sending.text(),
        Tick.CLOCK,
        sending.file());
    for (var step : RECEIPTS.entrySet()) {
      later.run(step.getValue(), () -> receipt(account, sending, step.getKey()));
    }
  }

  private void receipt(Account account, Sending sending, Tick tick) {
    var number = sending.number();
    if (tick == Tick.READ && !feed.watched(account.chat(number))) {
      return;
    }
    account
        .dialect()
        .receipt(account, sending, tick)
        .ifPresent(hook -> post(account, number, hook));
    chats.tick(account.chat(number), sending.id(), tick);
  }

  private void show(
      Account account,
      String number,
      String id,
      Author author,
      String text,
      Tick tick,
      FileShelf.Kept file) {
    var data = Json.object().put("messageType", "conversation");
    chats.add(
        account.chat(number), new ChatLine(id, author, text, clock.instant(), tick, data, file));
  }

  private Posting post(Account account, String number, Hook hook) {
    return webhooks.post(
        account.url(),
        hook.headers(),
        account.chat(number),
        hook.event(),
        hook.detail(),
        hook.body());
  }
}
