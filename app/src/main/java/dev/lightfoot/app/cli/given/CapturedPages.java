package dev.lightfoot.app.cli.given;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.intake.CaptureFile;
import dev.lightfoot.intake.FileReading.Skipped;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageSource;
import dev.lightfoot.model.page.Repair;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.CaptureText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The snapshots of a file of captured page loads, and what a person is to know of the file: where
/// it comes from, what was repaired, what was left out.
final class CapturedPages {
  /// Entries that could not be read and are named.
  private static final int NAMED = 5;

  private final Console console;

  CapturedPages(Console console) {
    this.console = console;
  }

  /// Those of the file; says what there is to say of it.
  List<Snapshot> of(CaptureFile file) throws Refusal {
    if (file.snapshots().isEmpty()) {
      throw new Refusal(
          Redactor.redact(file.path() + ": " + file.failure().orElse("Nothing was read.")));
    }
    file.failure().ifPresent(why -> warn(file, why));
    file.warnings().forEach(warning -> warn(file, warning));
    for (Skipped each : file.entries().subList(0, Math.min(NAMED, file.entries().size()))) {
      warn(file, each.place() + ": " + each.reason());
    }
    if (file.skipped() > NAMED) {
      warn(file, "Entries that could not be read: " + file.skipped() + " in all.");
    }
    file.snapshots().forEach(this::source);
    return file.snapshots();
  }

  private void warn(CaptureFile file, String sentence) {
    console.warn(Redactor.redact(file.path() + ": " + sentence));
  }

  private void source(Snapshot snapshot) {
    Map<Repair, Integer> repairs = new LinkedHashMap<>();
    String from = "";
    for (Run run : snapshot.runs()) {
      PageSource source = run.page().flatMap(PageLoad::source).orElse(null);
      if (source != null) {
        from = CaptureText.of(source);
        source
            .repairs()
            .forEach(
                each ->
                    repairs.merge(
                        new Repair(each.kind(), 0, each.mended()), each.count(), Integer::sum));
      }
    }
    if (!from.isEmpty()) {
      console.tell(from + ".");
    }
    repairs.forEach(
        (repair, count) ->
            console.tell(CaptureText.of(new Repair(repair.kind(), count, repair.mended()))));
  }
}
