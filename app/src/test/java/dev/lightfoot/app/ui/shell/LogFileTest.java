package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger OURS = Logger.getLogger("dev.lightfoot");
  private static final Logger SOME_CLASS = Logger.getLogger("dev.lightfoot.app.ui.SomeClass");

  @TempDir Path folder;
  private final List<String> console = new ArrayList<>();
  private final Optional<Level> before = Optional.ofNullable(ROOT.getLevel());
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          console.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void asTheProgramStarts() {
    ROOT.setLevel(Level.SEVERE);
    ROOT.addHandler(listening);
    LogFile.open(file());
  }

  @AfterEach
  void asBefore() {
    for (Handler handler : OURS.getHandlers()) {
      OURS.removeHandler(handler);
      handler.close();
    }
    OURS.setLevel(null);
    OURS.setUseParentHandlers(true);
    ROOT.removeHandler(listening);
    ROOT.setLevel(before.orElse(null));
  }

  @Test
  void aWarningLandsInTheFile() throws IOException {
    SOME_CLASS.log(Level.WARNING, "settings were not kept");
    assertThat(Files.readString(file())).contains("WARNING", "settings were not kept");
  }

  @Test
  void faultsAreNotPrintedOnTheConsole() {
    SOME_CLASS.log(Level.SEVERE, "the measurement broke off");
    assertThat(console).isEmpty();
  }

  @Test
  void theMessageOfAnExceptionIsNotWritten() throws IOException {
    SOME_CLASS.log(Level.SEVERE, "it broke off", new IOException("https://a.test/?token=s3cr3t"));
    assertThat(Files.readString(file())).contains("java.io.IOException").doesNotContain("s3cr3t");
  }

  private Path file() {
    return folder.resolve("log").resolve("window.log");
  }
}
