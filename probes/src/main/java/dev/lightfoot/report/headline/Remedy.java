package dev.lightfoot.report.headline;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.report.words.Sentences;
import java.util.ArrayList;
import java.util.List;

/// What a person can do about an [ErrorType], step by step.
public final class Remedy {
  private Remedy() {}

  /// The steps on the command line; of an error that this version does not know, how to find out
  /// more.
  ///
  /// @param errorType label of an error type
  public static List<String> of(String errorType) {
    return steps(errorType, "");
  }

  public static List<String> of(ErrorType type) {
    return of(type.label());
  }

  /// The steps in the window, which has settings where the command line has options.
  ///
  /// @param errorType label of an error type
  public static List<String> inWindow(String errorType) {
    return steps(errorType, ".window");
  }

  private static List<String> steps(String errorType, String place) {
    String key = "remedy." + ErrorType.ofLabel(errorType).map(ErrorType::label).orElse("unknown");
    List<String> steps = new ArrayList<>();
    for (int i = 1; Sentences.knows(key + "." + i); i++) {
      String step = key + "." + i;
      steps.add(Sentences.say(Sentences.knows(step + place) ? step + place : step));
    }
    return steps;
  }
}
