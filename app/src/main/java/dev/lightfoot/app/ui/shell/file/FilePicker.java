package dev.lightfoot.app.ui.shell.file;

import dev.lightfoot.app.export.ExportFormat;
import dev.lightfoot.app.ui.words.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The system's dialogs for choosing a file.
public final class FilePicker {
  private final Stage owner;

  public FilePicker(Stage owner) {
    this.owner = owner;
  }

  /// Roots to trust in addition.
  public Optional<Path> authorities() {
    return pick("pick.ca", "*.pem", "*.crt", "*.cer");
  }

  /// Files to open, of any kind; none where the person changed their mind.
  List<Path> files() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.text("pick.files"));
    @Nullable List<File> files = chooser.showOpenMultipleDialog(owner);
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  /// Where a report is to be.
  public Optional<Path> report(String proposed) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.text("pick.report"));
    chooser.setInitialFileName(proposed);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Words.text("pick.report.html"), "*.html"),
            new FileChooser.ExtensionFilter(Words.text("pick.report.markdown"), "*.md"),
            new FileChooser.ExtensionFilter(Words.text("pick.report.csv"), "*.csv"),
            new FileChooser.ExtensionFilter(Words.text("pick.report.json"), "*.json"),
            new FileChooser.ExtensionFilter(Words.text("export.as.svg"), "*.svg"),
            new FileChooser.ExtensionFilter(Words.text("export.as.png"), "*.png"));
    String extension = proposed.substring(proposed.lastIndexOf('.') + 1);
    chooser.getExtensionFilters().stream()
        .filter(each -> each.getExtensions().contains("*." + extension))
        .findFirst()
        .ifPresent(chooser::setSelectedExtensionFilter);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  /// Where a picture of a chart is to be.
  public Optional<Path> picture(String proposed) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.text("export.title"));
    chooser.setInitialFileName(proposed);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Words.text("export.as.svg"), "*.svg"),
            new FileChooser.ExtensionFilter(Words.text("export.as.png"), "*.png"));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  /// What to send as a body.
  Optional<Path> body() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.text("pick.body"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  /// A client certificate.
  Optional<Path> certificate() {
    return pick("pick.certificate", "*.pem", "*.crt", "*.cer", "*.p12", "*.pfx");
  }

  /// The key of a client certificate.
  Optional<Path> key() {
    return pick("pick.key", "*.pem", "*.key");
  }

  /// A file to write in that format.
  ///
  /// @param proposed its name
  public Optional<Path> export(ExportFormat format, String proposed) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.text("export.title"));
    chooser.setInitialFileName(proposed);
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                Words.text("export.as." + format.extension()), "*." + format.extension()));
    @Nullable File file = chooser.showSaveDialog(owner);
    return Optional.ofNullable(file).map(File::toPath);
  }

  private Optional<Path> pick(String key, String... patterns) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.text(key));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Words.text(key + ".kind"), patterns),
            new FileChooser.ExtensionFilter(Words.text("pick.all"), "*"));
    @Nullable File file = chooser.showOpenDialog(owner);
    return Optional.ofNullable(file).map(File::toPath);
  }
}
