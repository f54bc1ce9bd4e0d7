package org.tulpar.web.deal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.primefaces.PrimeFaces;
import org.tulpar.deal.Board;
import org.tulpar.deal.Choice;
import org.tulpar.deal.DealDesk;
import org.tulpar.deal.DealDraft;
import org.tulpar.tenant.OrganizationProfile;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.conversation.ThreadBacking;

/** The deal of the open conversation: moved along and made without leaving what is said. */
@Named("dealSide")
@RequestScoped
public class DealSideBacking {

  @Inject private Board board;
  @Inject private DealDesk desk;
  @Inject private OrganizationProfile organization;
  @Inject private Readers readers;
  @Inject private ThreadBacking thread;

  private final Map<Long, Optional<DealSide>> known = new HashMap<>();
  private List<Board.Entrance> entrances;

  /** Null when it is about none. */
  public DealSide of(Long conversation) {
    return conversation == null
        ? null
        : known.computeIfAbsent(conversation, this::read).orElse(null);
  }

  /** Puts the deal on top of another stage, or tells why not. */
  public void move() {
    attempt(
        conversation -> {
          var version = desk.move(Wanted.move(id()), readers.user());
          PrimeFaces.current().ajax().addCallbackParam("version", version);
        });
  }

  /** Makes a deal with whom the conversation is with. */
  public void create() {
    attempt(
        conversation -> {
          var client = board.client(conversation).map(Choice::id).orElse(0L);
          var stage = wanted().map(Board.Entrance::id).orElse(0L);
          var draft =
              new DealDraft(Wanted.text("title"), null, null, null, readers.user(), null, null);
          var made = desk.create(client, conversation, stage, draft, readers.user());
          PrimeFaces.current().ajax().addCallbackParam("created", Long.toString(made));
        });
  }

  /** Where a new one will lie unless it is said otherwise; null while there is no funnel. */
  public Board.Entrance getEntrance() {
    return entrances().stream().findFirst().orElse(null);
  }

  /** Where a new one may lie, when there is more than one funnel; else empty. */
  public List<Board.Entrance> getEntrances() {
    var many = entrances().stream().mapToLong(Board.Entrance::pipelineId).distinct().count() > 1;
    return many ? entrances() : List.of();
  }

  /** What a new one is called until somebody says it better. */
  public String getTitle() {
    var reader = readers.reader();
    var today = reader.day(reader.now());
    return reader.word("card.deal.title", reader.days(today, today));
  }

  /** Why a deal may be lost. */
  public List<Choice> getReasons() {
    return board.lostReasons();
  }

  /** The organization's own first. */
  public List<String> getCurrencies() {
    return organization.currencies();
  }

  private void attempt(LongConsumer act) {
    if (Wanted.isAmountUnreadable()) {
      var words = readers.reader().word("refused.deal_number");
      PrimeFaces.current().ajax().addCallbackParam("refused", words);
      thread.reload();
    } else {
      thread.attempt(act);
    }
    known.clear();
  }

  /** The stage that was chosen, if a deal may begin there; the usual one when none was. */
  private Optional<Board.Entrance> wanted() {
    var chosen = Wanted.number("stage");
    return entrances().stream()
        .filter(one -> chosen.isEmpty() || chosen.get() == one.id())
        .findFirst();
  }

  private List<Board.Entrance> entrances() {
    if (entrances == null) {
      entrances = board.entrances();
    }
    return entrances;
  }

  private Optional<DealSide> read(long conversation) {
    return board
        .about(conversation)
        .map(card -> DealSide.of(card, board.beside(card.stageId()), readers.reader()));
  }

  private static long id() {
    return Wanted.number("id").orElse(0L);
  }
}
