package dev.lightfoot.truth;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Measures one cell: a capture in the client's network around a program that makes the runs.
final class CellMeasurement {
  private final Lab lab;
  private final Path folder;
  private final Setting setting;

  /// @param folder where captures and samples stay
  CellMeasurement(Lab lab, Path folder, Setting setting) {
    this.lab = lab;
    this.folder = folder;
    this.setting = setting;
  }

  /// What came of it, with the capture beside it.
  record Outcome(CellResult result, CellRuns.Written written) {}

  /// @param before class path entries that come before the probe's own, such as a planted fault
  Outcome make(Cell cell, int runs, List<Path> before) throws IOException, InterruptedException {
    try (Capture recording = Capture.start(lab, file(cell, ".pcap"));
        BusyLoops _ = setting.begin()) {
      run(cell, runs, file(cell, ".json"), before);
      recording.settle();
    }
    return read(cell);
  }

  /// What came of it when it was made before, read anew from what was kept.
  Outcome read(Cell cell) throws IOException {
    CellRuns.Written written =
        JsonMapper.shared()
            .readValue(Files.readString(file(cell, ".json")), CellRuns.Written.class);
    List<Packet> packets = Capture.read(file(cell, ".pcap"), lab.keys());
    return new Outcome(CellResult.of(cell, written, packets), written);
  }

  private Path file(Cell cell, String extension) {
    String name = cell.name().replaceAll("[^A-Za-z0-9]+", "-");
    return folder.resolve(name + "-" + setting.label() + extension);
  }

  private void run(Cell cell, int runs, Path samples, List<Path> before)
      throws IOException, InterruptedException {
    List<String> path = new ArrayList<>(before.stream().map(Path::toString).toList());
    path.add(System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(lab.launcherOptions());
    command.addAll(
        List.of(
            "-cp",
            String.join(File.pathSeparator, path),
            CellRuns.class.getName(),
            cell.name(),
            Integer.toString(runs),
            lab.authority().toString(),
            samples.toString(),
            lab.keys().toString()));
    Path words = folder.resolve("program.txt");
    Process program =
        new ProcessBuilder(lab.inClient(command))
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    if (program.waitFor() != 0) {
      throw new IOException(cell.name() + ": " + Files.readString(words));
    }
  }
}
