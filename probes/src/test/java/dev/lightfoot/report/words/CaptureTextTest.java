package dev.lightfoot.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.har.HarRepair;
import dev.lightfoot.model.page.PageSource;
import dev.lightfoot.model.page.Repair;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CaptureTextTest {

  @Test
  void everyKindOfRepairIsExplained() throws IllegalAccessException {
    int kinds = 0;
    for (Field field : HarRepair.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        String kind = (String) field.get(null);
        assertThat(CaptureText.of(new Repair(String.valueOf(kind), 2, true)))
            .startsWith("2 requests: ")
            .endsWith(".");
        kinds++;
      }
    }
    assertThat(kinds).isGreaterThan(20);
  }

  @Test
  void whatIsMendedAndWhatStaysDoubtfulAreToldApart() {
    assertThat(CaptureText.of(new Repair("http-version", 1, true))).contains("was taken from");
    assertThat(CaptureText.of(new Repair("http-version", 1, false))).contains("left open");
    assertThat(CaptureText.of(new Repair("of-a-newer-version", 1, false)))
        .isEqualTo("of-a-newer-version: doubtful in 1 request.");
  }

  @Test
  void theSourceIsNamedAsFarAsItIsKnown() {
    assertThat(
            CaptureText.of(
                new PageSource(
                    "har", Optional.of("Firebug 1.12"), Optional.of("Firefox 26.0"), List.of())))
        .isEqualTo("HAR file, written by Firebug 1.12, page loaded by Firefox 26.0");
    assertThat(CaptureText.of(new PageSource("new", Optional.empty(), Optional.empty(), List.of())))
        .isEqualTo("new");
  }
}
