package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.store.span.journal.ReceivedSpans;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of the commands that read logs and traces: what is read, and as what.
public final class ReadingOptions {
  @Option(
      names = "--received",
      description = "Also read what lightfoot receive or the window received, even while it runs.")
  private boolean received;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Read all of them as this format; by default their content tells it.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--log-format",
      paramLabel = "TEXT",
      description = "The server's own format string: nginx's log_format or Apache's LogFormat.")
  private Optional<String> pattern = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of timestamps that name none, such as Europe/Berlin or +02:00.")
  private @Nullable String zone;

  @Option(
      names = "--day",
      paramLabel = "DATE",
      description = "Day on which they were written (2026-11-23), where timestamps do not say.")
  private @Nullable String day;

  @Mixin private final UnitOptions units = new UnitOptions();

  /// Whether what was received is to be read, too.
  public boolean received() {
    return received;
  }

  /// Their formats, zones and units.
  public IntakeSettings settings() throws Refusal {
    return new IntakeSettings(format, new ReadSettings(zone(), pattern, day(), units.units()));
  }

  /// What is to be read.
  ///
  /// @param given files, folders, `-` for standard input
  public List<Source> sources(List<String> given, DataFolderChoice dataFolder, Console console)
      throws Refusal {
    List<Source> sources = new ArrayList<>();
    for (String each : given) {
      try {
        sources.add(Source.of(each, console.in()));
      } catch (InvalidPathException e) {
        throw new Refusal("This is not a file name: " + each, e);
      }
    }
    if (received) {
      sources.add(receivedSpans(dataFolder));
    }
    if (sources.isEmpty()) {
      throw new Refusal("Name files or folders to read, - for standard input, or --received.");
    }
    if (given.stream().filter("-"::equals).count() > 1) {
      throw new Refusal("Standard input (-) can be read once only.");
    }
    return sources;
  }

  private static Source receivedSpans(DataFolderChoice dataFolder) throws Refusal {
    Path folder = ReceiverOptions.folder(dataFolder);
    if (!Files.isDirectory(folder)) {
      throw new Refusal(
          "Nothing was received yet: there is no " + folder + ". lightfoot receive makes it.");
    }
    return new Source.Spans(
        folder.toString(), ReceivedSpans.FORMAT, reading -> ReceivedSpans.read(folder, reading));
  }

  private Optional<ZoneId> zone() throws Refusal {
    try {
      return Optional.ofNullable(zone).map(ZoneId::of);
    } catch (DateTimeException e) {
      throw new Refusal("--zone takes a zone such as Europe/Berlin, UTC or +02:00.", e);
    }
  }

  private Optional<LocalDate> day() throws Refusal {
    try {
      return Optional.ofNullable(day).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new Refusal("--day takes a date such as 2026-11-23.", e);
    }
  }
}
