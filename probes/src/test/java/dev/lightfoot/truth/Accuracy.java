package dev.lightfoot.truth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Measures the whole matrix, on a machine left alone and on one kept busy, and writes
/// `probes/ACCURACY.md` and `.json`. One command runs it: `probes/lab/accuracy.sh`.
final class Accuracy {
  private Accuracy() {}

  /// Arguments: the project's folder, runs per cell (0: read anew what was measured last), and a
  /// pattern for the names of the cells wanted.
  static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]).toAbsolutePath();
    int runs = Integer.parseInt(arguments[1]);
    String wanted = arguments.length > 2 ? arguments[2] : "";
    Lab lab = new Lab(root);
    lab.up();
    Path folder = Files.createDirectories(root.resolve("probes/target/accuracy"));
    Map<Setting, List<CellMeasurement.Outcome>> outcomes = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      CellMeasurement measurement = new CellMeasurement(lab, folder, setting);
      System.out.println(setting.label());
      for (Cell cell : Cell.matrix()) {
        if (cell.name().matches(".*(" + wanted + ").*")) {
          CellMeasurement.Outcome outcome =
              runs == 0 ? measurement.read(cell) : measurement.make(cell, runs, List.of());
          outcomes.computeIfAbsent(setting, _ -> new ArrayList<>()).add(outcome);
          System.out.println(AccuracyReport.line(outcome.result(), setting));
        }
      }
    }
    AccuracyReport report = new AccuracyReport(outcomes);
    Path into = wanted.isEmpty() ? root.resolve("probes") : folder;
    Files.writeString(into.resolve("ACCURACY.md"), report.markdown());
    Files.writeString(into.resolve("ACCURACY.json"), report.json());
    System.out.println(report.summary());
  }
}
