package dev.lightfoot.store.span.journal;

import dev.lightfoot.store.OwnerFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Says that a folder is written to by one store, for as long as that is open. A process that dies
/// lets go.
final class StoreLock implements Closeable {
  private final FileChannel channel;

  private StoreLock(FileChannel channel) {
    this.channel = channel;
  }

  static StoreLock take(Path folder) throws IOException {
    FileChannel channel = OwnerFiles.open(folder.resolve(".writer"), StandardOpenOption.CREATE);
    if (lock(channel) == null) {
      channel.close();
      throw new IOException(
          "another Lightfoot keeps spans in "
              + folder
              + " just now. Stop it (the window, or lightfoot receive), or choose another folder"
              + " with --data-dir.");
    }
    return new StoreLock(channel);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
