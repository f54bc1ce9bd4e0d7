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
  final TelegramDialect telegram;
  final CloudDialect cloud;
  final Chat2DeskDialect chat2desk;

  public Messengers(
      Webhooks webhooks, Later later, Chats chats, Feed feed, SentLog sent, Clock clock) {
    this.webhooks = webhooks;
    this.later = later;
    this.chats = chats;
    this.feed = feed;
    this.sent = sent;
    this.clock = clock;
    telegram = new TelegramDialect(clock);
    cloud = new CloudDialect(clock);
    chat2desk = new Chat2DeskDialect(clock);
  }

  /** Reads the body of {@code /control/accounts}. */
  public Account connect(JsonNode body) {
    var type = body.path("type").asText("");
    var dialect =
        List.of(telegram, cloud, chat2desk).stream()
            .filter(each -> each.type().equals(type))
            .findFirst()
            .orElseThrow(() -> PlainSurface.problem(400, "there is no messenger " + type));
    return connect(
        new Account(
            dialect,
            body.path("instance").asText(""),
            body.path("url").asText(""),
            body.path("secret").asText(""),
            body.path("title").asText(""),
            body.path("crmUrl").asText("")));
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
    show(account, written.number(), written.id(), author, written.text(), Tick.SENT);
    return post(account, written.number(), hook);
  }

  /** Accepts a message for sending. */
  void accept(Account account, String number, String text, String id, JsonNode request) {
    sent.add(account.instance(), number, text, id, clock.instant(), request);
    show(account, number, id, Author.APPLICATION, text, Tick.CLOCK);
    for (var step : RECEIPTS.entrySet()) {
      later.run(step.getValue(), () -> receipt(account, number, text, id, step.getKey()));
    }
  }

  private void receipt(Account account, String number, String text, String id, Tick tick) {
    if (tick == Tick.READ && !feed.watched(account.chat(number))) {
      return;
    }
    account
        .dialect()
        .receipt(account, number, text, id, tick)
        .ifPresent(hook -> post(account, number, hook));
    chats.tick(account.chat(number), id, tick);
  }

  private void show(
      Account account, String number, String id, Author author, String text, Tick tick) {
    var data = Json.object().put("messageType", "conversation");
    chats.add(account.chat(number), new ChatLine(id, author, text, clock.instant(), tick, data));
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
