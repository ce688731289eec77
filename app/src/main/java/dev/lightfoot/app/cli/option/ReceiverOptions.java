package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.reception.Reception;
import dev.lightfoot.receive.ReceiverSettings;
import dev.lightfoot.store.DataFolder;
import dev.lightfoot.store.span.SpanRetention;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The options of commands that receive spans.
public final class ReceiverOptions {
  private static final int LAST_PORT = 65_535;
  private static final long MEGABYTE = 1_000_000;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port for OTLP/HTTP; 4318 by default, 0 for any that is free.")
  private int port = ReceiverSettings.STANDARD.otlpPort();

  @Option(
      names = "--zipkin-port",
      paramLabel = "PORT",
      description = "Port for Zipkin's spans; 9411 by default, 0 for any that is free.")
  private int zipkinPort = ReceiverSettings.STANDARD.zipkinPort();

  @Option(
      names = "--keep-spans",
      paramLabel = "N",
      description = "Keep N spans at most; the oldest traces make room. 500000 by default.")
  private long spans = SpanRetention.STANDARD.spans();

  @Option(
      names = "--keep-mb",
      paramLabel = "MB",
      description = "Keep MB megabytes at most, an index not counted; about 1074 by default.")
  private long megabytes;

  /// Opens the store of received spans in that data folder and begins to listen.
  public Reception start(DataFolderChoice dataFolder, Console console) throws Refusal {
    if (port < 0 || port > LAST_PORT || zipkinPort < 0 || zipkinPort > LAST_PORT) {
      throw new Refusal("--port and --zipkin-port take 0 to 65535.");
    }
    if (port == zipkinPort && port > 0) {
      throw new Refusal("--port and --zipkin-port take two different ports.");
    }
    try {
      Reception reception =
          Reception.start(folder(dataFolder), retention(), new ReceiverSettings(port, zipkinPort));
      warnOfDamage(reception, console);
      return reception;
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private static void warnOfDamage(Reception reception, Console console) throws IOException {
    try {
      reception
          .check()
          .forEach(each -> console.warn(each.reason() + " They lie in " + each.path() + "."));
    } catch (IOException e) {
      reception.close();
      throw e;
    }
  }

  /// Where received spans are kept.
  public static Path folder(DataFolderChoice dataFolder) {
    return DataFolder.spans(dataFolder.chosen().orElseGet(DataFolder::standard));
  }

  private SpanRetention retention() throws Refusal {
    if (spans < 1 || megabytes < 0 || megabytes > Long.MAX_VALUE / MEGABYTE) {
      throw new Refusal("--keep-spans and --keep-mb take numbers from 1 on.");
    }
    return new SpanRetention(
        spans, megabytes == 0 ? SpanRetention.STANDARD.bytes() : megabytes * MEGABYTE);
  }
}
