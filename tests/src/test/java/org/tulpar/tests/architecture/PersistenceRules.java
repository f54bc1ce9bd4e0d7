package org.tulpar.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;

/** Who may touch the database, and what an entity looks like. */
final class PersistenceRules {

  private static final String REPOSITORY = "org.tulpar.kernel.Repository";
  private static final String ENTITY = "jakarta.persistence.Entity";
  private static final Set<String> DATABASE =
      Set.of(
          "jakarta.persistence.EntityManager",
          "jakarta.persistence.EntityManagerFactory",
          "jakarta.persistence.PersistenceContext",
          "javax.sql.DataSource",
          "java.sql.DriverManager");

  private PersistenceRules() {}

  static ArchRule databaseOnlyInRepositories(House house) {
    return classes()
        .that(
            house
                .in(house.server())
                .and(usesTheDatabase())
                .and(DescribedPredicate.not(JavaClass.Predicates.simpleName("RowSecurity"))))
        .should(beRepositoryOrPartOfOne())
        .because("a query that is written elsewhere escapes the review of repositories");
  }

  static ArchRule edgesTouchNoEntity(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(house.edges())
        .should()
        .dependOnClassesThat()
        .areAnnotatedWith(ENTITY)
        .because("rows come back to the page, never entities");
  }

  static ArchRule entitiesHaveVerbsNotSetters(House house) {
    return CompositeArchRule.of(
            methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(ENTITY)
                .and()
                .arePublic()
                .should()
                .haveNameNotMatching("set[A-Z].*"))
        .and(
            noFields()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(ENTITY)
                .and()
                .areNotStatic()
                .should()
                .notBePrivate())
        .because("an entity keeps its invariant itself; under " + house.root());
  }

  private static DescribedPredicate<JavaClass> usesTheDatabase() {
    return DescribedPredicate.describe(
        "use the database",
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> DATABASE.contains(use.getTargetClass().getName())));
  }

  private static ArchCondition<JavaClass> beRepositoryOrPartOfOne() {
    return new ArchCondition<>("be a @Repository, or package-private and used by one only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!allowed(type, new HashSet<>())) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getName() + " uses the database and is no part of a repository"));
        }
      }
    };
  }

  /** A repository; or package-private, and everyone who knows it is allowed. */
  private static boolean allowed(JavaClass type, Set<JavaClass> seen) {
    var outer = outermost(type);
    if (outer.isAnnotatedWith(REPOSITORY)) {
      return true;
    }
    if (outer.getModifiers().contains(JavaModifier.PUBLIC) || !seen.add(outer)) {
      return false;
    }
    var users =
        outer.getDirectDependenciesToSelf().stream()
            .map(use -> outermost(use.getOriginClass()))
            .filter(user -> !user.equals(outer))
            .distinct()
            .toList();
    return !users.isEmpty() && users.stream().allMatch(user -> allowed(user, seen));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(PersistenceRules::outermost).orElse(type);
  }
}
