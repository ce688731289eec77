package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EndSignalsTest {
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aSignalEndsTheProgramWithTheStatusThatAShellGivesIt() throws Exception {
    CompletableFuture<Integer> status = new CompletableFuture<>();
    EndSignals.call("CONT", status::complete); // which ends nothing by itself
    new ProcessBuilder("kill", "-CONT", String.valueOf(ProcessHandle.current().pid()))
        .start()
        .waitFor();
    int number = OS.MAC.isCurrentOs() ? 19 : 18;
    assertThat(status.get(10, TimeUnit.SECONDS)).isEqualTo(128 + number);
  }

  @Test
  void aSignalThatThisSystemLacksIsPassedOver() {
    EndSignals.call("NOSUCH", _ -> {});
  }
}
