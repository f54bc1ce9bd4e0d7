package org.tulpar.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What is not written in this house. */
final class LanguageRules {

  private static final int MOST_CLASSES = 25;

  private LanguageRules() {}

  static ArchRule noEmptyNames(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .should()
        .haveNameMatching(
            ".*[a-z0-9](Impl|Manager|Helper|Helpers|Util|Utils|Dto|DTO|VO|Bean)([$].*)?")
        .because("a name says what the thing is");
  }

  static ArchRule timeComesFromTheClock(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(house.server())
        .and()
        .doNotHaveSimpleName("SystemClock")
        .should()
        .callMethodWhere(
            target(owner(JavaClass.Predicates.resideInAPackage("java.time..")))
                .and(target(name("now")))
                .and(
                    DescribedPredicate.describe(
                        "without a clock",
                        call ->
                            call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class)))))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Clock.class))).and(target(nameMatching("(system|tick).*"))))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(Date.class)
        .because("a test sets the time");
  }

  static ArchRule settingsComeFromTheConfiguration(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(House.concat(house.server(), house.packages(List.of("broker"))))
        .should()
        .callMethodWhere(target(owner(belongToAnyOf(System.class))).and(target(name("getenv"))))
        .because("there is one table of settings");
  }

  static ArchRule nobodyPrints(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(House.concat(house.server(), house.packages(List.of("broker", "db"))))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .because("a server logs");
  }

  static ArchRule nobodySleeps(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(house.server())
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", Duration.class)
        .orShould()
        .callMethodWhere(target(name("sleep")).and(target(owner(assignableTo(TimeUnit.class)))))
        .because("waiting is the business of timers and due columns");
  }

  static ArchRule threadsAreTheContainers(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(house.server())
        .should()
        .callConstructorWhere(target(owner(assignableTo(Thread.class))))
        .orShould()
        .callMethodWhere(
            target(owner(belongToAnyOf(Thread.class)))
                .and(target(nameMatching("(ofVirtual|ofPlatform|startVirtualThread)"))))
        .orShould()
        .callMethodWhere(
            target(owner(belongToAnyOf(Executors.class)))
                .and(not(target(rawParameterTypes(ThreadFactory.class)))))
        .orShould()
        .callConstructorWhere(target(owner(assignableTo(ExecutorService.class))))
        .because("threads of another factory know neither names nor shutdown");
  }

  static ArchRule jakartaOnly(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "javax[.](annotation|batch|ejb|enterprise|faces|inject|interceptor|jms|json|mail|"
                + "persistence|resource|security[.]enterprise|servlet|validation|websocket|ws)[.].*")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("javax[.]transaction[.][A-Z].*")
        .because("there is one enterprise API");
  }

  static ArchRule packagesStaySmall(House house) {
    return ArchRuleDefinition.all(packages())
        .should(haveAtMost(MOST_CLASSES))
        .because("a feature that outgrows it is split by meaning; under " + house.root());
  }

  static ArchRule kernelStaysSmall(House house) {
    return ArchRuleDefinition.all(packages())
        .that(
            DescribedPredicate.describe(
                "are the kernel", entry -> entry.getKey().equals(house.root() + ".kernel")))
        .should(haveAtMost(10))
        .because("a kernel that grows becomes everyone's neighbour");
  }

  static ArchRule optionalIsNoField(House house) {
    return ArchRuleDefinition.noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(house.server())
        .and()
        .areNotAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
        .should()
        .haveRawType(Optional.class)
        .because("a field has a value, or its type says what is missing");
  }

  private static AbstractClassesTransformer<Entry<String, Integer>> packages() {
    return new AbstractClassesTransformer<>("packages") {
      @Override
      public Iterable<Entry<String, Integer>> doTransform(JavaClasses classes) {
        return classes.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(JavaClass::getPackageName, Collectors.summingInt(c -> 1)))
            .entrySet();
      }
    };
  }

  private static ArchCondition<Entry<String, Integer>> haveAtMost(int most) {
    return new ArchCondition<>("have at most " + most + " classes") {
      @Override
      public void check(Entry<String, Integer> pack, ConditionEvents events) {
        if (pack.getValue() > most) {
          events.add(
              SimpleConditionEvent.violated(
                  pack, pack.getKey() + " has " + pack.getValue() + " classes"));
        }
      }
    };
  }
}
