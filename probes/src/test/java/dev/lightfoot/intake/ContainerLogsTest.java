package dev.lightfoot.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ContainerLogsTest {
  private final List<String> spans = new ArrayList<>();

  @Test
  void theServicesOfAComposeLogAreReadEachByItsOwnReader() {
    List<FileReading> readings =
        read(
            """
            web-1    | get 1
            db-1     | put 11
            web-1    | get 2
            \u001b[36mweb-1    | \u001b[0mget 3
            db-1     | put 12
            """);
    assertThat(readings)
        .extracting(FileReading::part, FileReading::read)
        .containsExactly(tuple(Optional.of("web-1"), 3L), tuple(Optional.of("db-1"), 2L));
    assertThat(spans).containsExactlyInAnyOrder("get 1", "get 2", "get 3", "put 11", "put 12");
  }

  @Test
  void kubernetesPrefixesAreTakenOffAndPiecesPutTogether() {
    FileReading reading =
        read("""
        2026-11-23T16:29:00.123456789Z stdout F get 1
        2026-11-23T16:29:00.223456789Z stdout P ge
        2026-11-23T16:29:00.223456789+01:00 stderr F get 9
        2026-11-23T16:29:00.323456789Z stdout F t 2
        """)
            .getFirst();
    assertThat(reading.skipped()).isZero();
    assertThat(spans).containsExactly("get 1", "get 9", "get 2");
  }

  @Test
  void dockersJsonFilesAreUnwrapped() {
    read(
        """
        {"log":"get 1\\n","stream":"stdout","time":"2026-11-23T16:29:00.1Z"}
        {"log":"ge","stream":"stdout","time":"2026-11-23T16:29:00.2Z"}
        {"log":"\\u0074 2\\r\\n","stream":"stdout","time":"2026-11-23T16:29:00.2Z"}
        """);
    assertThat(spans).containsExactly("get 1", "get 2");
  }

  @Test
  void linesWithoutThePrefixArePassedOverAndSaid() {
    String prefixed = "web-1  | get 1\n".repeat(20);
    FileReading reading = read("Attaching to web-1\n" + prefixed).getFirst();
    assertThat(reading.warnings())
        .contains("1 lines without the prefix of a container, or too long, were passed over.");
  }

  @Test
  void aLogThatOnlyHoldsABarIsNotUnwrapped() {
    read("get 1\nget 2\nx | y\n");
    assertThat(spans).containsExactly("get 1", "get 2");
  }

  private List<FileReading> read(String text) {
    Source source = new Source.Stream("all.log", new ByteArrayInputStream(text.getBytes(UTF_8)));
    Intake intake = new Intake(List.of(new WordReader("get", false), new WordReader("put", false)));
    return intake.read(
        List.of(source), IntakeSettings.NONE, span -> spans.add(span.name() + " " + span.spanId()));
  }
}
