package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.control.Copy;
import dev.lightfoot.app.ui.shell.file.FilePicker;
import dev.lightfoot.app.ui.shell.file.PickedFiles;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.model.Header;
import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.RequestChecks;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.report.words.Numbers;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window sends what the command line can send, and says so.
@UiTest
class RequestStoryTest {
  private static final String TARGET = "https://www.shop.test/nplus1/?n=50";

  private final ScriptedSeries series = new ScriptedSeries(TestSnapshots.sample().runs());

  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    rig = new Rig(stage, series);
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void everythingIsSetInTheSheetSaidBesideTheAddressAndClearedWithOneClick(FxRobot robot)
      throws TimeoutException {
    robot.clickOn("#address").write(TARGET).push(KeyCode.CONTROL, KeyCode.R);
    Rig.await("the sheet", () -> rig.scene().lookup("#request-use") != null);
    robot.interact(
        () -> {
          rig.field("request-method").setText("PUT");
          area("request-headers").setText("Accept: text/html\nX-Try: 1");
          area("request-cookies").setText("a=1; b=2");
          area("request-body").setText("x".repeat(1_200));
          rig.node("request-http-2", ToggleButton.class).fire();
          rig.node("request-ip-IPV6", ToggleButton.class).fire();
          rig.field("request-proxy").setText("http://proxy.test:3128");
          rig.field("request-timeout").setText("5");
        });
    robot.clickOn("#request-use");
    Rig.await("what is sent", () -> !rig.text("request-summary").isEmpty());
    assertThat(Numbers.plain(rig.text("request-summary")))
        .isEqualTo(
            "The next runs send: PUT · 2 headers · 2 cookies · body 1.2 kB · HTTP/2 · IPv6 only"
                + " · proxy proxy.test:3128 · time-out 5 s");
    assertThat(series.plans()).isEmpty();

    robot.clickOn("#run");
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    ProbeRequest sent = series.plans().getLast().request();
    assertThat(sent.method()).isEqualTo("PUT");
    assertThat(sent.headers())
        .containsExactly(new Header("Accept", "text/html"), new Header("X-Try", "1"));
    assertThat(sent.cookies()).containsExactly("a=1", "b=2");
    assertThat(sent.body().orElseThrow().bytes()).hasSize(1_200);
    assertThat(sent.http()).isEqualTo(HttpChoice.HTTP_2);
    assertThat(sent.addressFamily()).isEqualTo(AddressFamily.IPV6);
    assertThat(sent.timeout()).isEqualTo(Duration.ofSeconds(5));

    robot.clickOn("#request-clear");
    Rig.await("nothing more", () -> rig.text("request-summary").isEmpty());
  }

  @Test
  void aCurlCommandPastedIntoTheAddressFillsInAndSendsNothing(FxRobot robot)
      throws TimeoutException {
    robot.interact(
        () ->
            Copy.text(
                "curl '" + TARGET + "' \\\n  -H 'Accept: text/html' \\\n  -d 'q=1' \\\n  -k\n"));
    robot.clickOn("#address").push(KeyCode.CONTROL, KeyCode.V);
    Rig.await("filled in", () -> rig.field("address").getText().equals(TARGET));
    assertThat(Numbers.plain(rig.text("request-summary")))
        .isEqualTo("The next runs send: POST · 2 headers · body 3 B");
    assertThat(rig.text("notice-text")).contains("nothing was sent", "-k");
    assertThat(series.plans()).isEmpty();
  }

  @Test
  void aCurlCommandPastedIntoTheSheetFillsItIn(FxRobot robot) throws TimeoutException {
    robot.clickOn("#request");
    Rig.await("the sheet", () -> rig.scene().lookup("#request-use") != null);
    assertThat(area("request-curl").isFocused()).isTrue();
    robot.interact(() -> area("request-curl").setText("curl -X DELETE -m 3 " + TARGET));
    Rig.await("the method", () -> rig.field("request-method").getText().equals("DELETE"));
    assertThat(rig.text("request-note")).contains(TARGET, "Nothing was sent");
    robot.clickOn("#request-use");
    Rig.await("the address", () -> rig.field("address").getText().equals(TARGET));
    assertThat(Numbers.plain(rig.text("request-summary")))
        .isEqualTo("The next runs send: DELETE · time-out 3 s");
  }

  @Test
  void whatCannotBeSentIsSaidInTheSheetAndNothingIsLost(FxRobot robot) throws TimeoutException {
    robot.clickOn("#request");
    Rig.await("the sheet", () -> rig.scene().lookup("#request-use") != null);
    robot.interact(() -> area("request-headers").setText("no colon"));
    robot.clickOn("#request-use");
    Rig.await("why", () -> rig.text("request-error").startsWith("Header takes a name"));
    assertThat(area("request-headers").getText()).isEqualTo("no colon");
    robot.interact(() -> area("request-curl").setText("curl --frobnicate " + TARGET));
    Rig.await("the option", () -> rig.text("request-error").contains("--frobnicate"));
    assertThat(area("request-headers").getText()).isEqualTo("no colon");
  }

  @Test
  void aBodyIsReadFromAFileUpToTheLimit() throws IOException {
    PickedFiles bodies = new PickedFiles(new FilePicker(rig.stage), Runnable::run, Runnable::run);
    Path small = Files.writeString(folder.resolve("order.json"), "{}");
    Path absent = folder.resolve("absent");
    List<String> seen = new ArrayList<>();
    bodies.readBody(small, file -> seen.add(file.name() + file.bytes().length), seen::add);
    bodies.readBody(absent, file -> seen.add(file.name()), seen::add);
    Path large = folder.resolve("large");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(RequestChecks.MAX_BODY);
      bodies.readBody(large, read -> seen.add(read.name() + read.bytes().length), seen::add);
      file.setLength(RequestChecks.MAX_BODY + 1L);
      bodies.readBody(large, read -> seen.add(read.name()), seen::add);
    }
    assertThat(seen)
        .containsExactly(
            "order.json2",
            "absent could not be read.",
            "large" + RequestChecks.MAX_BODY,
            "large is larger than 64 MiB, the most that can be sent.");
  }

  @Test
  void theStackScreenSaysWhatIsSentToo(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.field("address").setText("curl -I " + TARGET));
    robot.clickOn("#run");
    Rig.await("filled in", () -> rig.field("address").getText().equals(TARGET));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rig.text("stack-request-summary")).isEqualTo("The next runs send: HEAD");
    assertThat(series.plans()).isEmpty();
  }

  private TextArea area(String id) {
    return rig.node(id, TextArea.class);
  }
}
