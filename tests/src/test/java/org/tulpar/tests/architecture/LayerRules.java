package org.tulpar.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;

/** Who may know whom. */
final class LayerRules {

  private LayerRules() {}

  static ArchRule coreKnowsNoEdge(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(house.features())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(House.concat(house.edges(), house.packages(House.OUTSIDE)))
        .because("the core is called by its edges and calls them through ports of its own");
  }

  static ArchRule coreKnowsNoEdgeTechnology(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(house.features())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.jms..",
            "jakarta.faces..",
            "jakarta.servlet..",
            "jakarta.ws.rs..",
            "jakarta.websocket..",
            "jakarta.batch..",
            "jakarta.mail..",
            "java.net.http..",
            "org.apache.hc..",
            "org.apache.activemq..",
            "dev.langchain4j..",
            "org.primefaces..",
            "org.omnifaces..")
        .because("pages, queues, batch, HTTP and models belong to the edges");
  }

  static ArchRule edgesKnowNoOtherEdge(House house) {
    var rules = new ArrayList<ArchRule>();
    for (var edge : House.EDGES) {
      var others = House.EDGES.stream().filter(other -> !other.equals(edge)).toList();
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(house.root() + "." + edge + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(
                  House.concat(house.packages(others), house.packages(House.OUTSIDE))));
    }
    return CompositeArchRule.of(rules).because("an edge sees the core only");
  }

  static ArchRule integrationsKnowNoOtherIntegration(House house) {
    return slices()
        .matching(house.root() + ".integrations.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            DescribedPredicate.alwaysTrue(), house.in(house.root() + ".integrations.http.."))
        .ignoreDependency(
            DescribedPredicate.alwaysTrue(), house.in(house.root() + ".integrations.wire.."))
        .because("a new provider is one package, on the client and the reader that all use");
  }

  static ArchRule featuresInOrder(House house) {
    var rules = new ArrayList<ArchRule>();
    for (int i = 0; i < House.FEATURES.size() - 1; i++) {
      var later = House.FEATURES.subList(i + 1, House.FEATURES.size());
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(house.root() + "." + House.FEATURES.get(i) + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(house.packages(later)));
    }
    return CompositeArchRule.of(rules).because("news travels up by an event or through a port");
  }

  static ArchRule nobodyImportsAnalytics(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(house.features())
        .and()
        .resideOutsideOfPackage(house.root() + ".analytics..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(house.root() + ".analytics..")
        .because("its rows are read by pages only");
  }

  static ArchRule everyClassHasItsPlace(House house) {
    return classes()
        .should()
        .resideInAnyPackage(House.concat(house.server(), house.packages(House.OUTSIDE)))
        .because("a package that is not in the diagram is not under the rules");
  }
}
