package dev.lightfoot.app.ui.export;

import dev.lightfoot.app.export.Export;
import dev.lightfoot.app.export.ExportFormat;
import dev.lightfoot.app.ui.control.Copy;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.words.RemovalWords;
import dev.lightfoot.store.OwnerFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.scene.image.Image;

/// Makes files and clipboard contents of a snapshot, off the window's thread, and says what became
/// of them.
public final class Exporting {
  private final Workspace workspace;
  private final Executor ui;
  private final Executor jobs;

  /// @param ui runs what changes the window
  /// @param jobs runs what takes long
  public Exporting(Workspace workspace, Executor ui, Executor jobs) {
    this.workspace = workspace;
    this.ui = ui;
    this.jobs = jobs;
  }

  /// Finds out what is secret in it, before anything leaves, and which charts there are.
  public void prepare(Snapshot snapshot, BiConsumer<Export, List<String>> prepared) {
    jobs.execute(
        () -> {
          Export export = Export.of(snapshot, false);
          List<String> charts = export.report().chartLabels();
          ui.execute(() -> prepared.accept(export, charts));
        });
  }

  /// Writes it to a file, readable for its owner only.
  ///
  /// @param chart which one of its charts, of a picture
  public void save(Export export, ExportFormat format, Optional<String> chart, Path file) {
    jobs.execute(
        () -> {
          try {
            OwnerFiles.write(file, export.bytes(format, chart));
            ui.execute(() -> workspace.tell(Notice.plain(said("export.saved", export, file))));
          } catch (IOException e) {
            failed("export.failed", file.toString(), e);
          }
        });
  }

  private static String said(String key, Export export, Path file) {
    return Words.text(key, file.toString()) + " " + secrets(export);
  }

  /// What of its secrets is in it, as a sentence.
  private static String secrets(Export export) {
    if (export.secrets().isEmpty()) {
      return Words.text("export.secrets.none");
    }
    String key = export.unredacted() ? "export.secrets.kept" : "export.secrets.left-out";
    return Words.text(key, RemovalWords.of(export.secrets()));
  }

  /// Puts it on the clipboard: a picture as one, everything else as text.
  ///
  /// @param chart which one of its charts, of a picture
  public void copy(Export export, ExportFormat format, Optional<String> chart) {
    jobs.execute(
        () -> {
          try {
            byte[] bytes = export.bytes(format, chart);
            ui.execute(() -> copied(export, format, bytes));
          } catch (IOException e) {
            failed("export.failed", Words.text("export.clipboard"), e);
          }
        });
  }

  private void copied(Export export, ExportFormat format, byte[] bytes) {
    if (format == ExportFormat.PNG) {
      Copy.image(new Image(new ByteArrayInputStream(bytes)));
    } else {
      Copy.text(new String(bytes, StandardCharsets.UTF_8));
    }
    workspace.tell(Notice.plain(Words.text("export.copied") + " " + secrets(export)));
  }

  private void failed(String key, String where, IOException why) {
    String sentence = Words.text(key, where, String.valueOf(why.getMessage()));
    ui.execute(() -> workspace.tell(Notice.bad(sentence)));
  }
}
