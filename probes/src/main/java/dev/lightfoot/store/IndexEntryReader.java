package dev.lightfoot.store;

import dev.lightfoot.model.Annotation;
import dev.lightfoot.model.HeadlineTime;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Subject;
import dev.lightfoot.model.page.PageEngine;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what [IndexEntryWriter] wrote.
final class IndexEntryReader {
  private final DataInputStream in;
  private final Path folder;

  IndexEntryReader(DataInputStream in, Path folder) {
    this.in = in;
    this.folder = folder;
  }

  IndexedFile next() throws IOException {
    Path file = folder.resolve(text());
    long size = in.readLong();
    Instant modified = time();
    Instant read = time();
    StoredSnapshot stored =
        new StoredSnapshot(
            text(),
            text(),
            subject(),
            OffsetDateTime.ofInstant(time(), ZoneOffset.ofTotalSeconds(in.readInt())),
            in.readInt(),
            headline(),
            new Annotation(texts(), optional()),
            file);
    return new IndexedFile(size, FileTime.from(modified), read, stored);
  }

  private Subject subject() throws IOException {
    return new Subject(text(), text(), optional().map(PageEngine::valueOf), optional());
  }

  private Optional<HeadlineTime> headline() throws IOException {
    if (!in.readBoolean()) {
      return Optional.empty();
    }
    return Optional.of(
        new HeadlineTime(
            RunState.valueOf(text()),
            in.readInt(),
            in.readLong(),
            in.readLong(),
            in.readLong(),
            in.readLong()));
  }

  private Instant time() throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private List<String> texts() throws IOException {
    int count = in.readInt();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  private Optional<String> optional() throws IOException {
    return texts().stream().findFirst();
  }

  private String text() throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new EOFException("a text of " + length + " bytes is not all there");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
