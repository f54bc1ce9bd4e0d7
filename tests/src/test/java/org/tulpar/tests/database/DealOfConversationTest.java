package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.client.CardWritten;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.deal.Board;
import org.tulpar.deal.DealCard;
import org.tulpar.deal.DealChanged;
import org.tulpar.deal.DealDesk;
import org.tulpar.deal.DealFilter;
import org.tulpar.deal.DealMove;
import org.tulpar.deal.Stage;

/** The deal beside what is said about it. */
class DealOfConversationTest {

  private static final long DIALOGUE = 1;

  @RegisterExtension final Funnel funnel = new Funnel();
  private final Board board = funnel.get(Board.class);
  private final DealDesk desk = funnel.get(DealDesk.class);

  @Test
  void aConversationIsAboutTheLatestOfItsDeals() {
    assertThat(within(() -> board.about(DIALOGUE))).isEmpty();
    create("first");
    var second = create("second");
    assertThat(within(() -> board.about(DIALOGUE))).map(DealCard::id).hasValue(second);
  }

  @Test
  void itsDealIsPutAmongTheStagesOfItsOwnPipeline() throws Exception {
    funnel.change(
        "insert into pipeline (organization_id, id, name, position) values (:o, 2, 'Taxi', 2)");
    funnel.change(
        "insert into stage (organization_id, id, pipeline_id, name, position) values (:o, 6, 2, 'Called', 1)");
    assertThat(within(() -> board.beside(Funnel.PAYMENT)))
        .extracting(Stage::id)
        .containsExactly(Funnel.NEW, Funnel.CHOICE, Funnel.PAYMENT, Funnel.WON, Funnel.LOST);
    assertThat(within(() -> board.beside(6))).extracting(Stage::name).containsExactly("Called");
  }

  @Test
  void aNewOneBeginsInTheFirstStageWhereWorkGoesOn() throws Exception {
    funnel.change("update stage set kind = 'LOST' where organization_id = :o and id = 1");
    assertThat(within(board::entrances))
        .first()
        .extracting(Board.Entrance::id)
        .isEqualTo(Funnel.CHOICE);
    funnel.change("update stage set kind = 'LOST' where organization_id = :o");
    assertThat(within(board::entrances)).isEmpty();
  }

  @Test
  void itMayBeginInEveryPipelineWhereWorkGoesOn() throws Exception {
    funnel.change(
        "insert into pipeline (organization_id, id, name, position) values (:o, 2, 'Taxi', 0)");
    funnel.change(
        "insert into stage (organization_id, id, pipeline_id, name, position) values (:o, 6, 2, 'Called', 1)");
    assertThat(within(board::entrances))
        .extracting(one -> one.pipeline() + ": " + one.name())
        .containsExactly("Taxi: Called", "Tours: New", "Tours: Choice", "Tours: Payment");
  }

  @Test
  void noMoreBeginningsAreOfferedThanAPersonReads() throws Exception {
    funnel.change(
        "insert into pipeline (organization_id, id, name, position) values (:o, 2, 'Taxi', 2)");
    funnel.change(
        "insert into stage (organization_id, id, pipeline_id, name, position) select :o, n, 2, 'Stage ' || n, n"
            + " from generate_series(10, 10 + %d) n".formatted(Board.ENTRANCES));
    assertThat(within(board::entrances))
        .hasSize(Board.ENTRANCES)
        .first()
        .extracting(Board.Entrance::id)
        .isEqualTo(Funnel.NEW);
  }

  @Test
  void whatHappensToADealIsNewsOfItsConversation() {
    var deal = create("deal");
    assertThat(news()).isEqualTo(1);
    within(() -> desk.move(DealMove.to(deal, 0, Funnel.CHOICE, null, null), Funnel.AIGUL));
    assertThat(news()).isEqualTo(2);
  }

  @Test
  void whatIsWrittenOnAClientsCardIsNewsOfAllHerDealsAndOfNoOthers() throws Exception {
    funnel.change(
        "insert into client (organization_id, id, name, phone) values (:o, 2, 'Fatima', '2')");
    var deals = List.of(create("second"), create("first"));
    within(
        () ->
            desk.create(2, null, Funnel.NEW, funnel.draft("of another", null, null), Funnel.AIGUL));
    int before = funnel.fired().size();
    within(
        () -> {
          desk.written(new CardWritten(funnel.organization(), List.of(Funnel.CLIENT)));
          return null;
        });
    assertThat(funnel.fired().subList(before, funnel.fired().size()))
        .containsExactlyInAnyOrder(
            new DealChanged(funnel.organization(), deals.getFirst()),
            new DealChanged(funnel.organization(), deals.getLast()));
  }

  @Test
  void theConversationThatIsNamedIsWhatItIsAboutEvenWhenItIsClosed() throws Exception {
    funnel.change("update conversation set status = 'CLOSED' where organization_id = :o");
    var named = create("named");
    assertThat(within(() -> board.about(DIALOGUE))).map(DealCard::id).hasValue(named);
    var draft = funnel.draft("of nobody's", null, null);
    within(() -> desk.create(Funnel.CLIENT, null, Funnel.NEW, draft, Funnel.AIGUL));
    assertThat(within(() -> board.about(DIALOGUE))).map(DealCard::id).hasValue(named);
  }

  @Test
  void itsCardSaysHowNearTheClientIsToBuying() throws Exception {
    create("unknown");
    assertThat(within(() -> board.about(DIALOGUE))).map(DealCard::score).isEmpty();
    funnel.change(
        "insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, occurred_at)"
            + " values (:o, 1, 1, 'IN', 'CLIENT', 'PHONE', 'DELIVERED', 'TEXT', '12 July, how to pay?', now())");
    funnel.change(
        "insert into extracted_fact (organization_id, conversation_id, message_id, kind, text, quote)"
            + " values (:o, 1, 1, 'DATES', '12 July', '12 July'), (:o, 1, 1, 'READY', 'how to pay', 'how to pay')");
    funnel.change(
        "insert into orders (organization_id, id, number, client_id, status) values (:o, 1, 1, 1, 'PAID')");
    assertThat(within(() -> board.about(DIALOGUE))).map(DealCard::score).hasValue(60);
    var everybodys = DealFilter.everything(Funnel.AIGUL);
    assertThat(within(() -> board.first(Funnel.PIPELINE, everybodys)))
        .extracting(DealCard::score)
        .containsExactly(60);
  }

  private long create(String title) {
    return within(
        () ->
            desk.create(
                Funnel.CLIENT,
                DIALOGUE,
                Funnel.NEW,
                funnel.draft(title, null, null),
                Funnel.AIGUL));
  }

  private long news() {
    var expected = new AfterCommit.Pending(funnel.organization(), DIALOGUE);
    return funnel.fired().stream().filter(expected::equals).count();
  }

  private <T> T within(Supplier<T> work) {
    return funnel.within(work);
  }
}
