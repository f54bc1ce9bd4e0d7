package org.tulpar.web.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.tulpar.analytics.Dashboard;
import org.tulpar.analytics.Days;
import org.tulpar.analytics.Figures;
import org.tulpar.analytics.Sales;
import org.tulpar.analytics.SalesFigures;
import org.tulpar.analytics.Urgent;
import org.tulpar.deal.Board;
import org.tulpar.deal.Choice;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.conversation.Readers;

/** The dashboard of the period and the pipeline that its address names. */
@Named("dashboard")
@RequestScoped
public class DashboardBacking {

  static final List<Integer> PERIODS = List.of(7, 30, 90);
  private static final int USUAL = 30;

  @Inject private Days days;
  @Inject private Dashboard dashboard;
  @Inject private SalesFigures salesFigures;
  @Inject private Urgent urgent;
  @Inject private Board board;
  @Inject private FunnelFilterBacking funnelFilter;
  @Inject private Readers readers;

  private int period;
  private Figures figures;
  private Addresses addresses;
  private List<Choice> pipelines;
  private Choice pipeline;
  private Sales sales;
  private List<Tile> tiles;
  private List<Todo> todos;
  private DayChart chart;

  /** The page as its address asks for it, up to this minute. */
  public void open() {
    days.count();
    period = period(Faces.getRequestParameter("period"));
    figures = dashboard.figures(dashboard.period(period));
    addresses = new Addresses(figures.period());
    pipelines = board.pipelines();
    pipeline = asked(Faces.getRequestParameter("p"));
    sales =
        pipeline == null
            ? null
            : salesFigures.of(pipeline.id(), figures.period(), funnelFilter.filter());
    show(readers.reader());
  }

  /** What is not understood is the usual. */
  static int period(String text) {
    return PERIODS.stream().filter(one -> one.toString().equals(text)).findFirst().orElse(USUAL);
  }

  private void show(Reader reader) {
    var needs = urgent.needs(readers.user());
    var all = new Tiles(reader, figures.period());
    tiles =
        Stream.of(
                Optional.of(all.waiting(needs)),
                Optional.of(all.answers(figures)),
                Optional.of(all.bot(figures)),
                Optional.ofNullable(pipeline).map(one -> all.won(sales, one, pipelines.size() > 1)))
            .flatMap(Optional::stream)
            .toList();
    todos = Todos.of(needs, reader);
    chart = DayChart.of(figures, reader, addresses);
  }

  private Choice asked(String text) {
    return pipelines.stream()
        .filter(one -> Long.toString(one.id()).equals(text))
        .findFirst()
        .or(() -> pipelines.stream().findFirst())
        .orElse(null);
  }

  public List<Integer> getPeriods() {
    return PERIODS;
  }

  public int getPeriod() {
    return period;
  }

  /** Days of the calendar, as an address has them. */
  public String getSpan() {
    return figures.period().from() + ".." + figures.period().to();
  }

  /** Until when it is counted. */
  public String getFresh() {
    var reader = readers.reader();
    return figures.countedAt() == null
        ? reader.word("dashboard.fresh.never")
        : reader.word("dashboard.fresh", reader.clock(figures.countedAt()));
  }

  public List<Tile> getTiles() {
    return tiles;
  }

  public List<Todo> getTodos() {
    return todos;
  }

  public DayChart getChart() {
    return chart;
  }

  /** Whether anything was said or asked in the period. */
  public boolean isAnything() {
    return figures.whole().dialogues().asked() > 0 || figures.whole().waits().answers() > 0;
  }

  public List<Choice> getPipelines() {
    return pipelines;
  }

  /** The one whose funnel is shown, or null where there is none. */
  public Choice getPipeline() {
    return pipeline;
  }

  public List<StepLine> getSteps() {
    return sales == null
        ? List.of()
        : FigureLines.steps(sales, pipeline, funnelFilter.getQuery(), addresses, reader());
  }

  public List<OwnerLine> getOwners() {
    return sales == null
        ? List.of()
        : FigureLines.owners(sales, pipeline.id(), addresses, reader());
  }

  public List<ReasonLine> getLost() {
    return sales == null ? List.of() : FigureLines.lost(sales, pipeline.id(), addresses, reader());
  }

  /** How many deals of the pipeline were lost, and where they are. */
  public Counter getLostInAll() {
    return FigureLines.lostInAll(sales, pipeline.id(), addresses, reader());
  }

  public List<ReasonLine> getReasons() {
    return FigureLines.reasons(figures, addresses, reader());
  }

  /** How many conversations the bot handed over, and where they are. */
  public Counter getHandedOver() {
    return FigureLines.handedOver(figures, addresses, reader());
  }

  public List<PersonLine> getPeople() {
    return FigureLines.people(figures, addresses, reader());
  }

  public List<ChannelLine> getChannels() {
    return FigureLines.channels(figures, addresses, reader());
  }

  private Reader reader() {
    return readers.reader();
  }
}
