package dev.lightfoot.probe.chrome;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Where a browser of the Chromium family is installed.
///
/// @param program the file to run
public record InstalledBrowser(Path program) {
  private static final List<String> LINUX_NAMES =
      List.of(
          "google-chrome-stable",
          "google-chrome",
          "chromium",
          "chromium-browser",
          "microsoft-edge-stable",
          "microsoft-edge",
          "brave-browser-stable",
          "brave-browser");

  private static final List<String> MAC_NAMES =
      List.of("Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser");

  private static final List<String> WINDOWS_PLACES =
      List.of(
          "Google\\Chrome\\Application\\chrome.exe",
          "Chromium\\Application\\chrome.exe",
          "Microsoft\\Edge\\Application\\msedge.exe",
          "BraveSoftware\\Brave-Browser\\Application\\brave.exe");

  /// The one that is found first: Chrome, Chromium, Edge, Brave, in this order.
  public static Optional<InstalledBrowser> find() {
    return find(System.getProperty("os.name", ""), System.getenv(), Files::isExecutable);
  }

  /// The one of that path.
  ///
  /// @throws IllegalArgumentException where no program is there; the message is a sentence for
  ///   people
  public static InstalledBrowser at(Path program) {
    if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
      throw new IllegalArgumentException(
          "\"" + program + "\" is not a program that can be run: give the path of a browser.");
    }
    return new InstalledBrowser(program.toAbsolutePath());
  }

  static Optional<InstalledBrowser> find(
      String system, Map<String, String> environment, Predicate<Path> isProgram) {
    return places(system.toLowerCase(Locale.ROOT), environment).stream()
        .filter(isProgram)
        .findFirst()
        .map(InstalledBrowser::new);
  }

  private static List<Path> places(String system, Map<String, String> environment) {
    if (system.startsWith("windows")) {
      return inWindows(environment);
    }
    return system.startsWith("mac") ? inMac(environment) : inPath(environment);
  }

  private static List<Path> inPath(Map<String, String> environment) {
    List<Path> places = new ArrayList<>();
    for (String name : LINUX_NAMES) {
      for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
        path(folder).filter(Path::isAbsolute).ifPresent(each -> places.add(each.resolve(name)));
      }
    }
    return places;
  }

  private static List<Path> inMac(Map<String, String> environment) {
    List<Path> places = new ArrayList<>();
    for (String name : MAC_NAMES) {
      String inside = "Applications/" + name + ".app/Contents/MacOS/" + name;
      places.add(Path.of("/" + inside));
      path(environment.getOrDefault("HOME", ""))
          .ifPresent(home -> places.add(home.resolve(inside)));
    }
    return places;
  }

  private static List<Path> inWindows(Map<String, String> environment) {
    List<Path> places = new ArrayList<>();
    for (String inside : WINDOWS_PLACES) {
      for (String variable : List.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")) {
        String folder = environment.getOrDefault(variable, "");
        if (!folder.isEmpty()) {
          path(folder + "\\" + inside).ifPresent(places::add);
        }
      }
    }
    return places;
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
