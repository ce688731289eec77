package dev.lightfoot.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// Says in words why something could not be read.
final class Failures {
  private Failures() {}

  static String sentence(IOException e) {
    return switch (e) {
      case Refused refused -> String.valueOf(refused.getMessage());
      case NoSuchFileException _ -> "There is no such file.";
      case AccessDeniedException _ -> "Its permissions do not allow reading it.";
      default -> "It could not be read: " + e.getMessage() + ".";
    };
  }
}
