package dev.lightfoot.app.cli;

import dev.lightfoot.analysis.catalogue.KnownFindings;
import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.whatif.GradeHistory;
import dev.lightfoot.analysis.whatif.WhatIf;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.given.GivenSnapshot;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.prediction.KeptPredictions;
import dev.lightfoot.codec.prediction.PredictionCodec;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.whatif.GradesText;
import dev.lightfoot.report.whatif.PredictionDocument;
import dev.lightfoot.report.whatif.PredictionText;
import dev.lightfoot.report.whatif.RefusalText;
import dev.lightfoot.store.DataFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot what-if`.
@Command(
    name = "what-if",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Predicts what changes to a measured request or page would bring: each run of the"
          + " snapshot is replayed with the changes.",
      "A prediction for a kept snapshot is kept, too, and graded by the next snapshot of the same"
          + " target that shows the change."
    },
    footer = {
      "",
      "Changes: tls=1.3  resumed  keep-alive  http=2|3  drop-redirect[=URL]  rtt=20ms",
      "  rtt.database=2ms  rtt.HOST=20ms  move=cache:same-rack|same-zone|same-region",
      "  batch=TEXT  merge-cache[=OPERATION]  cache-hit=KEY  parallel=TEXT,TEXT",
      "  stream-head[=5ms]  compress[=0.3]  preload=URL  preconnect=HOST  early-hints  no-queue",
      "  drop=TEXT",
      "TEXT is part of a statement, a name or a key, or a finding: its fingerprint or its rule.",
      "",
      "Exit status: 0 predicted; 2 wrong use, or the snapshot does not hold what is to be changed;",
      "3 it cannot be predicted."
    })
final class WhatIfCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private final Console console;

  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Parameters(
      arity = "0..1",
      paramLabel = "SNAPSHOT",
      description = "A snapshot: a file, - for standard input, or a kept one by its id or name.")
  private @Nullable String given;

  @Option(
      names = "--set",
      paramLabel = "CHANGE",
      description = "What is changed; repeat it for several changes at once.")
  private List<String> changes = new ArrayList<>();

  @Option(
      names = "--grades",
      description = "Show how earlier predictions did, those that missed too.")
  private boolean grades;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--unredacted", description = "Print secrets in URLs too.")
  private boolean unredacted;

  WhatIfCommand(Console console) {
    this.console = console;
  }

  @Override
  public DataFolderChoice dataFolder() {
    return dataFolder;
  }

  @Override
  public Integer call() throws Refusal {
    if (grades) {
      return grades();
    }
    if (given == null || changes.isEmpty()) {
      throw new Refusal("Give a snapshot and --set with what is to be changed, or --grades.");
    }
    try {
      Snapshot snapshot = new GivenSnapshot(console, dataFolder, new Cancellation()).require(given);
      Changes wanted = Changes.of(changes, new KnownFindings(snapshot));
      Prediction prediction =
          PredictionDocument.of(WhatIf.predict(shown(snapshot), wanted, history()));
      print(prediction);
      keep(prediction);
      return ExitStatus.DONE;
    } catch (Refused refused) {
      String sentence = RefusalText.of(refused.fault());
      if (!RefusalText.isUnanswerable(refused.fault())) {
        throw new Refusal(sentence, refused);
      }
      console.warn(sentence);
      return ExitStatus.TARGET;
    }
  }

  private Snapshot shown(Snapshot snapshot) {
    return unredacted ? snapshot : Redactor.redact(snapshot).snapshot();
  }

  /// One that was made with `--unredacted` was kept with what it showed.
  private Prediction shown(Prediction prediction) {
    return unredacted ? prediction : Redactor.redact(prediction);
  }

  private void print(Prediction prediction) {
    if (json) {
      console.out().println(PredictionCodec.encode(prediction));
    } else {
      console.out().print(PredictionText.of(prediction));
    }
    console.out().flush();
  }

  private KeptPredictions kept() {
    return new KeptPredictions(
        dataFolder.chosen().orElseGet(DataFolder::standard), dataFolder.store());
  }

  private GradeHistory history() {
    try {
      return kept().history();
    } catch (IOException e) {
      console.warn("Earlier grades are not taken into account: " + e.getMessage());
      return GradeHistory.NONE;
    }
  }

  private void keep(Prediction prediction) {
    try {
      if (kept().keep(prediction)) {
        console.tell("Kept; the next snapshot of the same target that shows the change grades it.");
      }
    } catch (IOException e) {
      console.warn("The prediction was not kept: " + e.getMessage());
    }
  }

  private int grades() throws Refusal {
    if (given != null || !changes.isEmpty()) {
      throw new Refusal("--grades shows all predictions: leave out the snapshot and --set.");
    }
    try {
      List<Prediction> all = kept().graded().stream().map(this::shown).toList();
      if (json) {
        console
            .out()
            .println(
                all.stream()
                    .map(PredictionCodec::encode)
                    .collect(Collectors.joining(",\n", "[", "]")));
      } else {
        console.out().print(GradesText.of(all));
      }
      console.out().flush();
      return ExitStatus.DONE;
    } catch (IOException e) {
      throw new Refusal("The predictions cannot be read: " + e.getMessage(), e);
    }
  }
}
