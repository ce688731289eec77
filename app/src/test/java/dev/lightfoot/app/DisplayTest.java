package dev.lightfoot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DisplayTest {
  private static final Map<String, String> X11 = Map.of("DISPLAY", ":0");

  @Test
  void withDisplayAndLibrariesNothingIsMissing() {
    assertThat(Display.missing("Linux", X11, _ -> true)).isEmpty();
  }

  @Test
  void withoutADisplayTheResultComesAsText() {
    assertThat(Display.missing("Linux", Map.of(), _ -> true).orElseThrow())
        .contains("DISPLAY and WAYLAND_DISPLAY are not set");
  }

  @Test
  void missingLibrariesAreNamedWithTheirPackages() {
    assertThat(Display.missing("Linux", X11, library -> !library.contains("pango")).orElseThrow())
        .endsWith("sudo apt install libpango-1.0-0 libpangoft2-1.0-0");
  }

  @Test
  void otherSystemsBringTheirOwnLibraries() {
    assertThat(Display.missing("Windows 11", Map.of(), _ -> false)).isEmpty();
  }
}
