package dev.lightfoot.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The options of the virtual machine with which the launcher starts a probe: what is measured here
/// is what people run.
final class LauncherOptions {
  private static final Pattern OF_PROBE =
      Pattern.compile("(?m)^ *probe \\|[^)]*\\) (\\w+)=\"?([^\"\\n]*?)\"? ;;$");

  private LauncherOptions() {}

  /// Read from the launcher's script.
  ///
  /// @param root the project's folder
  static List<String> ofProbe(Path root) throws IOException {
    return ofProbe(Files.readString(root.resolve("app/src/main/launcher/lightfoot")));
  }

  private static List<String> ofProbe(String script) {
    Map<String, String> variables = new LinkedHashMap<>();
    Matcher line = OF_PROBE.matcher(script);
    while (line.find()) {
      variables.put("$" + line.group(1), line.group(2));
    }
    return Stream.of(script.substring(script.lastIndexOf("exec ")).split("\\s+"))
        .flatMap(word -> Stream.of(variables.getOrDefault(word, word).split(" ")))
        .filter(option -> option.startsWith("-X"))
        .toList();
  }
}
