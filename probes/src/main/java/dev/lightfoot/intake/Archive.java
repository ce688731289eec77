package dev.lightfoot.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The entries of a ZIP archive, one after another as streams. Nothing is ever written by the name
/// of an entry; a link in an archive is a small file that says where it leads.
final class Archive {
  /// Entries that are read.
  static final int MAX_ENTRIES = 1_000;

  private final ZipInputStream zip;
  private final InputStream entry;
  private final String path;
  private final IntakeListener listener;

  Archive(BufferedInputStream in, String path, IntakeListener listener) {
    this.path = path;
    this.listener = listener;
    Decoding.Counted compressed = new Decoding.Counted(in);
    zip = new ZipInputStream(compressed);
    entry =
        new Decoding.RatioGuard(zip, compressed) {
          @Override
          public void close() {
            // The next entry comes from the same stream.
          }
        };
  }

  /// The rest of an entry, through the guard: the next begins only after it.
  private void passOver() throws IOException {
    byte[] unused = new byte[FormatChoice.SAMPLE];
    while (entry.read(unused) >= 0) {
      if (listener.cancelled()) {
        throw new Cancelled();
      }
    }
  }

  /// Whether these bytes are one, also an empty one.
  static boolean is(BufferedInputStream in) throws IOException {
    in.mark(4);
    byte[] magic = in.readNBytes(4);
    in.reset();
    boolean first = magic.length == 4 && magic[0] == 'P' && magic[1] == 'K';
    return first && ((magic[2] == 3 && magic[3] == 4) || (magic[2] == 5 && magic[3] == 6));
  }

  List<FileReading> read(BiFunction<String, InputStream, List<FileReading>> each) {
    List<FileReading> readings = new ArrayList<>();
    try {
      int entries = 0;
      for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        if (next.isDirectory()) {
          continue;
        }
        if (entries++ == MAX_ENTRIES) {
          throw new Refused(
              "It has more than " + MAX_ENTRIES + " entries: the others were not read.");
        }
        readings.addAll(each.apply(next.getName(), entry));
        passOver();
      }
    } catch (Cancelled e) {
      return readings;
    } catch (IOException e) {
      readings.add(FileReading.failed(path, Optional.empty(), Failures.sentence(e)));
    } catch (IllegalArgumentException e) {
      String damaged = "The archive is damaged: what came before was read.";
      readings.add(FileReading.failed(path, Optional.empty(), damaged));
    }
    if (readings.isEmpty()) {
      readings.add(FileReading.failed(path, Optional.empty(), "The archive is empty."));
    }
    return readings;
  }
}
