package dev.lightfoot.app.ui.probe.request;

import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The fields of a client certificate: two files, typed or chosen, and a password.
final class CertificateRows {
  final TextField certificate;
  final TextField key;
  final PasswordField password = new PasswordField();
  private final RequestFiles files;

  CertificateRows(RequestDraft draft, RequestFiles files) {
    this.files = files;
    certificate = RequestSheet.field("certificate", draft.certificate);
    key = RequestSheet.field("key", draft.key);
    RequestSheet.dress(password, "password");
    password.textProperty().bindBidirectional(draft.password);
  }

  HBox certificateRow() {
    return chosen(certificate, "request.certificate", files::pickCertificate);
  }

  HBox keyRow() {
    return chosen(key, "request.key", files::pickKey);
  }

  private static HBox chosen(TextField field, String name, Supplier<Optional<Path>> picked) {
    Button choose =
        Buttons.of(
            Words.text("request.choose"),
            () -> picked.get().ifPresent(file -> field.setText(file.toString())));
    choose.setId(name.replace('.', '-') + "-choose");
    choose.setAccessibleText(Words.text("request.choose") + " " + Words.text(name));
    choose.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(field, Priority.ALWAYS);
    return new HBox(8, field, choose);
  }
}
