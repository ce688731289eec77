package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.control.Copy;
import dev.lightfoot.probe.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A server of this process that demands a client certificate, measured for real.
@UiTest
class ClientCertificateStoryTest {
  private static final HeldCertificate ROOT =
      new HeldCertificate.Builder().commonName("Story Root").certificateAuthority(0).build();
  private static final HeldCertificate ALICE =
      new HeldCertificate.Builder().commonName("alice").signedBy(ROOT).build();

  private final MockWebServer server = new MockWebServer();

  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(
                new HeldCertificate.Builder()
                    .commonName("localhost")
                    .addSubjectAlternativeName("localhost")
                    .addSubjectAlternativeName("127.0.0.1")
                    .signedBy(ROOT)
                    .build())
            .addTrustedCertificate(ROOT.certificate())
            .build()
            .sslSocketFactory());
    server.requireClientAuth();
    server.setDispatcher(
        new mockwebserver3.Dispatcher() {
          @Override
          public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
            return new MockResponse.Builder().body("for members").build();
          }
        });
    server.start();
    rig =
        new Rig(
            stage,
            (plans, listener, cancellation) ->
                Probe.series().compare(plans, listener, cancellation));
    Path root = Files.writeString(rig.folder.resolve("root.pem"), ROOT.certificatePem());
    rig.wiring
        .workspace()
        .settingsProperty()
        .set(rig.wiring.workspace().settings().withCertificateAuthorities(Optional.of(root)));
  }

  @AfterEach
  void end() {
    rig.close();
    server.close();
  }

  @Test
  void itsWishIsNamedAndAfterTheSheetTheCertificateIsShown(FxRobot robot) throws Exception {
    robot.interact(() -> rig.field("address").setText(url()));
    robot.clickOn("#run");
    Rig.await("the failure", () -> rig.text("failure").contains("client certificate"));
    assertThat(rig.text("failure")).contains("Request… in the window");
    assertThat(server.getRequestCount()).isZero();

    String certificate = write("alice.crt", ALICE.certificatePem());
    openSheet(robot);
    robot.interact(() -> rig.field("request-certificate").setText(certificate));
    robot.clickOn("#request-use");
    Rig.await("why", () -> rig.text("request-error").contains("holds no private key"));
    String key = write("alice.key", ALICE.privateKeyPkcs8Pem());
    robot.interact(() -> rig.field("request-key").setText(key));
    robot.clickOn("#request-use");
    Rig.await("what is sent", () -> !rig.text("request-summary").isEmpty());
    assertThat(rig.text("request-summary")).isEqualTo("The next runs send: client certificate");

    robot.clickOn("#run");
    Rig.await("the verdict", () -> rig.text("verdict-caption").contains("status 200"));
    assertThat(
            Objects.requireNonNull(server.takeRequest().getHandshake()).peerPrincipal().getName())
        .isEqualTo("CN=alice");
  }

  @Test
  void aPastedCommandNamesTheFilesAndTheyAreReadWhereItIsUsed(FxRobot robot) throws Exception {
    String file = write("alice.pem", ALICE.certificatePem() + ALICE.privateKeyPkcs8Pem());
    robot.interact(() -> Copy.text("curl -E '" + file + "' " + url()));
    robot.clickOn("#address").push(KeyCode.CONTROL, KeyCode.V);
    Rig.await("filled in", () -> rig.field("address").getText().equals(url()));
    assertThat(rig.text("notice-text")).contains("not been read yet");
    robot.clickOn("#run");
    Rig.await(
        "why not",
        () ->
            rig.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(
                    node ->
                        node instanceof Label label && label.getText().contains("not been read")));
    assertThat(server.getRequestCount()).isZero();

    openSheet(robot);
    assertThat(rig.field("request-certificate").getText()).isEqualTo(file);
    robot.clickOn("#request-use");
    Rig.await("closed", () -> rig.scene().lookup("#request-use") == null);
    robot.clickOn("#run");
    Rig.await("the verdict", () -> rig.text("verdict-caption").contains("status 200"));
  }

  private String url() {
    return server.url("/").toString();
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private void openSheet(FxRobot robot) throws TimeoutException {
    robot.clickOn("#request");
    Rig.await("the sheet", () -> rig.scene().lookup("#request-use") != null);
  }
}
