package dev.lightfoot.store;

import dev.lightfoot.model.HeadlineTime;
import dev.lightfoot.model.Subject;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Writes entries of a [SnapshotIndex]; [IndexEntryReader] reads them in the same order.
final class IndexEntryWriter {
  private final DataOutputStream out;

  IndexEntryWriter(DataOutputStream out) {
    this.out = out;
  }

  void add(IndexedFile entry) throws IOException {
    StoredSnapshot stored = entry.stored();
    text(String.valueOf(stored.path().getFileName()));
    out.writeLong(entry.size());
    time(entry.modified().toInstant());
    time(entry.read());
    text(stored.id());
    text(stored.name());
    subject(stored.subject());
    time(stored.takenAt().toInstant());
    out.writeInt(stored.takenAt().getOffset().getTotalSeconds());
    out.writeInt(stored.runs());
    headline(stored.headline());
    texts(stored.tags());
    optional(stored.annotation().note());
  }

  private void subject(Subject subject) throws IOException {
    text(subject.target());
    text(subject.method());
    optional(subject.engine().map(Enum::name));
    optional(subject.place());
  }

  private void headline(Optional<HeadlineTime> headline) throws IOException {
    out.writeBoolean(headline.isPresent());
    if (headline.isPresent()) {
      HeadlineTime time = headline.get();
      text(time.state().name());
      out.writeInt(time.runs());
      out.writeLong(time.medianNanos());
      out.writeLong(time.minNanos());
      out.writeLong(time.maxNanos());
      out.writeLong(time.comparedNanos());
    }
  }

  private void time(Instant time) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  private void texts(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String each : texts) {
      text(each);
    }
  }

  private void optional(Optional<String> text) throws IOException {
    texts(text.stream().toList());
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
