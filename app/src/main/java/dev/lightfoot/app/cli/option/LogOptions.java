package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.reception.Reception;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.follow.LogJoin;
import dev.lightfoot.intake.follow.LogTails;
import dev.lightfoot.intake.follow.ReceivedTraces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options for what servers record while their target is measured.
public final class LogOptions {
  private static final double LONGEST_PATIENCE = 600;
  private static final double MILLIS = 1_000;
  private static final double PATIENCE_TO_READ = 5;

  /// SDKs of OpenTelemetry send every five seconds, and proxies before them later.
  private static final double PATIENCE_TO_RECEIVE = 15;

  @Option(
      names = "--logs",
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "A log of a server; may be repeated.")
  private List<Path> logs = new ArrayList<>();

  @Option(
      names = "--receive",
      description = "Receive the spans that programs send during the runs (OTLP/HTTP and Zipkin).")
  private boolean receive;

  @Mixin private final ReceiverOptions receiver = new ReceiverOptions();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Format of all these logs; by default their content tells it.")
  private @Nullable String format;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of timestamps that do not say theirs, such as Europe/Berlin.")
  private @Nullable String zone;

  @Mixin private final UnitOptions units = new UnitOptions();

  @Option(
      names = "--patience",
      paramLabel = "S",
      description =
          "Seconds to wait at most until every log has been written to; 5 by default, with"
              + " --receive 15.")
  private @Nullable Double patience;

  /// Files and folders of logs, as they were given.
  public List<String> names() {
    return logs.stream().map(Path::toString).toList();
  }

  /// What measures while the servers record.
  public interface Measurement {
    int measure(Beginning join) throws Refusal;
  }

  /// Marks where the logs end now, after requests that do not count.
  public interface Beginning {
    LogJoin begin() throws Refusal;
  }

  /// Whether servers are to be looked into.
  public boolean given() {
    return !logs.isEmpty() || receive;
  }

  /// Measures, receiving meanwhile where that was asked for.
  public int during(DataFolderChoice dataFolder, Console console, Measurement measurement)
      throws Refusal {
    Duration most = patience();
    if (!receive) {
      return measurement.measure(() -> join(Optional.empty(), most));
    }
    try (Reception reception = receiver.start(dataFolder, console)) {
      ReceivedTraces traces = new ReceivedTraces(reception.store(), reception.addresses().otlp());
      return measurement.measure(() -> join(Optional.of(traces), most));
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private Duration patience() throws Refusal {
    double seconds = patience != null ? patience : receive ? PATIENCE_TO_RECEIVE : PATIENCE_TO_READ;
    if (!(seconds >= 0 && seconds <= LONGEST_PATIENCE)) {
      throw new Refusal("--patience takes 0 to 600 seconds.");
    }
    return Duration.ofMillis(Math.round(seconds * MILLIS));
  }

  private LogJoin join(Optional<ReceivedTraces> received, Duration most) throws Refusal {
    IntakeSettings settings = settings();
    try {
      return new LogJoin(LogTails.of(logs), received, settings, most);
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private IntakeSettings settings() throws Refusal {
    try {
      Optional<ZoneId> said = Optional.ofNullable(zone).map(ZoneId::of);
      return new IntakeSettings(
          Optional.ofNullable(format),
          new ReadSettings(said, Optional.empty(), Optional.empty(), units.units()));
    } catch (DateTimeException e) {
      throw new Refusal("--zone takes the name of a time zone, such as Europe/Berlin.", e);
    }
  }
}
