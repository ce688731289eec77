package dev.lightfoot.house.planted.model;

import dev.lightfoot.house.planted.codec.PlantedCodec;

/// A record that knows its codec, which it must not: the rules have to catch it.
public record PlantedRecord(PlantedCodec codec) {}
