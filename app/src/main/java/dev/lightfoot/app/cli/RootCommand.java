package dev.lightfoot.app.cli;

import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lightfoot` itself: the window, or where there is no display the same result as text.
@Command(
    name = "lightfoot",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Shows where every millisecond of a web request goes.",
    footer = {
      "",
      "Exit status: 0 done; 2 wrong use, unreadable input, unwritable output; 3 the target could"
          + " not",
      "be measured; 4 a fault of Lightfoot; 130 interrupted."
    })
final class RootCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private final Console console;
  private final Measuring measuring;
  private final WindowOpening window;

  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  @Parameters(
      arity = "0..1",
      paramLabel = "URL|FILE",
      description = "Open the window on this URL or snapshot file.")
  private @Nullable String target;

  RootCommand(Console console, Measuring measuring, WindowOpening window) {
    this.console = console;
    this.measuring = measuring;
    this.window = window;
  }

  @Override
  public DataFolderChoice dataFolder() {
    return dataFolder;
  }

  @Override
  public Integer call() throws Refusal, InterruptedException {
    try {
      return window.open(Optional.ofNullable(target), dataFolder.chosen());
    } catch (WindowOpening.NoWindow e) {
      console.warn(String.valueOf(e.getMessage()));
      return asText();
    }
  }

  private int asText() throws Refusal {
    if (target == null) {
      throw new Refusal("Give a URL to measure: lightfoot probe https://example.com");
    }
    Optional<Path> file = file(target);
    if (file.isPresent()) {
      Snapshot snapshot = SnapshotFile.read(file.get());
      new Output(console, false, false, false).print(List.of(snapshot), List.of());
      return ExitStatus.DONE;
    }
    ProbeRequest request = new RequestOptions().request(target, console);
    ProbePlan plan = ProbePlan.of(request, ProbePlan.DEFAULT_RUNS, false, false);
    return measuring.measure(List.of(plan), new Output(console, false, false, false), _ -> {});
  }

  private static Optional<Path> file(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
