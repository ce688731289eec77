package dev.lightfoot.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The folder that holds what Lightfoot keeps, where each platform wants it: under `XDG_DATA_HOME`
/// (XDG Base Directory Specification) on Linux, `Application Support` on macOS, `LOCALAPPDATA` on
/// Windows.
public final class DataFolder {
  private static final String NAME = "lightfoot";
  private static final String TITLE = "Lightfoot";

  private DataFolder() {}

  /// The folder of the person who runs this program.
  public static Path standard() {
    return standard(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
  }

  /// The snapshots within a data folder.
  public static Path snapshots(Path dataFolder) {
    return dataFolder.resolve("snapshots");
  }

  /// The predictions within a data folder.
  public static Path predictions(Path dataFolder) {
    return dataFolder.resolve("predictions");
  }

  /// The received spans within a data folder.
  public static Path spans(Path dataFolder) {
    return dataFolder.resolve("spans");
  }

  static Path standard(String os, Path home, Map<String, String> environment) {
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      String local = environment.get("LOCALAPPDATA");
      Path base = local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
      return base.resolve(TITLE);
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve(TITLE);
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    // The specification says to ignore a relative path.
    return data.startsWith("/")
        ? Path.of(data).resolve(NAME)
        : home.resolve(".local").resolve("share").resolve(NAME);
  }
}
