package dev.lightfoot.probe.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Header;
import java.io.IOException;
import java.util.List;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a response takes of the bytes that a load may have.
@Timeout(60)
final class TransferTest {
  private static final int MIB = 1024 * 1024;

  /// Decoded bytes are handed over in pieces; the one in which the budget ends is not.
  private static final int PIECE = 16 * 1024;

  private static Buffer packed(int bytes) throws IOException {
    Buffer small = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(small))) {
      sink.write(new byte[bytes]);
    }
    return small;
  }

  /// Counts the text that comes.
  private static final class Counting implements Transfer.Receiver {
    private long read;
    private boolean over;

    @Override
    public void head(int status, List<Header> fields) {}

    @Override
    public void text(byte[] piece) {
      read += piece.length;
    }

    @Override
    public void textEnded() {
      over = true;
    }

    @Override
    public void ended() {}
  }

  /// How much text comes of a body.
  private static long text(Budget budget, String coding, Buffer body) {
    Mailbox mail = new Mailbox();
    Counting counting = new Counting();
    Transfer transfer = new Transfer(mail, budget, counting, Transfer.Reading.TEXT);
    transfer.head(200, List.of(new Header("content-encoding", coding)));
    transfer.body(body);
    transfer.ended();
    transfer.finish();
    mail.work(() -> counting.over);
    return counting.read;
  }

  @Test
  void textThatUnpacksToMoreThanALoadMayHaveIsCut() throws IOException {
    Budget budget = new Budget(MIB);
    assertThat(text(budget, "gzip", packed(8 * MIB))).isBetween((long) MIB - PIECE, (long) MIB);
    assertThat(budget.isSpent()).isTrue();
  }

  @Test
  void whatItUnpacksToCountsOnceBesideWhatWasSent() throws IOException {
    Budget budget = new Budget(MIB);
    assertThat(text(budget, "gzip", packed(MIB))).isEqualTo(MIB);
    assertThat(budget.isSpent()).isFalse();
    assertThat(budget.take(1)).isFalse();
  }

  @Test
  void textWithoutCodingCountsOnce() {
    Budget budget = new Budget(MIB);
    assertThat(text(budget, "identity", new Buffer().write(new byte[MIB]))).isEqualTo(MIB);
    assertThat(budget.isSpent()).isFalse();
    assertThat(budget.take(1)).isFalse();
  }

  @Test
  void whatIsSentBeyondTheBudgetIsNotTaken() {
    Budget budget = new Budget(MIB);
    Transfer transfer =
        new Transfer(new Mailbox(), budget, new Counting(), Transfer.Reading.NOTHING);
    assertThat(transfer.body(new Buffer().write(new byte[MIB]))).isTrue();
    assertThat(transfer.body(new Buffer().write(new byte[1]))).isFalse();
  }
}
