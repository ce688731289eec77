package dev.lightfoot.house.planted.codec;

import dev.lightfoot.house.planted.model.PlantedRecord;
import java.util.List;

/// Closes a cycle with the record: the rules have to catch it.
public record PlantedCodec(List<PlantedRecord> records) {
  public PlantedCodec {
    records = List.copyOf(records);
  }
}
