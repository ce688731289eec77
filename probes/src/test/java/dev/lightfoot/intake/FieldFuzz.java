package dev.lightfoot.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.DurationUnit;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.accesslog.AccessLogReader;
import dev.lightfoot.codec.jaeger.JaegerReader;
import dev.lightfoot.codec.mysql.MysqlSlowReader;
import dev.lightfoot.codec.postgres.PostgresCsvReader;
import dev.lightfoot.codec.postgres.PostgresStderrReader;
import dev.lightfoot.codec.redis.RedisSlowlogJsonReader;
import dev.lightfoot.codec.redis.RedisSlowlogReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Damages logs at random and reads them: `FieldFuzz FOLDER SECONDS SEED [GROUP]` reads for so long
/// with each group of readers, or that one, and prints how many files that were. A reader that
/// throws ends it, with the file written down.
public final class FieldFuzz {
  private static final ReadSettings SETTINGS =
      new ReadSettings(
          Optional.of(ZoneOffset.UTC),
          Optional.empty(),
          Optional.empty(),
          Map.of("took", DurationUnit.MILLISECONDS));
  private static final byte[] MARKS =
      " \t\n\r\"'\\[]{}<>()=,:;|-+.#/@%&µ0123456789".getBytes(UTF_8);
  private static final int LONGEST = 40_000;

  /// Each group by its name.
  static final Map<String, Consumer<byte[]>> GROUPS =
      Map.of(
          "access logs", file -> AccessLogReader.all().forEach(reader -> read(reader, file)),
          "postgresql",
              file -> read(List.of(new PostgresStderrReader(), new PostgresCsvReader()), file),
          "mysql", file -> read(new MysqlSlowReader(), file),
          "redis",
              file -> read(List.of(new RedisSlowlogReader(), new RedisSlowlogJsonReader()), file),
          "jaeger", file -> read(new JaegerReader(), file),
          "intake", FieldFuzz::whole);

  private FieldFuzz() {}

  public static void main(String... arguments) throws IOException {
    List<byte[]> seeds = seeds(Path.of(arguments[0]));
    long nanos = Long.parseLong(arguments[1]) * 1_000_000_000L;
    List<String> groups =
        arguments.length > 3 ? List.of(arguments[3]) : GROUPS.keySet().stream().sorted().toList();
    for (String group : groups) {
      Random random = new Random(Long.parseLong(arguments[2]));
      long start = System.nanoTime();
      long longest = 0;
      int files = 0;
      while (System.nanoTime() - start < nanos) {
        long before = System.nanoTime();
        once(group, seeds, random);
        longest = Math.max(longest, System.nanoTime() - before);
        files++;
      }
      System.out.printf(
          Locale.ROOT, "%-12s %d files, the slowest in %.0f ms%n", group, files, longest / 1e6);
    }
  }

  static List<byte[]> seeds(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.endsWith("expected.json"))
          .sorted()
          .map(
              file -> {
                try {
                  return Files.readAllBytes(file);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              })
          .toList();
    }
  }

  /// Reads one damaged file.
  static void once(String group, List<byte[]> seeds, Random random) throws IOException {
    byte[] file = damaged(seeds, random);
    try {
      Optional.ofNullable(GROUPS.get(group)).orElseThrow().accept(file);
    } catch (RuntimeException | Error e) {
      Path kept = Files.write(Files.createTempFile("fuzz", ".log"), file);
      throw new AssertionError(group + ": " + kept, e);
    }
  }

  private static byte[] damaged(List<byte[]> seeds, Random random) {
    byte[] file = seeds.get(random.nextInt(seeds.size())).clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      byte[] other = seeds.get(random.nextInt(seeds.size()));
      file =
          switch (random.nextInt(7)) {
            case 0 -> spliced(file, other, random);
            case 1 -> spliced(file, file, random);
            case 2 -> without(file, random);
            default -> changed(file, random);
          };
    }
    return file;
  }

  private static byte[] changed(byte[] file, Random random) {
    for (int i = random.nextInt(12); i >= 0 && file.length > 0; i--) {
      boolean mark = random.nextInt(4) > 0;
      byte with = mark ? MARKS[random.nextInt(MARKS.length)] : (byte) random.nextInt(256);
      file[random.nextInt(file.length)] = with;
    }
    return file;
  }

  private static byte[] without(byte[] file, Random random) {
    int from = random.nextInt(file.length + 1);
    int to = Math.min(file.length, from + random.nextInt(40));
    return joined(file, 0, from, file, to, file.length);
  }

  private static byte[] spliced(byte[] file, byte[] other, Random random) {
    int at = random.nextInt(file.length + 1);
    int from = random.nextInt(other.length + 1);
    int to = Math.min(other.length, from + random.nextInt(300));
    byte[] head = joined(file, 0, at, other, from, to);
    byte[] all = joined(head, 0, head.length, file, at, file.length);
    return all.length > LONGEST ? file : all;
  }

  private static byte[] joined(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(a, aFrom, aTo - aFrom);
    out.write(b, bFrom, bTo - bFrom);
    return out.toByteArray();
  }

  private static void read(List<LogReader> readers, byte[] file) {
    readers.forEach(reader -> read(reader, file));
  }

  private static void read(LogReader reader, byte[] file) {
    int sure = reader.recognises(file);
    if (sure < 0 || sure > 100) {
      throw new IllegalStateException("surer than sure: " + sure);
    }
    Collected.of(reader, file, SETTINGS);
  }

  private static void whole(byte[] file) {
    List<Source> sources = List.of(new Source.Stream("fuzz", new ByteArrayInputStream(file)));
    new Intake().read(sources, new IntakeSettings(Optional.empty(), SETTINGS), _ -> {});
  }
}
