package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.probe.request.RequestChoice;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.setting.ProxySetting;
import dev.lightfoot.app.ui.workspace.setting.ResolverText;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.TargetUrl;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What a person asks for: an address, how many runs, and of which kind.
public final class ProbeForm {
  private final StringProperty address = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper addressError = new ReadOnlyStringWrapper("");
  private final IntegerProperty runs;
  private final ObjectProperty<RunMode> mode = new SimpleObjectProperty<>(RunMode.COLD);

  private final ReadOnlyObjectWrapper<RequestChoice> choice =
      new ReadOnlyObjectWrapper<>(RequestChoice.PLAIN);

  ProbeForm(int runs) {
    this.runs = new SimpleIntegerProperty(runs);
    address.subscribe(() -> addressError.set(""));
  }

  /// What the person typed.
  public StringProperty addressProperty() {
    return address;
  }

  /// Why it cannot be measured; empty where nothing is wrong.
  public ReadOnlyStringProperty addressErrorProperty() {
    return addressError.getReadOnlyProperty();
  }

  public IntegerProperty runsProperty() {
    return runs;
  }

  public ObjectProperty<RunMode> modeProperty() {
    return mode;
  }

  /// Whether what was typed is that address.
  boolean names(String url) {
    String typed = address.get().strip();
    if (typed.equals(url)) {
      return true;
    }
    try {
      return TargetUrl.parse(typed).url().toString().equals(url);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// What is sent beside the address.
  public ReadOnlyObjectProperty<RequestChoice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  /// Chooses what is sent to the address that stands there.
  void take(RequestChoice value) {
    addressError.set("");
    choice.set(value);
    try {
      choice.set(value.at(TargetUrl.parse(address.get()).url()));
    } catch (IllegalArgumentException e) {
      choice.set(value); // there is no address yet: it is for the first one that is measured
    }
  }

  /// Says in place what is wrong with the address.
  public void refuse(String sentence) {
    addressError.set(sentence);
  }

  /// What to measure; empty where the address is none, which is then said in place.
  public Optional<ProbePlan> plan(Settings settings) {
    try {
      return Optional.of(mode.get().plan(request(settings), runs.get()));
    } catch (IllegalArgumentException e) {
      refuse(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private ProbeRequest request(Settings settings) {
    if (address.get().isBlank()) {
      throw new IllegalArgumentException(Words.text("address.empty"));
    }
    TargetUrl target = TargetUrl.parse(address.get());
    RequestChoice sent = choice.get();
    if (sent.isForeignTo(target.url())) {
      throw new IllegalArgumentException(
          Words.text("request.foreign", sent.origin().orElseThrow()));
    }
    choice.set(sent.at(target.url()));
    return request(target, sent, settings);
  }

  /// What is sent to another address now: what is set under Request where that is for its origin,
  /// else a plain GET.
  ///
  /// @throws IllegalArgumentException where it cannot be asked for; the message is a sentence for
  ///   people
  public ProbeRequest requestTo(String url, Settings settings) {
    TargetUrl target = TargetUrl.parse(url);
    RequestChoice set = choice.get();
    boolean own = set.origin().equals(set.at(target.url()).origin());
    return request(target, own ? set : RequestChoice.PLAIN, settings);
  }

  private static ProbeRequest request(TargetUrl target, RequestChoice sent, Settings settings) {
    Settings.Requests requests = settings.requests();
    RequestChoice.Reach reach = sent.reach();
    ProbeRequest plain =
        new ProbeRequest(
            target.url(),
            sent.parts().sentMethod(),
            sent.parts().sentBody(),
            sent.parts().linesTo(target),
            sent.parts().cookies(),
            ResolverText.parse(settings.resolver()),
            reach.family().orElse(requests.addressFamily()),
            reach.proxy().orElseGet(() -> ProxySetting.parse(requests.proxy())),
            settings.certificateAuthorities(),
            reach.timeout().orElse(requests.timeout()),
            sent.http(),
            requests.allowPrivate());
    ProbeRequest request = plain.showing(sent.shown());
    request.originCertificate(); // said in place where it could not be shown
    return request;
  }
}
