package dev.lightfoot.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether a window can be shown, and if not, what is missing.
final class Display {
  /// What JavaFX loads on Linux, by the Debian package that has it.
  private static final Map<String, String> LIBRARIES = libraries();

  private Display() {}

  /// One sentence: what keeps a window from being shown; empty where nothing does.
  static Optional<String> missing() {
    return missing(System.getProperty("os.name"), System.getenv(), Display::canLoad);
  }

  static Optional<String> missing(
      String os, Map<String, String> environment, Predicate<String> canLoad) {
    if (!os.toLowerCase(Locale.ROOT).startsWith("linux")) {
      return Optional.empty();
    }
    boolean display =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    if (!display) {
      return Optional.of(
          "No display: DISPLAY and WAYLAND_DISPLAY are not set, so the result comes as text.");
    }
    List<String> packages = new ArrayList<>();
    LIBRARIES.forEach(
        (library, owner) -> {
          if (!canLoad.test(library)) {
            packages.add(owner);
          }
        });
    return packages.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The window needs system libraries that are not installed; on Debian or Ubuntu: sudo"
                + " apt install "
                + String.join(" ", packages));
  }

  /// One sentence for what JavaFX said when it could not start.
  static String refused(Throwable fault) {
    return "The window cannot be opened, so the result comes as text: " + fault.getMessage();
  }

  @SuppressWarnings("restricted") // only asks whether it is there; JavaFX loads it anyway
  private static boolean canLoad(String library) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup _ = SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Map<String, String> libraries() {
    Map<String, String> libraries = new LinkedHashMap<>();
    libraries.put("libgtk-3.so.0", "libgtk-3-0");
    libraries.put("libpango-1.0.so.0", "libpango-1.0-0");
    libraries.put("libpangoft2-1.0.so.0", "libpangoft2-1.0-0");
    libraries.put("libfreetype.so.6", "libfreetype6");
    libraries.put("libXtst.so.6", "libxtst6");
    libraries.put("libXxf86vm.so.1", "libxxf86vm1");
    return libraries;
  }
}
