package org.tulpar.deal.example;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tulpar.client.ClientEdit;
import org.tulpar.client.ClientFile;
import org.tulpar.deal.Board;
import org.tulpar.deal.DealDesk;
import org.tulpar.deal.DealDraft;
import org.tulpar.deal.Stage;
import org.tulpar.deal.StageKind;
import org.tulpar.tenant.OrganizationProfile;

/** Brings the examples, once, and takes them away. */
@Stateless
public class Examples {

  private static final Duration LAST_WORD = Duration.ofMinutes(9);

  @Inject private ClientFile clients;
  @Inject private Board board;
  @Inject private DealDesk deals;
  @Inject private OrganizationProfile profile;
  @Inject private ExampleRows rows;
  @Inject private ExampleTalks talks;
  @Inject private ExampleSales sales;
  @Inject private Clock clock;

  /** Whether there are any. */
  public boolean arePresent() {
    return rows.clients() > 0;
  }

  /** Brings them, in the words of a language; where they are there already, nothing happens. */
  public void bring(Locale language, long userId) {
    if (arePresent()) {
      return;
    }
    var all = ExampleClient.all(language);
    var tag = ExampleClient.tag(language);
    var currency = profile.read().currency();
    var made = all.stream().map(one -> client(one, tag, userId)).toList();
    var said = talks(language, made, userId);
    var wanted = sales.bring(language, made, currency, userId);
    var stages = open();
    for (int i = 0; i < all.size() && !stages.isEmpty(); i++) {
      var one = all.get(i);
      var stage = stages.get(Math.min(one.place(), stages.size() - 1));
      var client = made.get(i);
      var draft =
          new DealDraft(
              one.title(), one.amount(), currency, wanted.get(client), userId, null, null);
      var deal = deals.create(client, said.get(client), stage.id(), draft, userId);
      rows.markDeal(deal);
    }
    rows.record("examples.brought", userId);
  }

  /** The conversations by their clients, the latest first. */
  private Map<Long, Long> talks(Locale language, List<Long> clients, long userId) {
    var channel = talks.channel(ExampleClient.tag(language));
    var said = new HashMap<Long, Long>();
    var end = clock.instant().minus(LAST_WORD);
    for (var talk : ExampleTalk.all(language)) {
      var client = clients.get(talk.client());
      said.put(client, talks.add(channel, client, talk, userId, end));
      end = end.minus(LAST_WORD);
    }
    return said;
  }

  /**
   * Takes them away. A client with whom somebody has really spoken, or made a deal, stays and is an
   * example no more.
   */
  public void takeAway(long userId) {
    sales.removeOrders();
    rows.removeDeals();
    talks.removeAll();
    sales.removeProducts();
    rows.removeClients();
    rows.unmark();
    rows.removeTag(ExampleClient.tag(Locale.of("ru")));
    rows.removeTag(ExampleClient.tag(Locale.ENGLISH));
    rows.record("examples.taken_away", userId);
  }

  private long client(ExampleClient one, String tag, long userId) {
    var edit =
        new ClientEdit(
            one.name(), null, one.email(), one.language(), one.about(), null, Map.of(), 0);
    var client = clients.add(edit, userId);
    clients.tag(client, tag);
    rows.markClient(client);
    return client;
  }

  /** The open stages of the first pipeline. */
  private List<Stage> open() {
    return board.pipelines().stream()
        .findFirst()
        .map(pipeline -> board.stages(pipeline.id()))
        .orElse(List.of())
        .stream()
        .filter(stage -> stage.kind() == StageKind.OPEN)
        .toList();
  }
}
