import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Makes the installed package for the system it runs on, from the distribution that `package` leaves.
///
/// Linux: an image by jpackage with a launcher for commands and one for the window, then a .deb by `linux/deb.sh` (and an .rpm with `-Drpm=true`), because
/// jpackage's own .deb has no man page, no icon theme entry and no GTK dependency. Windows and macOS:
/// jpackage's .msi and .dmg. Run by `./mvnw -Pinstaller package`.
final class Package {
  /// Of commands, which keep little.
  private static final String COMMAND_HEAP = "-Xmx512m";

  /// Of the window: room for a trace of a million spans. Where there is one launcher for both, its.
  private static final String WINDOW_HEAP = "-Xmx1536m -XX:MaxNewSize=192m";

  private final Path distribution;
  private final Path target;
  private final String version;
  private final String modules;
  private final String jlinkOptions;
  private final String nativeAccess;

  private Package(String[] args) {
    distribution = Path.of(args[0]);
    target = Path.of(args[1]);
    version = args[2];
    modules = args[3];
    jlinkOptions = args[4];
    nativeAccess = args[5];
  }

  public static void main(String[] args) throws Exception {
    new Package(args).make();
  }

  private void make() throws Exception {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path input = input();
    if (os.startsWith("windows")) {
      jpackage(
          input,
          "msi",
          WINDOW_HEAP,
          List.of(
              "--icon", assets("icons/lightfoot.ico"),
              "--win-per-user-install",
              "--win-menu",
              "--win-shortcut-prompt",
              "--win-console",
              "--win-upgrade-uuid", "6d0a2f0e-1e8b-4a52-9c0b-5f1f0c6f7a11"));
    } else if (os.startsWith("mac")) {
      jpackage(
          input,
          "dmg",
          WINDOW_HEAP,
          List.of("--icon", assets("icons/lightfoot.icns"), "--mac-package-identifier", "dev.lightfoot"));
    } else {
      Path window = target.resolve("lightfoot-window.properties");
      Files.writeString(window, "java-options=" + javaOptions(WINDOW_HEAP) + "\n");
      jpackage(
          input,
          "app-image",
          COMMAND_HEAP,
          List.of("--icon", assets("icons/lightfoot-256.png"), "--add-launcher", "lightfoot-window=" + window));
      Path script = Path.of(System.getProperty("user.dir"), "linux", "deb.sh");
      run(List.of("sh", script.toString(), target.resolve("lightfoot").toString(), target.toString(), version));
    }
  }

  /// The jars of the class path, without JavaFX, which becomes part of the runtime; and the agents,
  /// which end up beside them.
  private Path input() throws IOException {
    Path input = fresh(target.resolve("input"));
    Files.createDirectories(input);
    try (var jars = Files.newDirectoryStream(distribution.resolve("lib"), "*.jar")) {
      for (Path jar : jars) {
        if (isOfOtherSystem(jar.getFileName().toString())) {
          continue;
        }
        Files.copy(jar, input.resolve(jar.getFileName()));
      }
    }
    copyAgents(input);
    return input;
  }

  private void copyAgents(Path input) throws IOException {
    try (var files = Files.walk(distribution.resolve("agents"))) {
      for (Path file : files.toList()) {
        Files.copy(file, input.resolve(distribution.relativize(file).toString()));
      }
    }
  }

  /// QUIC's native library comes in one jar per system; an installed package needs its own only.
  private static boolean isOfOtherSystem(String jar) {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "osx" : "linux";
    String machine = arch.equals("aarch64") ? "aarch_64" : "x86_64";
    return jar.startsWith("netty-codec-native-quic-") && !jar.endsWith("-" + system + "-" + machine + ".jar");
  }

  private void jpackage(Path input, String type, String heap, List<String> more) throws Exception {
    fresh(target.resolve("lightfoot"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
    command.addAll(List.of("--type", type, "--dest", target.toString()));
    command.addAll(List.of("--name", "lightfoot", "--app-version", version));
    command.addAll(List.of("--vendor", "Lightfoot", "--description", "A dashboard for latency"));
    command.addAll(List.of("--copyright", "Apache-2.0"));
    command.addAll(List.of("--input", input.toString()));
    command.addAll(List.of("--main-jar", "lightfoot-app-" + version + ".jar"));
    command.addAll(List.of("--main-class", "dev.lightfoot.app.Main"));
    command.addAll(List.of("--module-path", distribution.resolve("lib/javafx").toString()));
    command.addAll(List.of("--add-modules", modules + platformModules()));
    command.addAll(List.of("--jlink-options", jlinkOptions));
    command.addAll(List.of("--java-options", javaOptions(heap)));
    command.addAll(more);
    run(command);
  }

  private String javaOptions(String heap) {
    return nativeAccess
        + " -XX:+UseSerialGC "
        + heap
        // a fault of C2 in JDK 25, see probes/RATIONALE.md
        + " -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-MergeStores";
  }

  /// Windows keeps its trusted roots behind a provider of its own.
  private static String platformModules() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? ",jdk.crypto.mscapi" : "";
  }

  private static String assets(String file) {
    return Path.of(System.getProperty("user.dir"), "..", "assets", file).normalize().toString();
  }

  private static Path fresh(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return folder;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      System.err.println("failed with " + status + ": " + String.join(" ", command));
      System.exit(1);
    }
  }
}
