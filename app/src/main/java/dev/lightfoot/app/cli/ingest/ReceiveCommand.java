package dev.lightfoot.app.cli.ingest;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.ReceiverOptions;
import dev.lightfoot.app.reception.ReceiverAddresses;
import dev.lightfoot.app.reception.Reception;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.words.Numbers;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lightfoot receive`.
@Command(
    name = "receive",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Receives spans from programs on this computer, over OTLP/HTTP and Zipkin, until Ctrl C.",
      "What was answered with success is on disk; lightfoot ingest --received shows it."
    })
public final class ReceiveCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Console console;

  @Mixin private final ReceiverOptions options = new ReceiverOptions();
  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Option(
      names = "--json",
      description = "Print one line of JSON when it listens and one when it ends.")
  private boolean json;

  public ReceiveCommand(Console console) {
    this.console = console;
  }

  @Override
  public DataFolderChoice dataFolder() {
    return dataFolder;
  }

  @Override
  public Integer call() throws Refusal {
    Reception reception = options.start(dataFolder, console);
    Cancellation ended = new Cancellation();
    try (Interruption _ = Interruption.cancels(ended)) {
      listening(reception);
      waitFor(ended, reception);
      return end(reception);
    }
  }

  private void listening(Reception reception) {
    if (json) {
      console.out().println(ReceiveJson.listening(reception));
    } else {
      console.out().print(text(reception));
    }
    console.out().flush();
  }

  private static String text(Reception reception) {
    ReceiverAddresses addresses = reception.addresses();
    StringBuilder text = new StringBuilder("Receiving, from this computer only, until Ctrl C:\n");
    text.append("  OTLP/HTTP  ").append(addresses.otlp()).append('\n');
    text.append("  Zipkin     ").append(addresses.zipkin()).append("\n\n");
    text.append("A program with OpenTelemetry sends here when started with\n");
    addresses.environment().forEach(each -> text.append("  ").append(each).append('\n'));
    text.append("\nKept in ").append(reception.folder()).append(", at most ");
    text.append(Numbers.plain(Numbers.count(reception.retention().spans()))).append(" spans or ");
    text.append(Numbers.plain(Numbers.bytes(reception.retention().bytes())));
    return text.append(": the oldest traces make room.\n").toString();
  }

  /// Until Ctrl C, or until the thread is interrupted.
  private void waitFor(Cancellation ended, Reception reception) {
    CountDownLatch latch = new CountDownLatch(1);
    try (Cancellation.Registration _ = ended.onCancel(latch::countDown)) {
      long before = 0;
      while (!latch.await(1, TimeUnit.SECONDS)) {
        if (console.interactive()) {
          Reception.Totals now = reception.totals();
          console.err().print(CLEAR_LINE + live(now, now.accepted() - before));
          console.err().flush();
          before = now.accepted();
        }
      }
    } catch (InterruptedException e) {
      // Whoever runs this in a thread of its own ends it so; the rest must still be told.
      ended.cancel();
    }
    if (console.interactive()) {
      console.err().print(CLEAR_LINE);
      console.err().flush();
    }
  }

  private static String live(Reception.Totals now, long inTheLastSecond) {
    return Numbers.plain(
        "%s accepted (%s/s), %s kept, %s dropped, %s refused"
            .formatted(
                Numbers.count(now.accepted()),
                Numbers.count(inTheLastSecond),
                Numbers.count(now.kept()),
                Numbers.count(now.dropped()),
                Numbers.count(now.rejected() + now.refused())));
  }

  private int end(Reception reception) throws Refusal {
    reception.stop();
    Reception.Totals totals = reception.totals();
    console.out().print(json ? ReceiveJson.ended(totals) + "\n" : summary(totals));
    console.out().flush();
    try {
      reception.close();
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
    return ExitStatus.INTERRUPTED;
  }

  private static String summary(Reception.Totals totals) {
    StringBuilder text = new StringBuilder();
    text.append(several(totals.accepted(), "span was", "spans were")).append(" accepted in ");
    text.append(several(totals.requests() - totals.refused(), "request", "requests")).append(". ");
    if (totals.rejected() > 0) {
      text.append(several(totals.rejected(), "span was", "spans were"))
          .append(" rejected: they could not be read or kept. ");
    }
    if (totals.refused() > 0) {
      text.append(several(totals.refused(), "request was", "requests were")).append(" refused. ");
    }
    text.append(several(totals.dropped(), "span", "spans")).append(" made room for newer ones; ");
    text.append(several(totals.kept(), "span is", "spans are")).append(" kept");
    if (totals.damaged() > 0) {
      text.append(", ").append(Numbers.count(totals.damaged())).append(" lost to damage");
    }
    return Numbers.plain(text.append(".\n").toString());
  }

  private static String several(long count, String one, String many) {
    return Numbers.count(count) + " " + (count == 1 ? one : many);
  }
}
