package org.tulpar.web.deal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tulpar.deal.Board;
import org.tulpar.deal.Choice;
import org.tulpar.deal.Conversion;
import org.tulpar.deal.DealCard;
import org.tulpar.deal.DealFilter;
import org.tulpar.deal.DealPlace;
import org.tulpar.deal.Stage;
import org.tulpar.tenant.OrganizationProfile;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.shell.Brought;

/** One pipeline under one filter: its columns with their figures, and the cards that changed. */
@Named("deals")
@ViewScoped
public class DealsBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Columns of which a browser says how many cards it shows. */
  private static final int STAGES = 100;

  /** Over which deals conversion is counted. */
  private static final Duration PERIOD = Duration.ofDays(90);

  @Inject private Board board;
  @Inject private Readers readers;
  @Inject private OrganizationProfile organization;

  private List<String> currencies;
  private Long pipeline;
  private DealFilter filter;
  private List<Conversion> conversions;
  private Choice asked;
  private Long askedConversation;
  private final Brought<List<Choice>> pipelines = new Brought<>();
  private final Brought<List<Choice>> reasons = new Brought<>();
  private final Brought<List<BoardColumn>> columns = new Brought<>();
  private final Brought<List<CardLine>> cards = new Brought<>();
  private final Brought<String> total = new Brought<>();
  private final Brought<Boolean> more = new Brought<>();

  /** The page as its address asks for it. */
  public void open() {
    pipelines.set(board.pipelines());
    reasons.set(board.lostReasons());
    var wanted = Wanted.number("p").orElse(null);
    pipeline =
        pipelines.get().stream()
            .map(Choice::id)
            .filter(id -> wanted == null || wanted.equals(id))
            .findFirst()
            .orElse(null);
    filter = Wanted.filter(readers.user());
    askedConversation = Wanted.number("conversation").orElse(null);
    asked = askedConversation == null ? null : board.client(askedConversation).orElse(null);
    if (pipeline != null) {
      conversions = board.conversion(pipeline, PERIOD);
      show(board.stages(pipeline), board.first(pipeline, filter));
    }
  }

  /** The figures anew, and those of the changed deals that lie on this board. */
  public void news() {
    changed(Wanted.numbers("ids", Board.PAGE));
  }

  /** Everything anew, after the connection was lost. */
  public void reload() {
    conversions = board.conversion(pipeline, PERIOD);
    var stages = board.stages(pipeline);
    show(stages, List.of());
    cards.set(
        lines(stages, board.again(pipeline, filter, Wanted.numbers("stages", "shown", STAGES))));
  }

  /** The cards of a column that follow. */
  public void more() {
    Wanted.number("stage")
        .ifPresent(
            stage -> {
              var behind =
                  new DealPlace(Wanted.number("place").orElse(0L), Wanted.number("id").orElse(0L));
              var found = board.behind(stage, behind, filter);
              more.set(found.size() > Board.PAGE);
              cards.set(lines(board.stages(pipeline), found.stream().limit(Board.PAGE).toList()));
            });
  }

  void changed(List<Long> ids) {
    var stages = board.stages(pipeline);
    show(stages, List.of());
    cards.set(lines(stages, board.among(pipeline, filter, ids)));
  }

  private void show(List<Stage> stages, List<DealCard> found) {
    var totals = board.totals(pipeline, filter);
    var whole = new BoardColumn.Whole(totals, conversions, found, readers.reader());
    columns.set(stages.stream().map(stage -> BoardColumn.of(stage, whole)).toList());
    total.set(UnderWay.words(stages, totals, readers.reader()));
  }

  private List<CardLine> lines(List<Stage> stages, List<DealCard> found) {
    var kinds = stages.stream().collect(Collectors.toMap(Stage::id, Stage::kind));
    var reader = readers.reader();
    return found.stream()
        .map(card -> CardLine.of(card, kinds.get(card.stageId()), reader))
        .toList();
  }

  public List<Choice> getPipelines() {
    return pipelines.get();
  }

  public Long getPipeline() {
    return pipeline;
  }

  public DealFilter getFilter() {
    return filter;
  }

  public List<DealFilter.Whose> getOwnerships() {
    return Arrays.asList(DealFilter.Whose.values());
  }

  /** Null when nothing about the columns has been asked. */
  public List<BoardColumn> getColumns() {
    return columns.get();
  }

  /** What has changed, or what follows. */
  public List<CardLine> getCards() {
    return cards.get();
  }

  public boolean isMore() {
    return Boolean.TRUE.equals(more.get());
  }

  public String getTotal() {
    return total.get();
  }

  /** Whom the page was opened to make a deal with, or null. */
  public Choice getAsked() {
    return asked;
  }

  public Long getAskedConversation() {
    return asked == null ? null : askedConversation;
  }

  /** What of the deals is asked for, in words; null unless the address names days. */
  public String getSpan() {
    var span = filter.span();
    if (span == null) {
      return null;
    }
    var reader = readers.reader();
    var days = reader.days(span.from(), span.to());
    return switch (span.became()) {
      case WON -> reader.word("deals.span.won", days);
      case LOST -> lost(span, days);
      case MADE -> made(span, days);
    };
  }

  private String lost(DealFilter.Span span, String days) {
    var reader = readers.reader();
    if (span.reasonId() == null) {
      return reader.word("deals.span.lost", days);
    }
    return board
        .lostReason(span.reasonId())
        .map(name -> reader.word("deals.span.lost.for", days, name))
        .orElseGet(() -> reader.word("deals.span.lost.unsaid", days));
  }

  private String made(DealFilter.Span span, String days) {
    var reader = readers.reader();
    var reached =
        board.stages(pipeline).stream()
            .filter(stage -> span.reached() != null && stage.id() == span.reached())
            .map(Stage::name)
            .findFirst();
    return reached
        .map(stage -> reader.word("deals.span.reached", days, stage))
        .orElseGet(() -> reader.word("deals.span.made", days));
  }

  /** The same days in the form that an address has them. */
  public String getSpanDays() {
    return filter.span() == null ? null : filter.span().from() + ".." + filter.span().to();
  }

  /** Whether anything is hidden. */
  public boolean isFiltered() {
    return !filter.equals(DealFilter.everything(filter.userId()));
  }

  /** The organization's own first. */
  public List<String> getCurrencies() {
    if (currencies == null) {
      currencies = organization.currencies();
    }
    return currencies;
  }

  public List<Choice> getReasons() {
    return reasons.get();
  }

  /** Whose news this page hears. */
  public String getOrganization() {
    return readers.organization();
  }
}
