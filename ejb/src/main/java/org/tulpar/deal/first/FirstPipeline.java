package org.tulpar.deal.first;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.tulpar.deal.StageKind;

/** The pipeline with which an organization begins; it names and adds as it sells. */
@Stateless
public class FirstPipeline {

  private static final int ROTTEN_DAYS = 5;

  /**
   * A stage before it has a number.
   *
   * @param probability in per cent, that a deal in it is won
   */
  record Step(String name, StageKind kind, long probability) {}

  private record Plan(String name, List<Step> steps, List<String> reasons) {}

  private static final Plan RU =
      new Plan(
          "Продажи",
          List.of(
              new Step("Новый", StageKind.OPEN, 10),
              new Step("В работе", StageKind.OPEN, 40),
              new Step("Ждём оплату", StageKind.OPEN, 80),
              new Step("Оплачен", StageKind.WON, 100),
              new Step("Отказ", StageKind.LOST, 0)),
          List.of("Дорого", "Не подошло", "Выбрали других", "Перестал отвечать"));

  private static final Plan EN =
      new Plan(
          "Sales",
          List.of(
              new Step("New", StageKind.OPEN, 10),
              new Step("In talks", StageKind.OPEN, 40),
              new Step("Awaiting payment", StageKind.OPEN, 80),
              new Step("Paid", StageKind.WON, 100),
              new Step("Declined", StageKind.LOST, 0)),
          List.of("Too expensive", "Did not fit", "Chose others", "Stopped answering"));

  @Inject private FirstPipelineRows rows;

  /** Lays it out in the words of a language. */
  public void lay(Locale language) {
    var plan = "ru".equals(language.getLanguage()) ? RU : EN;
    rows.addStages(rows.addPipeline(plan.name()), plan.steps(), ROTTEN_DAYS);
    rows.addReasons(plan.reasons());
  }
}
