package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.report.sarif.SarifWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// Files that a command reads: nothing that it writes may take the place of one.
///
/// @param files as they were given, and folders, of which everything below is read; names of other
///   things do no harm
public record ReadFiles(List<String> files) {
  private static final int BEGINNING = 512;

  public ReadFiles {
    files = List.copyOf(files);
  }

  /// Refuses to write over one of them, however it is named. A report of ours that lies in a folder
  /// is no record that is read there: the next one may take its place.
  ///
  /// @param what the option or argument that names the file to be written
  public void refuse(String what, Path written) throws Refusal {
    for (String each : files) {
      if (isSame(each, written)) {
        throw new Refusal(what + " " + written + " is a file that is read; choose another one.");
      }
      if (isBelow(each, written) && !isReport(written)) {
        throw new Refusal(
            what
                + " "
                + written
                + " is there already, in a folder that is read; choose another one.");
      }
    }
  }

  private static boolean isSame(String read, Path written) {
    try {
      Path file = Path.of(read);
      return Files.exists(file) && Files.exists(written) && Files.isSameFile(file, written);
    } catch (IOException | InvalidPathException e) {
      return false; // what is no file is not written over
    }
  }

  private static boolean isBelow(String read, Path written) {
    try {
      Path folder = Path.of(read);
      if (!Files.isDirectory(folder) || !Files.exists(written)) {
        return false;
      }
      Path real = folder.toRealPath();
      return written.toRealPath().startsWith(real) || named(written).startsWith(real);
    } catch (IOException | InvalidPathException e) {
      return false; // what is no folder holds nothing
    }
  }

  private static boolean isReport(Path written) {
    try (InputStream in = Files.newInputStream(written)) {
      return Files.isRegularFile(written, LinkOption.NOFOLLOW_LINKS)
          && SarifWriter.isOwn(in.readNBytes(BEGINNING));
    } catch (IOException e) {
      return false; // what cannot be read is not known to be one
    }
  }

  /// Where a link lies, not where it leads.
  private static Path named(Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    Path parent = whole.getParent();
    return parent == null ? whole : parent.toRealPath().resolve(whole.getFileName());
  }
}
