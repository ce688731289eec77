package dev.lightfoot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Lets one thread of one process at a time change a store; the same thread may take it again. It
/// lies outside the folder of the snapshots, which may be synchronised with other computers. File
/// locks belong to the process, so that threads need a lock of their own. A process that dies lets
/// go.
final class FolderLock implements AutoCloseable {
  private static final ConcurrentMap<Path, FolderLock> LOCKS = new ConcurrentHashMap<>();

  private final Path file;
  private final ReentrantLock threads = new ReentrantLock();
  private @Nullable FileChannel channel;

  private FolderLock(Path file) {
    this.file = file;
  }

  /// Takes the lock that lies in this folder.
  static FolderLock take(Path place) throws IOException {
    OwnerFiles.createFolder(place);
    Path file = place.toRealPath().resolve("lock");
    FolderLock lock = LOCKS.computeIfAbsent(file, FolderLock::new);
    lock.threads.lock();
    try {
      lock.lockFile();
      return lock;
    } catch (IOException | RuntimeException e) {
      lock.threads.unlock();
      throw e;
    }
  }

  private void lockFile() throws IOException {
    if (threads.getHoldCount() > 1) {
      return;
    }
    FileChannel opened = OwnerFiles.open(file, StandardOpenOption.CREATE);
    try {
      FileLock _ = opened.lock();
      channel = opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (threads.getHoldCount() == 1 && channel != null) {
        // Before other threads may go on: they would find the file locked by this process.
        channel.close();
        channel = null;
      }
    } finally {
      threads.unlock();
    }
  }
}
