package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.probe.request.PastedCurl;
import dev.lightfoot.app.ui.probe.request.RequestChoice;
import dev.lightfoot.app.ui.probe.request.RequestTarget;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the next runs ask for, as the request sheet and a pasted command of curl fill it in.
public final class AskedRequest implements RequestTarget {
  private final ProbeForm form;
  private final Workspace workspace;

  AskedRequest(ProbeForm form, Workspace workspace) {
    this.form = form;
    this.workspace = workspace;
  }

  @Override
  public RequestChoice choice() {
    return form.choiceProperty().get();
  }

  @Override
  public void take(Optional<String> address, RequestChoice choice) {
    address.ifPresent(form.addressProperty()::set);
    form.take(choice);
  }

  /// Takes over a pasted command of curl, or says in place why not. Nothing is sent.
  ///
  /// @return whether it was meant as one
  public boolean paste(String text) {
    if (!PastedCurl.looksLikeOne(text)) {
      return false;
    }
    try {
      PastedCurl command = PastedCurl.parse(text);
      take(Optional.of(command.url()), command.choice());
      List<String> sentences = new ArrayList<>(List.of(Words.text("notice.pasted")));
      sentences.addAll(command.notes());
      if (command.choice().certificate().isPresent()) {
        sentences.add(Words.text("request.certificate.unread"));
      }
      workspace.tell(Notice.plain(String.join(" ", sentences)));
    } catch (IllegalArgumentException e) {
      form.refuse(String.valueOf(e.getMessage()));
    }
    return true;
  }
}
