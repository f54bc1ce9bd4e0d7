package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.deal.Board;
import org.tulpar.deal.PipelineSetup;
import org.tulpar.deal.Stage;
import org.tulpar.deal.StageKind;
import org.tulpar.deal.StageRefused;

/** How an organization sets its funnel up, against the database as it is. */
class PipelineSetupTest {

  @RegisterExtension final Funnel funnel = new Funnel();
  private final PipelineSetup setup = funnel.get(PipelineSetup.class);

  @Test
  void aStageStandsBehindTheOthersUntilItIsPutElsewhere() {
    var visa = within(() -> setup.addStage(Funnel.PIPELINE, " Visa ", StageKind.OPEN));
    assertThat(stages())
        .containsExactly(Funnel.NEW, Funnel.CHOICE, Funnel.PAYMENT, Funnel.WON, Funnel.LOST, visa);
    var wanted = List.of(Funnel.NEW, visa, Funnel.CHOICE, Funnel.PAYMENT, Funnel.WON, Funnel.LOST);
    run(() -> setup.order(Funnel.PIPELINE, wanted));
    assertThat(stages()).isEqualTo(wanted);
  }

  @Test
  void theOrderOfOnePipelineMovesNoStageOfAnother() {
    var other = within(() -> setup.addPipeline("Groups"));
    var first = within(() -> setup.addStage(other, "First", StageKind.OPEN));
    within(() -> setup.addStage(other, "Second", StageKind.OPEN));
    run(() -> setup.order(Funnel.PIPELINE, List.of(Funnel.NEW, Funnel.CHOICE, first)));
    assertThat(numbers("select position::bigint from stage where id = %d".formatted(first)))
        .containsExactly(1L);
  }

  @Test
  void aStageIsChangedByWhoSawItLast() {
    var payment = new Stage(Funnel.PAYMENT, Funnel.PIPELINE, "Deposit", StageKind.OPEN, 90, 5, 0);
    run(() -> setup.change(payment));
    assertThat(
            numbers(
                "select probability::bigint from stage where name = 'Deposit' and rotten_days = 5 and id = 3"))
        .containsExactly(90L);
    refused("refused.stage_stale", () -> setup.change(payment));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    refused("refused.stage_numbers", () -> setup.change(choice("Choice", 101, null)));
    refused("refused.stage_numbers", () -> setup.change(choice("Choice", -1, null)));
    refused("refused.stage_numbers", () -> setup.change(choice("Choice", 50, 0)));
    refused("refused.stage_numbers", () -> setup.change(choice("Choice", 50, 366)));
    refused("refused.stage_nameless", () -> setup.change(choice(" ", 50, null)));
    refused("refused.stage_nameless", () -> setup.addPipeline(null));
    var nameless = funnel.within(setup::pipelines).getFirst().called(" ");
    refused("refused.stage_nameless", () -> setup.change(List.of(nameless), List.of(), List.of()));
    refused("refused.stage_nameless", () -> setup.addReason(""));
    refused("refused.stage_nameless", () -> setup.addStage(Funnel.PIPELINE, " ", StageKind.OPEN));
  }

  @Test
  void aStageThatADealHasLainInStays() {
    var deal = funnel.create("Alps");
    refused("refused.stage_used", () -> setup.removeStage(Funnel.NEW));
    funnel.move(deal, Funnel.CHOICE, null, null);
    refused("refused.stage_used", () -> setup.removeStage(Funnel.NEW));
    run(() -> setup.removeStage(Funnel.PAYMENT));
    assertThat(stages()).doesNotContain(Funnel.PAYMENT);
  }

  @Test
  void aReasonThatIsPutAwayStaysWithItsDealsAndCanBeBroughtBack() {
    run(() -> setup.addReason(" Not now "));
    run(() -> setup.archiveReason(Funnel.EXPENSIVE));
    assertThat(numbers("select count(*) from lost_reason where not archived")).containsExactly(1L);
    assertThat(numbers("select id from lost_reason where archived"))
        .containsExactly(Funnel.EXPENSIVE);
    assertThat(funnel.within(setup::reasons))
        .filteredOn(PipelineSetup.Reason::archived)
        .extracting(PipelineSetup.Reason::id)
        .containsExactly(Funnel.EXPENSIVE);
    run(() -> setup.restoreReason(Funnel.EXPENSIVE));
    assertThat(numbers("select id from lost_reason where archived")).isEmpty();
  }

  @Test
  void aPipelineAndAReasonGetAnotherNameFromWhoeverSawThemLast() {
    var tours = funnel.within(setup::pipelines).getFirst();
    var expensive = funnel.within(setup::reasons).getFirst();
    run(() -> setup.change(List.of(tours.called(" Trips ")), List.of(), List.of()));
    run(() -> setup.change(List.of(), List.of(), List.of(expensive.called(" Too dear "))));
    assertThat(numbers("select id from pipeline where name = 'Trips'"))
        .containsExactly(Funnel.PIPELINE);
    assertThat(numbers("select id from lost_reason where name = 'Too dear'"))
        .containsExactly(Funnel.EXPENSIVE);
    refused(
        "refused.stage_stale",
        () -> setup.change(List.of(tours.called("Walks")), List.of(), List.of()));
    refused(
        "refused.stage_stale",
        () -> setup.change(List.of(), List.of(), List.of(expensive.called("Dear"))));
  }

  @Test
  void thePipelineThatIsLeftStays() {
    refused("refused.pipeline_only", () -> setup.removePipeline(Funnel.PIPELINE));
    var other = within(() -> setup.addPipeline("Groups"));
    run(() -> setup.removePipeline(Funnel.PIPELINE));
    assertThat(numbers("select id from pipeline")).containsExactly(other);
    assertThat(numbers("select id from stage")).isEmpty();
    refused("refused.stage_stale", () -> setup.removePipeline(Funnel.PIPELINE));
    refused("refused.pipeline_only", () -> setup.removePipeline(other));
  }

  @Test
  void aPipelineThatADealHasLainInStaysWithAllItsStages() {
    var before = stages();
    var other = within(() -> setup.addPipeline("Groups"));
    var away = within(() -> setup.addStage(other, "Asked", StageKind.OPEN));
    var deal = funnel.create("Alps");
    refused("refused.pipeline_used", () -> setup.removePipeline(Funnel.PIPELINE));
    funnel.move(deal, away, null, null);
    refused("refused.pipeline_used", () -> setup.removePipeline(Funnel.PIPELINE));
    assertThat(stages()).isEqualTo(before);
  }

  @Test
  void aPipelineComesBackWhereAndAsItWas() {
    within(() -> setup.addPipeline("Groups"));
    var tours = funnel.within(setup::pipelines).getFirst();
    var board = funnel.get(Board.class);
    var stages = funnel.within(() -> board.stages(Funnel.PIPELINE));
    run(() -> setup.removePipeline(Funnel.PIPELINE));
    var id = within(() -> setup.restorePipeline(tours, stages));
    assertThat(numbers("select id from pipeline order by position")).first().isEqualTo(id);
    assertThat(funnel.within(() -> board.stages(id)))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "pipelineId", "version")
        .isEqualTo(stages);
  }

  private static Stage choice(String name, int probability, Integer rottenDays) {
    return new Stage(
        Funnel.CHOICE, Funnel.PIPELINE, name, StageKind.OPEN, probability, rottenDays, 0);
  }

  private void refused(String code, Runnable work) {
    assertThatThrownBy(() -> run(work))
        .isInstanceOfSatisfying(StageRefused.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private List<Long> stages() {
    return numbers("select id from stage where pipeline_id = 1 order by position");
  }

  private List<Long> numbers(String question) {
    return funnel.numbers(question);
  }

  private long within(Supplier<Long> work) {
    return funnel.within(work);
  }

  private void run(Runnable work) {
    funnel.within(
        () -> {
          work.run();
          return null;
        });
  }
}
