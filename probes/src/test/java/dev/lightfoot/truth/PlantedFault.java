package dev.lightfoot.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// One line of the probe's own source, changed and compiled anew, to see whether the harness
/// notices.
record PlantedFault(Path source, String line, String instead) {

  /// Every arrival is stamped two milliseconds late.
  static PlantedFault lateArrivals(Path root) {
    return new PlantedFault(
        root.resolve("probes/src/main/java/dev/lightfoot/probe/kernel/KernelArrivals.java"),
        "new Arrival(asked, first, last, now.nanoTime(), true)",
        "new Arrival(asked, first + 2_000_000, last + 2_000_000, now.nanoTime(), true)");
  }

  /// Compiles it into that folder, to stand on the class path before the real class.
  Path compileInto(Path folder) throws IOException {
    String text = Files.readString(source);
    if (!text.contains(line)) {
      throw new IllegalStateException("the line to spoil is no longer in " + source);
    }
    Path changed =
        Files.createDirectories(folder.resolve("source")).resolve(source.getFileName().toString());
    Files.writeString(changed, text.replace(line, instead));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  null,
                  List.of(
                      "-cp",
                      System.getProperty("java.class.path"),
                      "-d",
                      classes.toString(),
                      "-proc:none"),
                  null,
                  files.getJavaFileObjects(changed))
              .call();
      if (!compiled) {
        throw new IllegalStateException("the planted fault does not compile");
      }
    }
    return classes;
  }
}
