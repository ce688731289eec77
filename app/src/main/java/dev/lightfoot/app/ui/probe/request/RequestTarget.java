package dev.lightfoot.app.ui.probe.request;

import java.util.Optional;

/// What the next runs ask for: who shows and changes it knows no more of them.
public interface RequestTarget {

  /// What is chosen now.
  RequestChoice choice();

  /// Chooses something else.
  ///
  /// @param address replaces the one in the field; empty where that stays
  void take(Optional<String> address, RequestChoice choice);
}
