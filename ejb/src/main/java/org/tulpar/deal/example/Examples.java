package org.tulpar.deal.example;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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

  @Inject private ClientFile clients;
  @Inject private Board board;
  @Inject private DealDesk deals;
  @Inject private OrganizationProfile profile;
  @Inject private ExampleRows rows;

  /** Whether there are any. */
  public boolean arePresent() {
    return rows.clients() > 0;
  }

  /** Brings them, in the words of a language; where they are there already, nothing happens. */
  public void bring(Locale language, long userId) {
    if (arePresent()) {
      return;
    }
    var stages = open();
    var currency = profile.read().currency();
    for (var one : ExampleClient.all(language)) {
      var client = client(one, ExampleClient.tag(language), userId);
      if (!stages.isEmpty()) {
        var stage = stages.get(Math.min(one.place(), stages.size() - 1));
        var draft = new DealDraft(one.title(), one.amount(), currency, null, userId, null, null);
        rows.markDeal(deals.create(client, null, stage.id(), draft, userId));
      }
    }
    rows.record("examples.brought", userId);
  }

  /**
   * Takes them away. A client with whom somebody has really spoken, or made a deal, stays and is an
   * example no more.
   */
  public void takeAway(long userId) {
    rows.removeDeals();
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
