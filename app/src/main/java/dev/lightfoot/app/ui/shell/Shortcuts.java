package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that work everywhere in the window.
final class Shortcuts {
  private final MainWindow window;
  private final Workspace workspace;
  private final Commands commands;

  /// What keys can ask of the program.
  interface Commands {
    void save();

    /// Asks what else the next runs send.
    void request();

    void openFile();

    /// Calculates bandwidth against latency.
    void calculate();

    void help();

    /// Whether there was something to stop.
    boolean cancel();
  }

  Shortcuts(MainWindow window, Workspace workspace, Commands commands) {
    this.window = window;
    this.workspace = workspace;
    this.commands = commands;
  }

  void listen(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (window.sheets().isOpen()) {
      return;
    }
    boolean control = event.isShortcutDown() && !event.isAltDown();
    if (control ? withControl(event) : alone(event)) {
      event.consume();
    }
  }

  private boolean alone(KeyEvent event) {
    return switch (event.getCode()) {
      case F1 -> {
        commands.help();
        yield true;
      }
      case F6 -> {
        window.focusNextRegion();
        yield true;
      }
      case ESCAPE -> commands.cancel() || dismissNotice();
      default -> false;
    };
  }

  private boolean dismissNotice() {
    boolean shown = workspace.noticeProperty().get() != null;
    workspace.dismissNotice();
    return shown;
  }

  private boolean withControl(KeyEvent event) {
    switch (event.getCode()) {
      case L -> {
        Screen screen =
            workspace.screenProperty().get() == Screen.PAGE ? Screen.PAGE : Screen.PROBE;
        workspace.screenProperty().set(screen);
        Node address = window.view(screen).address();
        address.requestFocus();
        if (address instanceof TextField field) {
          field.selectAll();
        }
      }
      case Z -> {
        // In a text field it undoes typing.
        return !(event.getTarget() instanceof TextInputControl) && workspace.undo();
      }
      case S -> commands.save();
      case R -> commands.request();
      case O -> commands.openFile();
      case B -> commands.calculate();
      case F -> window.current().filter().requestFocus();
      case PLUS, ADD, EQUALS -> resize(workspace.settings().fontSize() + 1);
      case MINUS, SUBTRACT -> resize(workspace.settings().fontSize() - 1);
      case DIGIT0, NUMPAD0 -> resize(Settings.DEFAULT_FONT);
      default -> {
        return screen(event.getCode());
      }
    }
    return true;
  }

  private boolean screen(KeyCode code) {
    int index = code.getCode() - KeyCode.DIGIT1.getCode();
    Screen[] screens = Screen.values();
    if (index < 0 || index >= screens.length) {
      return false;
    }
    workspace.screenProperty().set(screens[index]);
    return true;
  }

  private void resize(int fontSize) {
    workspace.settingsProperty().set(workspace.settings().withFontSize(fontSize));
  }
}
