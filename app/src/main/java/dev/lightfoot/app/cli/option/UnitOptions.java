package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.codec.DurationUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The option that says in what a log counts, where it does not say so itself.
public final class UnitOptions {
  @Option(
      names = "--unit",
      paramLabel = "KEY=UNIT",
      description =
          "Unit of the durations under that key, or in the column of that name, where the log does"
              + " not say it: s, ms, us or ns, such as duration=ms; may be repeated.")
  private List<String> given = new ArrayList<>();

  /// By keys in lower case.
  public Map<String, DurationUnit> units() throws Refusal {
    Map<String, DurationUnit> units = new HashMap<>();
    for (String each : given) {
      int equals = each.lastIndexOf('=');
      String key = equals < 0 ? "" : each.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      Optional<DurationUnit> unit = DurationUnit.of(each.substring(equals + 1));
      if (key.isEmpty() || unit.isEmpty()) {
        throw new Refusal(
            "--unit takes a key and its unit (s, ms, us or ns), such as duration=ms, and not "
                + each
                + ".");
      }
      DurationUnit other = units.put(key, unit.get());
      if (other != null && other != unit.get()) {
        throw new Refusal("--unit names two units of " + key + ": say which.");
      }
    }
    return units;
  }
}
