import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes the installed package for the system it runs on, from the distribution that `package` leaves.
///
/// Linux: an image by jpackage with a launcher of our own, then a .deb by `linux/deb.sh` (and an .rpm with `-Drpm=true`), because
/// jpackage's own .deb has no man page, no icon theme entry and no GTK dependency. Windows and macOS:
/// jpackage's .msi and .dmg. Run by `./mvnw -Pinstaller package`.
final class Package {
  /// Of commands, which keep little.
  private static final String COMMAND_HEAP = "-Xmx512m";

  /// Of the window: room for a trace of a million spans, and little at its start, for the JVM would
  /// take a 64th of the computer's memory. With a young part of 40 MB the start has two collections, with the
  /// proposed third five. Where there is one launcher for both, its.
  private static final String WINDOW_HEAP = "-Xms80m -XX:NewSize=40m -Xmx1536m -XX:MaxNewSize=192m";

  /// The second compiler took a fifth of the processor time of the window's start, for what runs once. What
  /// runs long, as reading a log does, comes to ten times these numbers within a second. What an AOT cache
  /// noted would make it begin at once.
  private static final String SECOND_COMPILER_LATER =
      " -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
          + " -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
          + " -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining";

  /// Of what [#nativeLibraries] lays beside the modules.
  private static final String LIBRARIES_APART = " --exclude-resources=**.so";

  /// Where a Linux package puts the jars.
  private static final String INSTALLED = "/opt/lightfoot/lib/app";

  private static final Map<String, String> STORED = Map.of("create", "true", "compressionMethod", "STORED");

  private final Path distribution;
  private final Path target;
  private final String version;
  private final String modules;
  private final String jlinkOptions;
  private final String nativeAccess;

  private Package(String[] args) {
    distribution = Path.of(args[0]);
    target = Path.of(args[1]);
    version = args[2];
    modules = args[3];
    jlinkOptions = args[4];
    nativeAccess = args[5];
  }

  public static void main(String[] args) throws Exception {
    new Package(args).make();
  }

  private void make() throws Exception {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path input = input();
    if (os.startsWith("windows")) {
      jpackage(
          input,
          "msi",
          WINDOW_HEAP,
          List.of(
              "--icon", assets("icons/lightfoot.ico"),
              "--win-per-user-install",
              "--win-menu",
              "--win-shortcut-prompt",
              "--win-console",
              "--win-upgrade-uuid", "6d0a2f0e-1e8b-4a52-9c0b-5f1f0c6f7a11"));
    } else if (os.startsWith("mac")) {
      jpackage(
          input,
          "dmg",
          WINDOW_HEAP,
          List.of("--icon", assets("icons/lightfoot.icns"), "--mac-package-identifier", "dev.lightfoot"));
    } else {
      jpackage(input, "app-image", COMMAND_HEAP, List.of("--icon", assets("icons/lightfoot-256.png")));
      ownLaunchers(target.resolve("lightfoot"));
      nativeLibraries(target.resolve("lightfoot/lib/runtime/lib"));
      Path script = Path.of(System.getProperty("user.dir"), "linux", "deb.sh");
      run(List.of("sh", script.toString(), target.resolve("lightfoot").toString(), target.toString(), version));
    }
  }

  /// The jars of the class path, without JavaFX, which becomes part of the runtime; and the agents,
  /// which end up beside them.
  private Path input() throws IOException {
    Path input = fresh(target.resolve("input"));
    Files.createDirectories(input);
    try (var jars = Files.newDirectoryStream(distribution.resolve("lib"), "*.jar")) {
      for (Path jar : jars) {
        if (isOfOtherSystem(jar.getFileName().toString())) {
          continue;
        }
        String name = jar.getFileName().toString();
        Path copy = Files.copy(jar, input.resolve(name));
        if (name.startsWith("picocli-")) {
          withStackMaps(copy);
        } else if (name.startsWith("zstd-jni-")) {
          withoutOtherSystems(copy);
        }
        store(copy);
      }
    }
    copyAgents(input);
    return input;
  }

  /// Keeps the entries of a jar uncompressed: the package's own compression, which sees all jars as one,
  /// makes half of what is left of them one by one, and a start has nothing to inflate.
  private static void store(Path jar) throws IOException {
    Path copy = jar.resolveSibling(jar.getFileName() + ".stored");
    try (FileSystem from = FileSystems.newFileSystem(jar);
        FileSystem to = FileSystems.newFileSystem(copy, STORED);
        var files = Files.walk(from.getPath("/"))) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, to.getPath(file.toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  /// picocli is compiled for Java 5, and classes without stack maps (JVMS 4.10.1) are not taken into the
  /// AOT cache: each start read, checked and linked all of them anew. What they do stays as it is.
  private static void withStackMaps(Path jar) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar);
        var files = Files.walk(zip.getPath("/"))) {
      ClassFile classes =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS,
              ConstantPoolSharingOption.NEW_POOL,
              ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(type -> inside(zip, type))
                      .orElse(ClassHierarchyResolver.defaultResolver())));
      ClassTransform raise =
          ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
              .andThen(ClassTransform.endHandler(made -> made.withVersion(ClassFile.JAVA_17_VERSION, 0)));
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        ClassModel model = classes.parse(Files.readAllBytes(file));
        if (model.majorVersion() < ClassFile.JAVA_6_VERSION) {
          Files.write(file, classes.transformClass(model, raise));
        }
      }
    }
  }

  private static InputStream inside(FileSystem zip, ClassDesc type) {
    String descriptor = type.descriptorString();
    Path file = zip.getPath("/", descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copyAgents(Path input) throws IOException {
    try (var files = Files.walk(distribution.resolve("agents"))) {
      for (Path file : files.toList()) {
        Files.copy(file, input.resolve(distribution.relativize(file).toString()));
      }
    }
  }

  /// QUIC's native library comes in one jar per system; an installed package needs its own only.
  private static boolean isOfOtherSystem(String jar) {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "osx" : "linux";
    String machine = arch.equals("aarch64") ? "aarch_64" : "x86_64";
    return jar.startsWith("netty-codec-native-quic-") && !jar.endsWith("-" + system + "-" + machine + ".jar");
  }

  /// Zstandard's native library comes for all systems in one jar: a folder for each system, in it one
  /// for each processor.
  private static void withoutOtherSystems(Path jar) throws IOException {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String own = os.startsWith("windows") ? "win" : os.startsWith("mac") ? "darwin" : "linux";
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Path kept = zip.getPath("/", own, System.getProperty("os.arch"));
      if (!Files.isDirectory(kept)) {
        return; // laid out in another way: all of it stays
      }
      for (String system : List.of("aix", "darwin", "freebsd", "linux", "win")) {
        Path folder = zip.getPath("/", system);
        if (Files.isDirectory(folder)) {
          try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.startsWith(kept)).toList()) {
              Files.delete(file);
            }
          }
        }
      }
    }
  }

  private void jpackage(Path input, String type, String heap, List<String> more) throws Exception {
    fresh(target.resolve("lightfoot"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
    command.addAll(List.of("--type", type, "--dest", target.toString()));
    command.addAll(List.of("--name", "lightfoot", "--app-version", version));
    command.addAll(List.of("--vendor", "Lightfoot", "--description", "A dashboard for latency"));
    command.addAll(List.of("--copyright", "Apache-2.0"));
    command.addAll(List.of("--input", input.toString()));
    command.addAll(List.of("--main-jar", "lightfoot-app-" + version + ".jar"));
    command.addAll(List.of("--main-class", "dev.lightfoot.app.Main"));
    command.addAll(List.of("--module-path", distribution.resolve("lib/javafx").toString()));
    command.addAll(List.of("--add-modules", modules + platformModules()));
    command.addAll(List.of("--jlink-options", jlinkOptions + (type.equals("app-image") ? LIBRARIES_APART : "")));
    command.addAll(List.of("--java-options", javaOptions(heap)));
    command.addAll(more);
    run(command);
  }

  /// jpackage's launcher asks dpkg and rpm twice at each start to which package it belongs: half a
  /// second each. `linux/lightfoot` starts the runtime by itself, with these options.
  private void ownLaunchers(Path image) throws IOException {
    Path runtime = image.resolve("lib/runtime");
    Path java = Path.of("bin", "java");
    Files.createDirectories(runtime.resolve("bin"));
    Files.copy(Path.of(System.getProperty("java.home")).resolve(java), runtime.resolve(java));
    Path app = image.resolve("lib/app");
    writeOptions(app, "command", COMMAND_HEAP);
    writeOptions(app, "window", WINDOW_HEAP + SECOND_COMPILER_LATER);
    Files.delete(app.resolve("lightfoot.cfg"));
    Files.delete(image.resolve("lib/libapplauncher.so"));
    Path launcher = image.resolve("bin/lightfoot");
    Files.copy(Path.of(System.getProperty("user.dir"), "linux", "lightfoot"), launcher, StandardCopyOption.REPLACE_EXISTING);
  }

  /// JavaFX's native libraries, as files. From within the runtime's modules JavaFX would copy each to the person's
  /// home folder, and compare it there at every start.
  private void nativeLibraries(Path folder) throws IOException {
    try (var jars = Files.newDirectoryStream(distribution.resolve("lib/javafx"), "*.jar")) {
      for (Path jar : jars) {
        try (FileSystem zip = FileSystems.newFileSystem(jar);
            var libraries = Files.newDirectoryStream(zip.getPath("/"), "*.so")) {
          for (Path library : libraries) {
            Files.copy(library, folder.resolve(library.getFileName().toString()));
          }
        }
      }
    }
  }

  /// In one order of jars, on which the AOT cache depends.
  private void writeOptions(Path app, String name, String heap) throws IOException {
    try (var files = Files.list(app)) {
      String classPath =
          files.map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".jar"))
              .sorted()
              .map(file -> INSTALLED + "/" + file)
              .collect(Collectors.joining(":"));
      Files.writeString(
          app.resolve(name + ".args"), javaOptions(heap).trim() + "\n-cp " + classPath + "\ndev.lightfoot.app.Main\n");
    }
  }

  private String javaOptions(String heap) {
    return nativeAccess
        + " -XX:+UseSerialGC "
        + heap
        // MergeStores: a fault of C2 in JDK 25, see probes/RATIONALE.md. ArchiveRelocationMode: the AOT
        // cache is mapped where it was made for, so that its 60 MB are not rewritten at each start
        + " -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-MergeStores"
        + " -XX:ArchiveRelocationMode=0";
  }

  /// Windows keeps its trusted roots behind a provider of its own.
  private static String platformModules() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? ",jdk.crypto.mscapi" : "";
  }

  private static String assets(String file) {
    return Path.of(System.getProperty("user.dir"), "..", "assets", file).normalize().toString();
  }

  private static Path fresh(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return folder;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      System.err.println("failed with " + status + ": " + String.join(" ", command));
      System.exit(1);
    }
  }
}
