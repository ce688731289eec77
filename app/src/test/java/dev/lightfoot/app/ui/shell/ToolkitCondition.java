package dev.lightfoot.app.ui.shell;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Tries to load what JavaFX draws text with. Without it the toolkit dies with an
/// `UnsatisfiedLinkError`, display or not.
final class ToolkitCondition implements ExecutionCondition {
  private static final List<String> LIBRARIES =
      List.of(
          "libfreetype.so.6", "libfontconfig.so.1", "libpango-1.0.so.0", "libpangoft2-1.0.so.0");
  private static final String PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libfreetype6 fontconfig";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      return ConditionEvaluationResult.enabled("this system brings its own text engine");
    }
    List<String> missing = LIBRARIES.stream().filter(name -> !loads(name)).toList();
    return missing.isEmpty()
        ? ConditionEvaluationResult.enabled("pango and freetype are there")
        : ConditionEvaluationResult.disabled(
            "UI test skipped: " + missing + " cannot be loaded; apt-get install " + PACKAGES);
  }

  @SuppressWarnings("restricted") // only asks whether it is there
  private static boolean loads(String library) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
