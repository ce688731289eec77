package dev.lightfoot.report;

import dev.lightfoot.model.ErrorType;
import java.util.ArrayList;
import java.util.List;

/// What a person can do about an [ErrorType], step by step.
public final class Remedy {
  private Remedy() {}

  /// The steps; of an error that this version does not know, how to find out more.
  ///
  /// @param errorType label of an error type
  public static List<String> of(String errorType) {
    String key = "remedy." + ErrorType.ofLabel(errorType).map(ErrorType::label).orElse("unknown");
    List<String> steps = new ArrayList<>();
    for (int i = 1; Sentences.knows(key + "." + i); i++) {
      steps.add(Sentences.say(key + "." + i));
    }
    return steps;
  }

  public static List<String> of(ErrorType type) {
    return of(type.label());
  }
}
