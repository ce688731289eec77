package dev.lightfoot.app.ui.workspace.log;

import java.io.IOException;

/// Something to ask the stores.
@FunctionalInterface
public interface ShelfQuestion<T> {
  T ask(Shelved shelved) throws IOException;
}
