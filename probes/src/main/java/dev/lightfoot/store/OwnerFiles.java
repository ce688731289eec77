package dev.lightfoot.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Files that only their owner may read, and that are there whole or not at all.
public final class OwnerFiles {
  /// Begins and ends the names of files that are not finished.
  static final String TEMPORARY_PREFIX = ".saving-";

  static final String TEMPORARY_SUFFIX = ".tmp";

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private OwnerFiles() {}

  /// Makes the folder and those above it that are missing.
  public static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attributes("rwx------"));
    }
  }

  /// Opens a file for writing, made for its owner only where it is missing.
  public static FileChannel open(Path file, StandardOpenOption creation) throws IOException {
    return FileChannel.open(
        file, Set.of(StandardOpenOption.WRITE, creation), attributes("rw-------"));
  }

  /// Writes a file so that a crash at any moment leaves the old one or the new one. When this
  /// returns the new one is on disk.
  ///
  /// @throws IOException whose message names the folder where that is missing or closed
  public static void write(Path file, byte[] bytes) throws IOException {
    Path folder = folderOf(file);
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    Path temporary = folder.resolve(TEMPORARY_PREFIX + random + TEMPORARY_SUFFIX);
    try {
      try (FileChannel channel = open(temporary, StandardOpenOption.CREATE_NEW)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      move(temporary, file);
    } catch (NoSuchFileException e) {
      throw because(e, new NoSuchFileException(folder.toString(), null, "there is no such folder"));
    } catch (AccessDeniedException e) {
      throw because(
          e,
          new AccessDeniedException(folder.toString(), null, "no right to write in this folder"));
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// Of a file with a name of its own the reader has never heard.
  private static IOException because(IOException cause, IOException told) {
    told.initCause(cause);
    return told;
  }

  /// Moves within one file system, on disk when this returns.
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(folderOf(to));
    force(folderOf(from));
  }

  /// Brings the entries of a folder to disk: files made or deleted in it.
  public static void force(Path folder) throws IOException {
    // Windows opens no folders, and keeps their entries by itself.
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("no file in a folder: " + file);
    }
    return folder;
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
