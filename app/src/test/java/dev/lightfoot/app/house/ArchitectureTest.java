package dev.lightfoot.app.house;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final String ROOT = "dev.lightfoot.app";
  private static final String PLANTED = "dev.lightfoot.app.house.planted";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void commandLineAndWindowDoNotKnowEachOther() {
    AppRules.cliAndWindowDoNotKnowEachOther(ROOT, "cli", "ui").check(CLASSES);
    AppRules.cliAndWindowDoNotKnowEachOther(ROOT, "ui", "cli").check(CLASSES);
    AppRules.cliAndWindowDoNotKnowEachOther(ROOT, "reception", "cli").check(CLASSES);
    AppRules.cliAndWindowDoNotKnowEachOther(ROOT, "reception", "ui").check(CLASSES);
    AppRules.cliAndWindowDoNotKnowEachOther(ROOT, "export", "cli").check(CLASSES);
    AppRules.cliAndWindowDoNotKnowEachOther(ROOT, "export", "ui").check(CLASSES);
  }

  @Test
  void javaFxIsOnlyInTheWindow() {
    AppRules.javaFxOnlyInTheWindow(ROOT).check(CLASSES);
  }

  @Test
  void onlyFxThreadRunsLater() {
    AppRules.onlyFxThreadRunsLater(ROOT).check(CLASSES);
  }

  @Test
  void viewModelsHoldNoNodes() {
    AppRules.viewModelsHoldNoNodes(ROOT).check(CLASSES);
  }

  @Test
  void screensDoNotKnowEachOther() {
    AppRules.screensDoNotKnowEachOther(ROOT).check(CLASSES);
  }

  @Test
  void plantedViolationsAreCaught() {
    JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
    List<ArchRule> rules =
        List.of(
            AppRules.cliAndWindowDoNotKnowEachOther(PLANTED, "cli", "ui"),
            AppRules.javaFxOnlyInTheWindow(PLANTED),
            AppRules.onlyFxThreadRunsLater(PLANTED),
            AppRules.viewModelsHoldNoNodes(PLANTED),
            AppRules.screensDoNotKnowEachOther(PLANTED));
    for (ArchRule rule : rules) {
      assertThatThrownBy(() -> rule.check(planted))
          .as(rule.getDescription())
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Planted");
    }
  }
}
