package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.store.SnapshotStore;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/// A command that works on the saved snapshots.
abstract class StoreCommand implements Callable<Integer>, DataFolderChoice.Chooser {
  private final Console console;

  @Mixin private final DataFolderChoice dataFolder = new DataFolderChoice();

  StoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public final DataFolderChoice dataFolder() {
    return dataFolder;
  }

  @Override
  public final Integer call() throws Refusal {
    try {
      run(console, dataFolder.store());
      return ExitStatus.DONE;
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  abstract void run(Console console, SnapshotStore store) throws Refusal, IOException;
}
