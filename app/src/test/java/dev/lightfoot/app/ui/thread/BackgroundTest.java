package dev.lightfoot.app.ui.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final Background background = new Background();
  private final CountDownLatch started = new CountDownLatch(2);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicBoolean saved = new AtomicBoolean();

  @Test
  void closingStopsMeasuringAndLetsASaveEnd() throws InterruptedException {
    background.measuring().execute(this::measureUntilInterrupted);
    background.jobs().execute(this::save);
    started.await();
    background.close();
    assertThat(saved).isTrue();
  }

  @Test
  void afterClosingNothingBeginsAndNobodyIsDisturbed() {
    background.close();
    background.jobs().execute(() -> saved.set(true));
    assertThat(saved).isFalse();
  }

  private void measureUntilInterrupted() {
    started.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  private void save() {
    started.countDown();
    try {
      closing.await();
      saved.set(true);
    } catch (InterruptedException e) {
      saved.set(false);
    }
  }
}
