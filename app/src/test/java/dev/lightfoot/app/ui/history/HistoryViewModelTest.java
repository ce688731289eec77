package dev.lightfoot.app.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Settings;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.store.StoredSnapshot;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {
  private final MemoryStore store = new MemoryStore();
  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("lightfoot.log"));
  private final Library library =
      new Library(store, TestSnapshots.files(), workspace, Runnable::run, Runnable::run);
  private final HistoryViewModel model = new HistoryViewModel(library);

  @BeforeEach
  void keepOne() throws Exception {
    store.save(TestSnapshots.sample().named("before"));
    model.refresh();
  }

  @Test
  void theFilterLooksAtNameAndAddress() {
    model.filterProperty().set("SHOP.test");
    assertThat(model.snapshots()).hasSize(1);
    model.filterProperty().set("before");
    assertThat(model.snapshots()).hasSize(1);
    model.filterProperty().set("nowhere");
    assertThat(model.snapshots()).isEmpty();
    assertThat(model.nothingSaved()).isFalse();
  }

  @Test
  void openingLeadsToTheProbeScreen() {
    workspace.screenProperty().set(Screen.HISTORY);
    model.open(first());
    assertThat(workspace.screenProperty().get()).isEqualTo(Screen.PROBE);
    assertThat(Objects.requireNonNull(workspace.openedProperty().get()).name()).contains("before");
  }

  @Test
  void aNewNameIsShown() {
    model.rename(first(), " after ");
    assertThat(first().name()).isEqualTo("after");
  }

  @Test
  void aBlankNameChangesNothing() {
    model.rename(first(), "  ");
    assertThat(first().name()).isEqualTo("before");
  }

  @Test
  void whatWasDeletedComesBackByUndo() {
    model.delete(first());
    assertThat(model.snapshots()).isEmpty();
    Objects.requireNonNull(workspace.noticeProperty().get()).action().orElseThrow().run().run();
    assertThat(first().name()).isEqualTo("before");
  }

  @Test
  void filesPutAsideAreNamedWithTheirReason() {
    store.damage(Path.of("/q/broken.json"), "its checksum does not fit");
    model.refresh();
    assertThat(model.damaged()).contains("broken.json").contains("its checksum does not fit");
  }

  private StoredSnapshot first() {
    return model.snapshots().getFirst();
  }
}
