package dev.lightfoot.codec.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Logs of databases and caches as a person opens them, among all the readers there are.
final class DatabaseLogsTest {
  private static final IntakeSettings CHICAGO =
      new IntakeSettings(Optional.empty(), Collected.in("America/Chicago"));

  @ParameterizedTest
  @CsvSource({
    "own/postgresql.log, postgresql, 58, 0",
    "own/postgresql.csv, postgresql-csv, 58, 0",
    "own/postgresql.json, postgresql-json, 58, 0",
    "own/postgresql-sqlcommenter.csv, postgresql-csv, 10, 0",
    "own/postgresql-sqlcommenter.json, postgresql-json, 20, 0",
    "server/pg11_csvlog_parse_bind.csv, postgresql-csv, 1, 0",
    "server/pg13_csvlog.csv, postgresql-csv, 3, 0",
    "own/django-db-backends.log, django, 98, 0",
    "own/django.jsonl, django-json, 60, 0",
    "own/redis-slowlog.txt, redis-slowlog, 20, 0",
    "own/redis-slowlog.json, redis-slowlog-json, 5, 0",
    "own/redis-monitor.txt, redis-monitor, 5, 0",
    "own/redis-commandstats.txt, redis-commandstats, 5, 0",
    "own/memcached-vv.txt, memcached, 0, 0",
    "server/mysql_slow_lnav.log, mysql-slow, 6, 0",
  })
  void everyFileIsRecognisedAndReadWhole(String file, String format, int read, int skipped) {
    FileReading reading = read(new ArrayList<>(), file).getFirst();
    System.out.printf(
        "%-36s %-18s %3d read %d skipped %s %s%n",
        file,
        reading.format().map(LogFormat::name).orElse("-"),
        reading.read(),
        reading.skipped(),
        reading.entries(),
        reading.warnings());
    assertThat(reading.format().map(LogFormat::name)).contains(format);
    assertThat(reading.failure()).isEmpty();
    assertThat(reading.read()).isEqualTo(read);
    assertThat(reading.skipped()).isEqualTo(skipped);
  }

  @Test
  void whatThreeFilesTellOfTheSameTimeIsGivenOutOnce() {
    List<Span> spans = new ArrayList<>();
    List<FileReading> readings =
        read(spans, "own/postgresql.log", "own/postgresql.csv", "own/postgresql.json");
    assertThat(spans).hasSize(58);
    assertThat(readings.stream().map(FileReading::repeated)).containsExactly(0L, 58L, 58L);
  }

  private static List<FileReading> read(List<Span> spans, String... files) {
    List<Source> sources = new ArrayList<>();
    for (String file : files) {
      sources.add(new Source.OnDisk(Collected.shared(file)));
    }
    return new Intake().read(sources, CHICAGO, spans::add);
  }
}
