package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import java.util.Optional;

/// Where both ends of what is shown were, as the person says.
public final class PlaceChoice {
  private final ShownReading shown;
  private final Workspace workspace;

  PlaceChoice(ShownReading shown, Workspace workspace) {
    this.shown = shown;
    this.workspace = workspace;
  }

  /// Says it of what is shown, and keeps the server's place for what is measured of it next.
  ///
  /// @param server where the server stands
  /// @param from where it was measured from
  public void place(Optional<String> server, Optional<String> from) {
    ProbeReading reading = shown.get();
    if (reading != null) {
      workspace.keepServerPlace(reading.snapshot().target(), server);
      shown.change(each -> each.of(placed(each.snapshot(), server, from)), this::tell);
    }
  }

  private static Snapshot placed(
      Snapshot snapshot, Optional<String> server, Optional<String> from) {
    return snapshot.with(snapshot.environment().at(from).servedFrom(server));
  }

  private void tell(ProbeReading changed) {
    workspace.show(changed.snapshot());
    workspace.say(Words.text("status.placed"));
  }
}
