package dev.lightfoot.house;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final String ROOT = "dev.lightfoot";
  private static final String PLANTED = "dev.lightfoot.house.planted";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void theModelStandsOnJavaAlone() {
    HouseRules.modelStandsOnJavaAlone(ROOT).check(CLASSES);
  }

  @Test
  void probeCodecAndAnalysisDoNotKnowEachOther() {
    HouseRules.mayNotKnow(
            ROOT, "probe", "codec", "intake", "analysis", "store", "receive", "report")
        .check(CLASSES);
    HouseRules.mayNotKnow(
            ROOT, "codec", "probe", "intake", "analysis", "store", "receive", "report")
        .check(CLASSES);
    HouseRules.mayNotKnow(
            ROOT, "analysis", "probe", "codec", "intake", "store", "receive", "report")
        .check(CLASSES);
  }

  @Test
  void theStoreKnowsModelAndCodecOnly() {
    HouseRules.mayNotKnow(ROOT, "store", "probe", "intake", "analysis", "receive", "report")
        .check(CLASSES);
  }

  @Test
  void theReceiverHandsSpansToAPort() {
    HouseRules.mayNotKnow(ROOT, "receive", "probe", "intake", "analysis", "store", "report")
        .check(CLASSES);
  }

  @Test
  void whatComesInKnowsNeitherProbeNorReports() {
    HouseRules.mayNotKnow(ROOT, "intake", "probe", "receive", "report").check(CLASSES);
  }

  @Test
  void reportsKnowModelShapesAndAnalysisOnly() {
    HouseRules.mayNotKnow(ROOT, "report", "probe", "codec", "intake", "store", "receive")
        .check(CLASSES);
  }

  @Test
  void shapesKnowTheModelOnlyAndNoJsonLibrary() {
    HouseRules.mayNotKnow(
            ROOT, "shape", "probe", "codec", "intake", "analysis", "store", "receive", "report")
        .check(CLASSES);
    HouseRules.knowsNoJsonLibrary(ROOT + ".shape..").check(CLASSES);
    HouseRules.mayNotKnow(ROOT, "model", "shape").check(CLASSES);
  }

  @Test
  void whatABrowserReportsKnowsTheModelOnly() {
    HouseRules.mayNotKnow(
            ROOT,
            "devtools",
            "shape",
            "probe",
            "codec",
            "intake",
            "analysis",
            "store",
            "receive",
            "report")
        .check(CLASSES);
    for (String part : List.of("model", "shape", "analysis", "store", "receive", "report")) {
      HouseRules.mayNotKnow(ROOT, part, "devtools").check(CLASSES);
    }
  }

  @Test
  void analysisAndModelGiveFactsAndMakeNoSentences() {
    HouseRules.makesNoSentences(ROOT + ".analysis..").check(CLASSES);
    HouseRules.makesNoSentences(ROOT + ".model..").check(CLASSES);
  }

  @Test
  void nettyStaysInOnePackage() {
    HouseRules.nettyStaysInOnePackage(ROOT).check(CLASSES);
  }

  @Test
  void thereAreNoCycles() {
    HouseRules.partsHaveNoCycles(ROOT).check(CLASSES);
    HouseRules.roomsHaveNoCycles(ROOT).check(CLASSES);
  }

  @Test
  void nothingHereKnowsAWindow() {
    HouseRules.knowsNoWindow(ROOT).check(CLASSES);
  }

  @Test
  void plantedViolationsAreCaught() {
    JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
    assertThatThrownBy(() -> HouseRules.modelStandsOnJavaAlone(PLANTED).check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("PlantedRecord");
    assertThatThrownBy(() -> HouseRules.mayNotKnow(PLANTED, "model", "codec").check(planted))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> HouseRules.makesNoSentences(PLANTED + ".analysis..").check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("PlantedSentences.fromBundle")
        .hasMessageContaining("PlantedSentences.fromPattern")
        .hasMessageContaining("PlantedSentences.formatted");
    assertThatThrownBy(() -> HouseRules.partsHaveNoCycles(PLANTED).check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Cycle");
    assertThatThrownBy(() -> HouseRules.roomsHaveNoCycles(ROOT + ".house").check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Cycle");
  }
}
