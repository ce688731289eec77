package dev.lightfoot.intake;

import dev.lightfoot.codec.CaptureFormat;
import dev.lightfoot.codec.CaptureReader;
import dev.lightfoot.codec.CaptureReading;
import dev.lightfoot.codec.devtools.DevtoolsLogReader;
import dev.lightfoot.codec.devtools.LighthouseReader;
import dev.lightfoot.codec.har.HarReader;
import dev.lightfoot.codec.netlog.NetLogReader;
import dev.lightfoot.codec.webpagetest.WebPageTestReader;
import dev.lightfoot.intake.FileReading.Skipped;
import dev.lightfoot.model.Snapshot;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Opens captured page loads: decompressed, recognised by their content, read once.
public final class Captures {
  /// How much of a file is looked at to recognise it.
  static final int SAMPLE = FormatChoice.SAMPLE;

  private static final List<CaptureReader> READERS =
      List.of(
          new HarReader(),
          new WebPageTestReader(),
          new DevtoolsLogReader(),
          new LighthouseReader(),
          new NetLogReader());

  private Captures() {}

  /// Formats that can be read.
  public static List<CaptureFormat> formats() {
    return READERS.stream().map(CaptureReader::format).toList();
  }

  /// The reader that knows these bytes best.
  static Optional<CaptureReader> reader(byte[] beginning) {
    Optional<CaptureReader> best = Optional.empty();
    int surest = 0;
    for (CaptureReader reader : READERS) {
      int sure = reader.recognises(beginning);
      if (sure > surest) {
        surest = sure;
        best = Optional.of(reader);
      }
    }
    return best;
  }

  /// The reader of a file that begins so, compression taken off.
  static Optional<CaptureReader> readerOfPacked(InputStream in) {
    try {
      return reader(FileIntake.sample(Decoding.of(in, Decoding.DEPTH).in(), SAMPLE));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Reads a file.
  ///
  /// @param listener hears how far it is, and says whether to stop
  public static CaptureFile read(Path path, IntakeListener listener) {
    try (InputStream in = Files.newInputStream(path)) {
      long size = Files.isRegularFile(path) ? Files.size(path) : 0;
      return read(path.toString(), in, size, listener);
    } catch (IOException e) {
      return new Collected(listener).file(path.toString(), Optional.of(Failures.sentence(e)));
    }
  }

  /// Reads a stream such as standard input.
  ///
  /// @param name for people
  public static CaptureFile read(String name, InputStream in, IntakeListener listener) {
    return read(name, in, 0, listener);
  }

  private static CaptureFile read(
      String name, InputStream raw, long size, IntakeListener listener) {
    Collected into = new Collected(listener);
    try {
      InputStream metered = new Metered(raw, listener, new AtomicLong(), size);
      BufferedInputStream in = Decoding.of(metered, Decoding.DEPTH).in();
      byte[] beginning = FileIntake.sample(in, SAMPLE);
      Optional<CaptureReader> reader = reader(beginning);
      if (reader.isEmpty()) {
        return into.file(name, Optional.of(CaptureRefusal.of(beginning)));
      }
      into.format = Optional.of(reader.get().format());
      reader.get().read(in, into);
      return into.file(name, into.refusal());
    } catch (IOException e) {
      return into.file(
          name, e instanceof Cancelled ? Optional.empty() : Optional.of(Failures.sentence(e)));
    }
  }

  /// What a reader gives.
  private static final class Collected implements CaptureReading {
    private final IntakeListener listener;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Skipped> entries = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Optional<CaptureFormat> format = Optional.empty();
    private long skipped;

    Collected(IntakeListener listener) {
      this.listener = listener;
    }

    @Override
    public void snapshot(Snapshot snapshot) {
      snapshots.add(snapshot);
    }

    @Override
    public void skipped(String place, String reason) {
      skipped++;
      if (entries.size() < FileReading.LISTED) {
        entries.add(new Skipped(place, reason));
      }
    }

    @Override
    public void warning(String sentence) {
      warnings.add(sentence);
    }

    @Override
    public boolean cancelled() {
      return listener.cancelled();
    }

    private Optional<String> refusal() {
      if (!snapshots.isEmpty() || listener.cancelled()) {
        return Optional.empty();
      }
      String title = format.map(CaptureFormat::title).orElse("");
      return Optional.of(
          entries.isEmpty()
              ? CaptureRefusal.empty(title)
              : CaptureRefusal.unreadable(title, skipped, entries.getFirst()));
    }

    private CaptureFile file(String name, Optional<String> failure) {
      return new CaptureFile(name, format, snapshots, skipped, entries, warnings, failure);
    }
  }

  /// Why no page load could be read from a file, and what helps.
  private static final class CaptureRefusal {
    private static final String CURE =
        " In the browser's tools, open Network, load the page, and export it as HAR.";

    private CaptureRefusal() {}

    /// Of a file that no reader knows.
    static String of(byte[] beginning) {
      String text =
          new String(beginning, StandardCharsets.UTF_8).replace("\u0000", "").replace("\uFEFF", "");
      String start = text.stripLeading();
      if (start.isEmpty()) {
        return "The file is empty." + CURE;
      }
      if (start.startsWith("<")) {
        return "It is a web page or XML, not a captured page load: perhaps a sign-in page was saved"
            + " in its place."
            + CURE;
      }
      if (start.startsWith("{") || start.startsWith("[")) {
        return "It looks like JSON, but is no captured page load that can be read: a HAR has a"
            + " member log with entries."
            + CURE;
      }
      return "It is no captured page load that can be read." + CURE;
    }

    /// Of a file without requests.
    static String empty(String title) {
      return "It is a " + title + ", but no request is in it." + CURE;
    }

    /// Of a file whose entries are all faulty.
    static String unreadable(String title, long count, Skipped first) {
      return "It is a "
          + title
          + ", but none of its entries could be read ("
          + count
          + "); "
          + first.place()
          + ": "
          + first.reason();
    }
  }
}
