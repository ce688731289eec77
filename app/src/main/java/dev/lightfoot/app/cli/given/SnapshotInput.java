package dev.lightfoot.app.cli.given;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.option.SnapshotFile;
import dev.lightfoot.codec.snapshot.ReportedSnapshot;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.codec.snapshot.SnapshotFormatException;
import dev.lightfoot.intake.CaptureFile;
import dev.lightfoot.intake.Captures;
import dev.lightfoot.intake.GivenPaths;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.probe.Cancellation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// Reads snapshots from a file or from standard input, whether it is a snapshot of ours or a page
/// load that another program captured.
public final class SnapshotInput {
  private final Console console;
  private final Cancellation cancellation;

  public SnapshotInput(Console console, Cancellation cancellation) {
    this.console = console;
    this.cancellation = cancellation;
  }

  /// All of them; at least one unless the reading was cancelled.
  public List<Snapshot> read(String name) throws Refusal {
    try {
      return name.equals("-") ? standardInput() : file(Path.of(name));
    } catch (InvalidPathException e) {
      throw new Refusal("This is not a file name: " + name, e);
    }
  }

  private List<Snapshot> file(Path path) throws Refusal {
    if (!Files.exists(path)) {
      throw new Refusal("There is no file " + path + ".");
    }
    if (Files.isDirectory(path)) {
      throw new Refusal(path + " is a folder; name one file.");
    }
    return GivenPaths.of(List.of(path)).snapshots().isEmpty()
        ? captured(Captures.read(path, listener()))
        : List.of(SnapshotFile.read(path));
  }

  private List<Snapshot> standardInput() throws Refusal {
    try (BufferedInputStream in = new BufferedInputStream(console.in(), GivenPaths.SAMPLE)) {
      in.mark(GivenPaths.SAMPLE);
      boolean ours = GivenPaths.isSnapshot(in.readNBytes(GivenPaths.SAMPLE));
      in.reset();
      return ours
          ? List.of(ReportedSnapshot.decode(in.readNBytes((int) SnapshotCodec.MAX_BYTES + 1)))
          : captured(Captures.read("-", in, listener()));
    } catch (SnapshotFormatException e) {
      throw new Refusal("Standard input cannot be opened. " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Refusal("Standard input cannot be read: " + e.getMessage(), e);
    }
  }

  private List<Snapshot> captured(CaptureFile file) throws Refusal {
    return cancellation.isCancelled() ? List.of() : new CapturedPages(console).of(file);
  }

  private IntakeListener listener() {
    return new IntakeListener() {
      @Override
      public void span(Span span) {
        throw new IllegalStateException("a captured page load has no spans");
      }

      @Override
      public boolean cancelled() {
        return cancellation.isCancelled();
      }
    };
  }
}
