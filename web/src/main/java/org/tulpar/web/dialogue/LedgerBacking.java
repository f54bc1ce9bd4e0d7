package org.tulpar.web.dialogue;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tulpar.dialogue.ledger.ChannelTally;
import org.tulpar.dialogue.ledger.EventStatus;
import org.tulpar.dialogue.ledger.LedgerBook;
import org.tulpar.dialogue.ledger.LedgerPage;
import org.tulpar.dialogue.ledger.LedgerQuestion;
import org.tulpar.dialogue.ledger.Replay;
import org.tulpar.web.operations.Figures;
import org.tulpar.web.security.CurrentUser;

/** The ledger as it was asked for by the address: the counts, and one page of events. */
@Named("ledger")
@ViewScoped
public class LedgerBacking implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;

  @Inject private LedgerBook book;
  @Inject private Replay replay;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  private LedgerAddress address;
  private String day;
  private transient List<TallyLine> tallies;
  private List<EventLine> rows;
  private Long before;

  @PostConstruct
  void look() {
    address = LedgerAddress.asked();
    day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    LedgerPage page =
        book.page(new LedgerQuestion(address.channel(), address.status(), address.before(), PAGE));
    var figures = figures();
    rows = new ArrayList<>(page.rows().stream().map(row -> EventLine.of(row, figures)).toList());
    before = page.before();
  }

  /** Puts one event back to work. */
  public void again(long id) {
    told("ledger.again.done", book.processAgain(List.of(id)));
  }

  /** Puts every failed event of this page back to work. */
  public void allAgain() {
    told("ledger.again.done", book.processAgain(rows.stream().map(EventLine::getId).toList()));
  }

  /** Puts the chosen day of the chosen channel back to work. */
  public void replayDay() {
    told("ledger.replay.done", replay.day(address.channel(), LocalDate.parse(day)));
  }

  private void told(String key, long number) {
    var words = Faces.<String>evaluateExpressionGet("#{m['" + key + "']}");
    Messages.addFlashGlobalInfo(words, figures().count(number));
    Faces.redirect("ledger" + address.query());
  }

  private Figures figures() {
    var person = user.required();
    return new Figures(person.locale(), person.zone());
  }

  public List<TallyLine> getTallies() {
    if (tallies == null) {
      var figures = figures();
      tallies =
          book.tallies(address.days()).stream()
              .map((ChannelTally tally) -> new TallyLine(tally, figures))
              .toList();
    }
    return tallies;
  }

  public List<EventLine> getRows() {
    return rows;
  }

  public LedgerAddress getAddress() {
    return address;
  }

  public List<Integer> getPeriods() {
    return LedgerAddress.PERIODS;
  }

  public List<EventStatus> getStatuses() {
    return List.of(EventStatus.values());
  }

  /** Name of the chosen channel, or null. */
  public String getChannelName() {
    UUID channel = address.channel();
    return getTallies().stream()
        .filter(line -> line.getChannel().equals(String.valueOf(channel)))
        .map(TallyLine::getName)
        .findFirst()
        .orElse(null);
  }

  public Long getBefore() {
    return before;
  }

  public boolean isFailed() {
    return address.status() == EventStatus.FAILED && !rows.isEmpty();
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }
}
