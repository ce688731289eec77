package dev.lightfoot.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;

/// Which part of the app may know which, below a root package.
final class AppRules {
  /// Packages of the window that all screens share.
  private static final Set<String> SHARED =
      Set.of("workspace", "chart", "control", "detail", "place", "thread", "words");

  /// The one place that knows every screen.
  private static final String SHELL = "shell";

  private AppRules() {}

  static ArchRule cliAndWindowDoNotKnowEachOther(String root, String one, String other) {
    return noClasses()
        .that()
        .resideInAPackage(root + "." + one + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + "." + other + "..");
  }

  static ArchRule javaFxOnlyInTheWindow(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".ui..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "org.controlsfx..");
  }

  static ArchRule onlyFxThreadRunsLater(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .doNotHaveSimpleName("FxThread")
        .should()
        .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName());
  }

  static ArchRule viewModelsHoldNoNodes(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".ui..")
        .and()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..");
  }

  static ArchRule screensDoNotKnowEachOther(String root) {
    return ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(root + ".ui..")
        .should(knowNoOtherScreen(root + ".ui."));
  }

  private static ArchCondition<JavaClass> knowNoOtherScreen(String prefix) {
    return new ArchCondition<>("know no other screen") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String own = screen(item.getPackageName(), prefix);
        if (own.equals(SHELL)) {
          return;
        }
        item.getDirectDependenciesFromSelf()
            .forEach(
                dependency -> {
                  String other = screen(dependency.getTargetClass().getPackageName(), prefix);
                  boolean allowed = other.isEmpty() || other.equals(own) || SHARED.contains(other);
                  if (!allowed) {
                    events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                  }
                });
      }
    };
  }

  /// `probe` of `….ui.probe`; nothing for packages outside the window.
  private static String screen(String packageName, String prefix) {
    if (!packageName.startsWith(prefix)) {
      return "";
    }
    String rest = packageName.substring(prefix.length());
    int end = rest.indexOf('.');
    return end < 0 ? rest : rest.substring(0, end);
  }
}
