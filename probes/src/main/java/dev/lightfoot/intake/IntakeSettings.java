package dev.lightfoot.intake;

import dev.lightfoot.codec.ReadSettings;
import java.util.Optional;

/// What a person says about the files.
///
/// @param format name of the format of all of them; recognised by content where empty
/// @param settings what readers are told
public record IntakeSettings(Optional<String> format, ReadSettings settings) {
  /// Nothing said.
  public static final IntakeSettings NONE = new IntakeSettings(Optional.empty(), ReadSettings.NONE);
}
