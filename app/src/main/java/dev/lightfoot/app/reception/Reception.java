package dev.lightfoot.app.reception;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.receive.Receiver;
import dev.lightfoot.receive.ReceiverCounts;
import dev.lightfoot.receive.ReceiverSettings;
import dev.lightfoot.receive.Refusal;
import dev.lightfoot.store.Listing;
import dev.lightfoot.store.span.SpanCounts;
import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.journal.JournalSpanStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A receiver and the store on disk that it fills. It listens from its start until it is stopped;
/// the store can be asked until it is closed.
public final class Reception implements AutoCloseable {
  private final Path folder;
  private final SpanRetention retention;
  private final JournalSpanStore store;
  private volatile Receiver receiver;

  private Reception(
      Path folder, SpanRetention retention, JournalSpanStore store, Receiver receiver) {
    this.folder = folder;
    this.retention = retention;
    this.store = store;
    this.receiver = receiver;
  }

  /// Opens the store in that folder and begins to listen.
  ///
  /// @throws IOException where another program has the folder open or listens there; the message is
  ///   a sentence
  public static Reception start(Path folder, SpanRetention retention, ReceiverSettings ports)
      throws IOException {
    JournalSpanStore store = JournalSpanStore.open(folder, retention);
    try {
      return new Reception(folder, retention, store, Receiver.start(ports, store::accept));
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// Listens again after it was stopped; counts begin anew.
  public void restart(ReceiverSettings ports) throws IOException {
    receiver = Receiver.start(ports, store::accept);
  }

  /// Stops listening; what is being answered is finished first.
  public void stop() {
    receiver.close();
  }

  public Path folder() {
    return folder;
  }

  public SpanRetention retention() {
    return retention;
  }

  /// What was received, now and before.
  public SpanStore store() {
    return store;
  }

  /// Gives every span that is kept, once, then each that comes, until the reading wants no more or
  /// the store is closed.
  ///
  /// @param level runs whenever all was given that is there
  public void follow(Reading reading, Runnable level) throws IOException {
    store.follow(reading, level);
  }

  /// Whether traces made room for newer ones since it was opened.
  public boolean hasDropped() {
    return store.counts().dropped() > store.droppedBefore();
  }

  /// Reads all that was kept before and sets aside what is damaged: for whoever must say so before
  /// going on. It happens in the background otherwise.
  ///
  /// @return what was damaged; where it lies now
  public List<Listing.Damaged> check() throws IOException {
    store.check();
    return store.damaged();
  }

  /// Parts of the store that were found damaged so far.
  public List<Listing.Damaged> damaged() {
    return store.damaged();
  }

  /// Where it listens.
  public ReceiverAddresses addresses() {
    return new ReceiverAddresses(receiver.otlpPort(), receiver.zipkinPort());
  }

  /// What came since it listens. Waits for nothing, unlike [#totals].
  public ReceiverCounts counts() {
    return receiver.counts();
  }

  /// The last of what was refused since it listens, the newest first.
  public List<Refusal> refusals() {
    return receiver.refusals();
  }

  /// The books so far; after the opening it may wait until the store has been read.
  public Totals totals() {
    ReceiverCounts came = receiver.counts();
    SpanCounts all = store.counts();
    return new Totals(
        came.kept(),
        came.rejected(),
        came.requests(),
        came.refused(),
        all.kept(),
        all.dropped() - store.droppedBefore(),
        all.damaged());
  }

  /// What became of what was sent.
  ///
  /// @param accepted spans that were put on disk
  /// @param rejected spans that could not be read or kept, in requests that were accepted
  /// @param requests of any kind
  /// @param refused requests that got no success; their spans are counted nowhere
  /// @param kept spans that the store holds now, earlier ones included
  /// @param dropped spans that made room for newer ones since the store was opened
  /// @param damaged spans lost to a disk that changed what was written
  public record Totals(
      long accepted,
      long rejected,
      long requests,
      long refused,
      long kept,
      long dropped,
      long damaged) {}

  /// Stops listening and lets go of the store.
  @Override
  public void close() throws IOException {
    receiver.close();
    store.close();
  }
}
