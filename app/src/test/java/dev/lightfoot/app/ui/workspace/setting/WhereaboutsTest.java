package dev.lightfoot.app.ui.workspace.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.model.Snapshot;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
  private static final Snapshot SAMPLE = TestSnapshots.sample();

  @Test
  void aServersPlaceGoesIntoWhatIsMeasuredOfItsHostOnly() {
    Whereabouts said = Whereabouts.UNKNOWN.withServer("www.shop.test", Optional.of("Helsinki"));
    assertThat(said.placed(SAMPLE).environment().serverPlace()).contains("Helsinki");
    assertThat(said.placed(SAMPLE).environment().place()).isEqualTo(SAMPLE.environment().place());
    Whereabouts other = Whereabouts.UNKNOWN.withServer("shop.test", Optional.of("Helsinki"));
    assertThat(other.placed(SAMPLE)).isSameAs(SAMPLE);
  }

  @Test
  void aPlaceThatIsNoLongerKnownIsForgotten() {
    Whereabouts said = Whereabouts.UNKNOWN.withServer("a.test", Optional.of("Helsinki"));
    assertThat(said.withServer("a.test", Optional.empty())).isEqualTo(Whereabouts.UNKNOWN);
  }

  @Test
  void theOldestServersAreForgotten() {
    Whereabouts said = Whereabouts.UNKNOWN;
    for (int i = 0; i <= Whereabouts.LIMIT; i++) {
      said = said.withServer(i + ".test", Optional.of("Helsinki"));
      said = said.withServer("often.test", Optional.of("Zürich"));
    }
    assertThat(said.servers()).hasSize(Whereabouts.LIMIT);
    assertThat(said.server("1.test")).isEmpty();
    assertThat(said.server("often.test")).contains("Zürich");
  }
}
