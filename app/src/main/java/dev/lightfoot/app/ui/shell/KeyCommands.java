package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.probe.ProbeView;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.log.LogShelf;

/// What the keys that work everywhere do, by the screen that is in sight.
///
/// @param view saves and asks for what was probed
/// @param addressed keeps what the other screens with an address show
record KeyCommands(
    Workspace workspace,
    Measurements measured,
    LogShelf shelf,
    Surroundings around,
    ProbeView view,
    AddressedScreens addressed)
    implements Shortcuts.Commands {

  @Override
  public void save() {
    switch (workspace.screenProperty().get()) {
      case PAGE -> addressed.savePage();
      case FINDINGS -> addressed.saveFound(view);
      case COMPARE -> measured.compare().save();
      case PROBE, STACK, LOGS, TRACE, HISTORY, SETTINGS -> {
        leadToAddress();
        view.save();
      }
    }
  }

  @Override
  public void request() {
    leadToAddress();
    view.request();
  }

  @Override
  public void openFile() {
    around.files().pick();
  }

  @Override
  public void calculate() {
    view.calculate();
  }

  @Override
  public void help() {
    around.help().help();
  }

  @Override
  public boolean cancel() {
    return workspace.screenProperty().get() == Screen.LOGS ? shelf.cancel() : measured.cancel();
  }

  /// To Probe from screens without an address.
  private void leadToAddress() {
    switch (workspace.screenProperty().get()) {
      case PROBE, PAGE, STACK, FINDINGS -> {}
      case COMPARE, LOGS, TRACE, HISTORY, SETTINGS -> workspace.screenProperty().set(Screen.PROBE);
    }
  }
}
