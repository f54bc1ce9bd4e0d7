package org.tulpar.tests.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.function.Function;

/** All rules over classes; each has a crooked house of the same name on which it must fail. */
enum Rule {
  CORE_KNOWS_NO_EDGE(LayerRules::coreKnowsNoEdge),
  CORE_KNOWS_NO_EDGE_TECHNOLOGY(LayerRules::coreKnowsNoEdgeTechnology),
  EDGES_KNOW_NO_OTHER_EDGE(LayerRules::edgesKnowNoOtherEdge),
  INTEGRATIONS_KNOW_NO_OTHER_INTEGRATION(LayerRules::integrationsKnowNoOtherIntegration),
  FEATURES_IN_ORDER(LayerRules::featuresInOrder),
  NOBODY_IMPORTS_ANALYTICS(LayerRules::nobodyImportsAnalytics),
  EVERY_CLASS_HAS_ITS_PLACE(LayerRules::everyClassHasItsPlace),
  DATABASE_ONLY_IN_REPOSITORIES(PersistenceRules::databaseOnlyInRepositories),
  EDGES_TOUCH_NO_ENTITY(PersistenceRules::edgesTouchNoEntity),
  ENTITIES_HAVE_VERBS_NOT_SETTERS(PersistenceRules::entitiesHaveVerbsNotSetters),
  CONSUMERS_ARE_THIN(EdgeRules::consumersAreThin),
  BATCH_ARTIFACTS_ARE_NAMED(EdgeRules::batchArtifactsAreNamed),
  BACKING_BEANS_ARE_NAMED_SO(EdgeRules::backingBeansAreNamedSo),
  RECORDS_ARE_READ_BY_THEIR_NAMES(EdgeRules::recordsAreReadByTheirNames),
  NOTHING_LIVES_IN_THE_SESSION(EdgeRules::nothingLivesInTheSession),
  NO_EMPTY_NAMES(LanguageRules::noEmptyNames),
  TIME_COMES_FROM_THE_CLOCK(LanguageRules::timeComesFromTheClock),
  SETTINGS_COME_FROM_THE_CONFIGURATION(LanguageRules::settingsComeFromTheConfiguration),
  NOBODY_PRINTS(LanguageRules::nobodyPrints),
  NOBODY_SLEEPS(LanguageRules::nobodySleeps),
  THREADS_ARE_THE_CONTAINERS(LanguageRules::threadsAreTheContainers),
  JAKARTA_ONLY(LanguageRules::jakartaOnly),
  OPTIONAL_IS_NO_FIELD(LanguageRules::optionalIsNoField),
  PACKAGES_STAY_SMALL(LanguageRules::packagesStaySmall),
  KERNEL_STAYS_SMALL(LanguageRules::kernelStaysSmall);

  private final Function<House, ArchRule> rule;

  Rule(Function<House, ArchRule> rule) {
    this.rule = rule;
  }

  ArchRule over(House house) {
    return rule.apply(house);
  }

  House crookedHouse() {
    return House.crooked(name().replace("_", "").toLowerCase(Locale.ROOT));
  }
}
