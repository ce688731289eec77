package dev.lightfoot.app.ui.workspace.setting;

import dev.lightfoot.probe.AddressFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps [Settings] as `name = value` lines. A line that makes no sense counts as absent.
public final class SettingsFile {
  /// Before the name of a host.
  private static final String SERVER = "server-place ";

  private static final Set<String> NAMES =
      Set.of(
          "theme",
          "font-size",
          "runs",
          "resolver",
          "ca-file",
          "timeout-ms",
          "ip",
          "proxy",
          "place",
          "allow-private",
          "reopen-logs",
          "width",
          "height",
          "maximised");

  private final OwnerFile file;

  public SettingsFile(Path folder) {
    this.file = new OwnerFile(folder.resolve("window.settings"));
  }

  /// Where it lies.
  public Path path() {
    return file.path();
  }

  /// What is kept; [Settings#DEFAULTS] for what is not.
  public Settings read() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : file.lines()) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    Settings defaults = Settings.DEFAULTS;
    return new Settings(
        theme(values.getOrDefault("theme", "")),
        number(values, "font-size", defaults.fontSize()),
        number(values, "runs", defaults.runs()),
        Optional.ofNullable(values.get("resolver"))
            .filter(text -> !text.isEmpty())
            .orElse(defaults.resolver()),
        Optional.ofNullable(values.get("ca-file"))
            .filter(text -> !text.isEmpty())
            .flatMap(SettingsFile::path),
        requests(values),
        !values.getOrDefault("reopen-logs", "").equalsIgnoreCase("false"),
        new Settings.Bounds(
            number(values, "width", defaults.bounds().width()),
            number(values, "height", defaults.bounds().height()),
            Boolean.parseBoolean(values.get("maximised"))));
  }

  private static Settings.Requests requests(Map<String, String> values) {
    Settings.Requests defaults = Settings.Requests.DEFAULTS;
    return new Settings.Requests(
        Duration.ofMillis(
            number(values, "timeout-ms", Math.toIntExact(defaults.timeout().toMillis()))),
        family(values.getOrDefault("ip", "")),
        proxy(values.getOrDefault("proxy", "")),
        whereabouts(values),
        Boolean.parseBoolean(values.get("allow-private")));
  }

  private static Whereabouts whereabouts(Map<String, String> values) {
    Map<String, String> servers = new LinkedHashMap<>();
    values.forEach(
        (name, place) -> {
          if (name.startsWith(SERVER) && !place.isEmpty()) {
            servers.put(name.substring(SERVER.length()).strip(), place);
          }
        });
    return new Whereabouts(
        Optional.ofNullable(values.get("place")).filter(text -> !text.isEmpty()), servers);
  }

  private static AddressFamily family(String text) {
    return switch (text) {
      case "4" -> AddressFamily.IPV4;
      case "6" -> AddressFamily.IPV6;
      default -> AddressFamily.ANY;
    };
  }

  private static String name(AddressFamily family) {
    return switch (family) {
      case ANY -> "any";
      case IPV4 -> "4";
      case IPV6 -> "6";
    };
  }

  private static String proxy(String text) {
    try {
      ProxySetting.parse(text);
      return text;
    } catch (IllegalArgumentException e) {
      return Settings.Requests.DEFAULTS.proxy();
    }
  }

  /// Keeps them, and lines of other versions of this program with them; throws where the folder
  /// cannot be written.
  public void write(Settings settings) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("theme = " + settings.theme().name().toLowerCase(Locale.ROOT));
    lines.add("font-size = " + settings.fontSize());
    lines.add("runs = " + settings.runs());
    lines.add("resolver = " + settings.resolver());
    settings.certificateAuthorities().ifPresent(path -> lines.add("ca-file = " + path));
    Settings.Requests requests = settings.requests();
    lines.add("timeout-ms = " + requests.timeout().toMillis());
    lines.add("ip = " + name(requests.addressFamily()));
    if (!requests.proxy().isEmpty()) {
      lines.add("proxy = " + requests.proxy());
    }
    requests.whereabouts().from().ifPresent(place -> lines.add("place = " + place));
    requests.whereabouts().servers().forEach((host, place) -> lines.add(server(host, place)));
    lines.add("allow-private = " + requests.allowPrivate());
    lines.add("reopen-logs = " + settings.reopenLogs());
    lines.add("width = " + settings.bounds().width());
    lines.add("height = " + settings.bounds().height());
    lines.add("maximised = " + settings.bounds().maximised());
    file.lines().stream().filter(SettingsFile::unknown).forEach(lines::add);
    file.write(lines);
  }

  private static String server(String host, String place) {
    return SERVER + host + " = " + place;
  }

  private static boolean unknown(String line) {
    int equals = line.indexOf('=');
    return equals > 0
        && !NAMES.contains(line.substring(0, equals).strip())
        && !line.startsWith(SERVER);
  }

  private static Theme theme(String text) {
    for (Theme theme : Theme.values()) {
      if (theme.name().equalsIgnoreCase(text)) {
        return theme;
      }
    }
    return Settings.DEFAULTS.theme();
  }

  private static int number(Map<String, String> values, String name, int otherwise) {
    try {
      return Integer.parseInt(values.getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (java.nio.file.InvalidPathException e) {
      return Optional.empty();
    }
  }
}
