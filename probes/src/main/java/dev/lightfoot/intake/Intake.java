package dev.lightfoot.intake;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.accesslog.AccessLogReader;
import dev.lightfoot.intake.known.KnownSpans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads whatever logs and traces a person gives. A file that cannot be read, or an entry in it,
/// never keeps the others from being read.
public final class Intake {
  private final List<LogReader> readers;
  private final Optional<KnownSpans> known;

  /// With all readers there are: one for each format of access logs, and those that [ServiceLoader]
  /// finds.
  public Intake() {
    this(
        Stream.concat(
                AccessLogReader.all().stream(),
                ServiceLoader.load(LogReader.class).stream().map(ServiceLoader.Provider::get))
            .toList());
  }

  /// With these readers.
  public Intake(List<LogReader> readers) {
    this(readers, Optional.empty());
  }

  private Intake(List<LogReader> readers, Optional<KnownSpans> known) {
    this.readers = List.copyOf(readers);
    this.known = known;
  }

  /// One that remembers from reading to reading what was told, so that it counts once. Readings may
  /// go on at the same time; their listeners are called by one of them at a time.
  public Intake remembering() {
    return new Intake(readers, Optional.of(new KnownSpans()));
  }

  /// The formats that can be read.
  public List<LogFormat> formats() {
    return readers.stream().map(LogReader::format).toList();
  }

  /// Those whose files hold whole traces and no entries of a log.
  public Set<LogFormat> traceFormats() {
    return readers.stream()
        .filter(LogReader::holdsTraces)
        .map(LogReader::format)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Refuses settings that cannot be.
  ///
  /// @throws IllegalArgumentException with a sentence where they name a format that there is not,
  ///   or hold a format string that cannot be one
  public void check(IntakeSettings settings) {
    choice(settings);
  }

  private FormatChoice choice(IntakeSettings settings) {
    FormatChoice choice = new FormatChoice(readers);
    settings.format().ifPresent(choice::named);
    settings.settings().pattern().ifPresent(choice::patterned);
    return choice;
  }

  /// Reads all of it, in order, until the end or until the listener says so.
  ///
  /// @return what became of each file; of the files that a cancelled reading did not come to
  ///   nothing
  /// @throws IllegalArgumentException with a sentence where the settings name a format that there
  ///   is not, or hold a format string that cannot be one
  public List<FileReading> read(
      List<Source> sources, IntakeSettings settings, IntakeListener listener) {
    FormatChoice choice = choice(settings);
    SourceFinder.Found found = SourceFinder.in(sources);
    List<FileReading> readings = new ArrayList<>(found.refused());
    boolean several = known.isPresent() || found.found().size() > 1;
    Round round =
        new Round(listener, settings, known.orElseGet(KnownSpans::new), found.bytes(), several);
    for (Source source : found.found()) {
      if (listener.cancelled()) {
        break;
      }
      readings.addAll(new FileIntake(round, choice, name(source)).read(source));
    }
    return readings;
  }

  private static String name(Source source) {
    return switch (source) {
      case Source.Stream stream -> stream.name();
      case Source.Spans spans -> spans.name();
      case Source.OnDisk(Path path) -> path.toString();
    };
  }
}
