package dev.lightfoot.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/// Turns faults of the file system into sentences: what failed, where, what to do.
public final class StoreFault {
  private StoreFault() {}

  /// The fault as a sentence.
  ///
  /// @param what what was to be done, such as `The snapshot was not saved`
  public static IOException of(String what, Path folder, Exception fault) {
    return new IOException(what + ": " + reason(folder, fault), fault);
  }

  private static String reason(Path folder, Exception fault) {
    String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("no space left")
        || message.contains("quota exceeded")
        || message.contains("not enough space")) {
      return "the disk that holds "
          + folder
          + " is full. What is stored is unharmed. Make room, then try again.";
    }
    if (fault instanceof AccessDeniedException
        || fault instanceof ReadOnlyFileSystemException
        || message.contains("read-only file system")) {
      return folder
          + " cannot be written to. Change its permissions, or choose another folder with"
          + " --data-dir.";
    }
    if (fault instanceof FileAlreadyExistsException
        || fault instanceof NotDirectoryException
        || message.contains("not a directory")) {
      return folder
          + " or a part of its path is a file, not a folder. Choose another one with --data-dir.";
    }
    if (fault instanceof NoSuchFileException && !Files.isDirectory(folder)) {
      return vanished(folder);
    }
    return String.valueOf(fault.getMessage());
  }

  /// That a folder is not there any more.
  public static String vanished(Path folder) {
    return "the folder "
        + folder
        + " has vanished. Bring it back (a drive that was taken out?), or start again to make it"
        + " anew.";
  }
}
