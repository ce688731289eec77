package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.codec.DurationUnit;
import dev.lightfoot.codec.ReadSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// In which unit the column `time-taken` of a W3C log is: seconds by the standard, milliseconds of
/// IIS and of Blue Coat's proxies, which say who they are (`#Software`) or have columns that only
/// they have. Of a log that does not say who wrote it, decimals are seconds, whole numbers
/// milliseconds, as IIS wrote most of them: that is a guess.
final class HeaderUnits {
  static final String COLUMN = "time-taken";

  private static final String SOFTWARE = "#Software:";
  private static final List<String> OF_MILLIS =
      List.of("microsoft", "internet information", "iis", "sgos");
  private static final Set<String> OF_IIS =
      Set.of("sc-substatus", "sc-win32-status", "s-sitename", "s-computername");

  private final Optional<DurationUnit> said;
  private Optional<DurationUnit> byServer = Optional.empty();
  private boolean ofIis;
  private boolean decimals;
  private boolean guessed;

  HeaderUnits(ReadSettings settings) {
    said = settings.unit(COLUMN);
  }

  /// Takes a comment that may name the server.
  void comment(byte[] b, int from, int to) {
    String text = new String(b, from, to - from, ISO_8859_1);
    if (text.startsWith(SOFTWARE)) {
      String server = text.substring(SOFTWARE.length()).strip().toLowerCase(Locale.ROOT);
      boolean millis = OF_MILLIS.stream().anyMatch(server::startsWith);
      byServer = Optional.of(millis ? DurationUnit.MILLISECONDS : DurationUnit.SECONDS);
    }
  }

  /// Takes the names of the columns.
  void header(List<String> names) {
    ofIis = names.stream().anyMatch(OF_IIS::contains);
  }

  /// That of a value.
  DurationUnit of(byte[] b, int from, int to) {
    if (said.isPresent()) {
      return said.get();
    }
    if (byServer.isPresent()) {
      return byServer.get();
    }
    if (ofIis) {
      return DurationUnit.MILLISECONDS;
    }
    for (int i = from; !decimals && i < to; i++) {
      decimals = b[i] == '.';
    }
    guessed |= !decimals;
    return decimals ? DurationUnit.SECONDS : DurationUnit.MILLISECONDS;
  }

  /// Sentences about what was guessed.
  List<String> remarks() {
    return guessed
        ? List.of(
            "time-taken is taken for milliseconds, as IIS writes it: the log does not say which"
                + " server wrote it, and others count seconds. --unit time-taken=ms (or s) says"
                + " it.")
        : List.of();
  }
}
