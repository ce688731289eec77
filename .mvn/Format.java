import com.google.googlejavaformat.java.Formatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Checks that every Java file of the modules is formatted, or formats it.
///
/// `check ROOT` names the files that differ and exits 1; `write ROOT` rewrites them. The build runs
/// it with the toolchain's JDK; by hand: `./mvnw -N process-sources -Dformat.mode=write`.
final class Format {
  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    Path root = Path.of(args[1]);
    List<Path> different = new ArrayList<>();
    for (Path file : sources(root)) {
      String before = Files.readString(file);
      String after = new Formatter().formatSourceAndFixImports(before);
      if (after.equals(before)) {
        continue;
      }
      different.add(root.relativize(file));
      if (write) {
        Files.writeString(file, after);
      }
    }
    if (!different.isEmpty() && !write) {
      different.forEach(file -> System.err.println("not formatted: " + file));
      System.err.println("./mvnw -N process-sources -Dformat.mode=write formats them.");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws Exception {
    List<Path> found = new ArrayList<>();
    for (String module : List.of("probes/src", "app/src", "installers/src", ".mvn")) {
      Path folder = root.resolve(module);
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (var files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(found::add);
      }
    }
    return found;
  }
}
