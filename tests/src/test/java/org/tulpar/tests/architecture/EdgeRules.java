package org.tulpar.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What an edge looks like: it decodes, and makes one call. */
final class EdgeRules {

  private static final String CONSUMER = "jakarta.ejb.MessageDriven";

  /** Facts that every page may show; they back none of them. */
  private static final String SIGNED_IN = "CurrentUser";

  private static final String PHONE = "PracticePhone";

  private EdgeRules() {}

  static ArchRule consumersAreThin(House house) {
    return CompositeArchRule.of(
            classes()
                .that()
                .areAnnotatedWith(CONSUMER)
                .should()
                .haveSimpleNameEndingWith("Consumer")
                .andShould()
                .resideInAPackage(house.root() + ".jms.."))
        .and(classes().that().areAnnotatedWith(CONSUMER).should(catchNothing()))
        .and(
            noClasses()
                .that()
                .areAnnotatedWith(CONSUMER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql.."))
        .because("what fails must fly: the queue delivers it again");
  }

  static ArchRule batchArtifactsAreNamed(House house) {
    return classes()
        .that()
        .resideInAPackage(house.root() + "..")
        .and(
            DescribedPredicate.describe(
                "are batch artifacts",
                type ->
                    type.getAllRawInterfaces().stream()
                        .anyMatch(face -> face.getPackageName().startsWith("jakarta.batch.api"))))
        .should()
        .beAnnotatedWith("jakarta.inject.Named")
        .andShould()
        .beAnnotatedWith("jakarta.enterprise.context.Dependent")
        .because("one instance per step: the job names it, the container makes it");
  }

  static ArchRule backingBeansAreNamedSo(House house) {
    return classes()
        .that()
        .resideInAPackage(house.root() + ".web..")
        .and()
        .areAnnotatedWith("jakarta.inject.Named")
        .and()
        .haveSimpleNameNotEndingWith(SIGNED_IN)
        .and()
        .haveSimpleNameNotEndingWith(PHONE)
        .should()
        .haveSimpleNameEndingWith("Backing")
        .because("a page and its bean are found by name");
  }

  static ArchRule recordsAreReadByTheirNames(House house) {
    return noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(house.root() + ".web..")
        .and()
        .areDeclaredInClassesThat()
        .areRecords()
        .and()
        .haveRawParameterTypes(new String[0])
        .should()
        .haveNameMatching("(is|get)[A-Z].*")
        .because("pages find no property of a record but its components: isOpen is not open there");
  }

  static ArchRule nothingLivesInTheSession(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .should()
        .beAnnotatedWith("jakarta.enterprise.context.SessionScoped")
        .because("sessions are many and long; state belongs to the view or the database");
  }

  private static ArchCondition<JavaClass> catchNothing() {
    return new ArchCondition<>("catch nothing") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (var unit : type.getCodeUnits()) {
          for (TryCatchBlock block : unit.getTryCatchBlocks()) {
            events.add(
                SimpleConditionEvent.violated(
                    block, unit.getFullName() + " catches in " + block.getSourceCodeLocation()));
          }
        }
      }
    };
  }
}
