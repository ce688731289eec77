package dev.lightfoot.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.text.Format;
import java.util.Formatter;
import java.util.ResourceBundle;

/// Which part may know which, below a root package.
final class HouseRules {
  private HouseRules() {}

  /// Records that everything else shares stand on Java alone.
  static ArchRule modelStandsOnJavaAlone(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + ".model..",
            "java.lang..",
            "java.util..",
            "java.time..",
            "java.math..",
            "java.net..",
            "java.nio..",
            "java.io..",
            "java.security..",
            "org.jspecify..");
  }

  static ArchRule mayNotKnow(String root, String part, String... others) {
    String[] packages = new String[others.length];
    for (int i = 0; i < others.length; i++) {
      packages[i] = root + "." + others[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage(root + "." + part + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  /// The library of QUIC stays behind one package.
  static ArchRule nettyStaysInOnePackage(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".probe.quic..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..");
  }

  /// What a record looks like does not depend on the library that reads it.
  static ArchRule knowsNoJsonLibrary(String part) {
    return noClasses()
        .that()
        .resideInAPackage(part)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..");
  }

  /// What is found out is handed on as facts: sentences are made in the reports and the window.
  static ArchRule makesNoSentences(String part) {
    return noClasses()
        .that()
        .resideInAPackage(part)
        .should()
        .dependOnClassesThat(
            assignableTo(Format.class)
                .or(assignableTo(ResourceBundle.class))
                .or(assignableTo(Formatter.class)))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(String.class))).and(target(nameMatching("format(ted)?"))));
  }

  /// The packages within the parts.
  static ArchRule roomsHaveNoCycles(String root) {
    return slices().matching(root + ".(*).(*)..").should().beFreeOfCycles();
  }

  static ArchRule partsHaveNoCycles(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  static ArchRule knowsNoWindow(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..");
  }
}
