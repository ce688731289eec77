package dev.lightfoot.codec.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AcknowledgementCodecTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final List<Acknowledgement> SOME =
      List.of(
          new Acknowledgement(
              new Target.OfFinding("0123456789abcdef", "repeated-query, GET /nplus1/"),
              "a \"report\" that nobody waits for",
              DAY,
              Optional.of(LocalDate.of(2027, 1, 31)),
              OptionalInt.of(60)),
          new Acknowledgement(
              new Target.OfRule("repeated-query", "/admin/*"),
              "rarely used",
              DAY,
              Optional.empty(),
              OptionalInt.empty()));

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(document(), InputFormat.JSON);

  private static String document() {
    try (InputStream in =
        AcknowledgementCodec.class.getResourceAsStream("acknowledgements-v1.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String file(String entry) {
    return "{\"format\":\"lightfoot/acknowledgements\",\"version\":1,\"acknowledged\":["
        + entry
        + "]}";
  }

  private static List<Acknowledgement> read(String file) throws LocatedFormatException {
    return AcknowledgementCodec.decode(file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() throws LocatedFormatException {
    assertThat(AcknowledgementCodec.decode(AcknowledgementCodec.encode(SOME))).isEqualTo(SOME);
  }

  @Test
  void whatIsWrittenIsWhatTheSchemaSays() {
    String written = new String(AcknowledgementCodec.encode(SOME), StandardCharsets.UTF_8);
    assertThat(schema.validate(written, InputFormat.JSON)).isEmpty();
  }

  @Test
  void noneAreAFileToo() throws LocatedFormatException {
    assertThat(AcknowledgementCodec.decode(AcknowledgementCodec.encode(List.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reason\":\"x\",\"since\":\"2026-11-23\"}",
        "{\"fingerprint\":\"0123\",\"reason\":\"x\",\"since\":\"2026-11-23\"}",
        "{\"fingerprint\":\"0123456789abcdef\",\"rule\":\"redirect\",\"reason\":\"x\",\"since\":\"2026-11-23\"}",
        "{\"rule\":\"redirect\",\"reason\":\"x\",\"since\":\"2026-11-23\"}",
        "{\"rule\":\"redirect\",\"route\":\"*\",\"since\":\"2026-11-23\"}",
        "{\"rule\":\"redirect\",\"route\":\"*\",\"reason\":\" \",\"since\":\"2026-11-23\"}",
        "{\"rule\":\"redirect\",\"route\":\"*\",\"reason\":\"x\"}",
        "{\"rule\":\"redirect\",\"route\":\"*\",\"reason\":\"x\",\"since\":\"yesterday\"}",
        "{\"rule\":\"redirect\",\"route\":\"*\",\"reason\":\"x\",\"since\":\"2026-11-23\",\"count\":0}",
        "{\"rule\":\"redirect\",\"route\":\"*\",\"reason\":\"x\",\"since\":\"2026-11-23\",\"till\":1}"
      })
  void readerAndSchemaRefuseTheSame(String entry) {
    assertThatThrownBy(() -> read(file(entry))).isInstanceOf(LocatedFormatException.class);
    assertThat(schema.validate(file(entry), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void whatIsWrongIsNamedWithItsLineAndPlace() {
    String entry =
        "\n{\"rule\":\"redirect\",\"route\":\"*\",\"reason\":\"x\",\n\"since\":\"soon\"}";
    assertThatThrownBy(() -> read(file(entry)))
        .hasMessage("Line 3, acknowledged[0].since: This has to be a date such as 2026-11-23.");
  }

  @Test
  void aFileOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> read("{\"format\":\"lightfoot/budget\",\"version\":1}"))
        .hasMessage("Line 1, format: \"format\" has to be \"lightfoot/acknowledgements\".");
  }
}
